import EDTF
package import Notebook
package import Terminal
package import TimelineModel
package import TimelineStore

/// Everything that can happen to the program. All of it comes through one door, in order.
package enum Message: Sendable {
  case key(Key)
  case command(Command)
  case resized(Size)
  /// More of the files has been read; nil when nothing is being read any more.
  case loading(Progress?)
  /// A store to show in place of the present one, with what was odd in its files; with how far they have been read as long as more is to come.
  case loaded(EventStore, [Problem], Progress? = nil)
  /// What the reader wrote in the margin, read from where it is kept, with what was damaged there.
  case margin(Marginalia, [Problem])
  /// These entries are on the disk.
  case saved([Stamp])
  /// Why what was written last could not be saved; it is tried again.
  case unsaved(String)
  /// Nothing else waits, so what is being worked out may go on for some milliseconds.
  case goOn
  /// What an effect came to, said in the footer.
  case said(Notice)
  /// What happened to the files on disk since they were read, in words; nil when they are again what was read.
  case filesChanged(String?)
}

/// One sentence for the footer, until the next key.
package struct Notice: Hashable, Sendable {
  package enum Tone: Hashable, Sendable { case notice, warning, error }
  package var text: String
  package var tone: Tone

  package init(_ text: String, _ tone: Tone = .notice) {
    self.text = text
    self.tone = tone
  }
}

/// What the program asks of the world. The state never acts by itself.
package enum Effect: Hashable, Sendable {
  case quit
  case suspend
  /// Repaint everything, whatever the terminal is thought to show.
  case redraw
  /// To the clipboard, and to standard output when the program ends.
  case copy(String)
  /// Make a citation of an event and copy it.
  case cite(Event, CitationForm)
  /// An http or https address that the reader has seen and confirmed.
  case openURL(String)
  case edit(SourceLocation)
  case reload
  /// Stop what is running.
  case cancelWork
  /// Send ``Message/goOn`` when everything that has happened by then was heard.
  case goOn
  case save(Preferences)
  /// Keep what the reader wrote in the margin.
  case write(JournalEntry)
}

/// What is remembered from one visit to the next.
package struct Preferences: Hashable, Sendable {
  package var theme: String
  package var pane: PanePlacement

  package init(theme: String = "dark", pane: PanePlacement = .right) {
    self.theme = theme
    self.pane = pane
  }
}

/// Where the detail of the selected event stands.
package enum PanePlacement: String, CaseIterable, Hashable, Sendable {
  case right, below, off
}

extension Message {
  /// Whether it is a printable character that was typed.
  package var isCharacter: Bool {
    if case .key(.character) = self { true } else { false }
  }
}
