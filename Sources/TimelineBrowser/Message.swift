import EDTF
package import Terminal
package import TimelineModel
package import TimelineStore

/// Everything that can happen to the program. All of it comes through one door, in order.
package enum Message: Sendable {
  case key(Key)
  case command(Command)
  case resized(Size)
  /// More of the files has been read.
  case loading(Progress)
  /// A store to show in place of the present one, with what was odd in its files.
  case loaded(EventStore, [Problem])
  /// What an effect came to, said in the footer.
  case said(Notice)
  /// The files changed on disk since they were read.
  case filesChanged
}

/// How far a file has been read.
package struct Progress: Hashable, Sendable {
  package var bytesRead: Int
  package var bytesInAll: Int?
  package var events: Int

  package init(bytesRead: Int, bytesInAll: Int?, events: Int) {
    self.bytesRead = bytesRead
    self.bytesInAll = bytesInAll
    self.events = events
  }
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
  case save(Preferences)
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
