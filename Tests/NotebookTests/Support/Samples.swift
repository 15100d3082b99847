import Notebook
import TimelineModel

/// Entries as a reader of a small timeline might write them.
enum Samples {
  static func entry(_ time: Int64, _ fact: Fact, replacing: [Stamp] = [], by writer: UInt32 = 1) -> JournalEntry {
    JournalEntry(Stamp(time: time, writer: writer), fact, inPlaceOf: replacing)
  }

  static func note(_ time: Int64, _ event: Identifier, _ text: String, by writer: UInt32 = 1) -> JournalEntry {
    entry(time, .note(on: event, text), by: writer)
  }

  /// One of every sort, with everything in the words that a line could trip over.
  static let all: [JournalEntry] = [
    note(10, "sotk", "Compare the map of 1988.\nPage 12:\ttable; C:\\maps\r\n# not a heading\n\n12 abcdef01 note"),
    note(11, "Շուշի 調停団", "Ḱ\u{301}\u{302} \u{202E}x\u{202C} \u{1B}[31m \u{0}"),
    entry(12, .bookmark("sotk", isSet: true)),
    entry(13, .mark("a", "sotk")),
    entry(14, .mark("é", "id with blanks")),
    entry(15, .visit(Visit(event: "sotk", title: "Title", filter: "since:2020 \"a phrase\"", order: "killed"))),
    entry(16, .note(on: "brussels", "Two\nlines"), replacing: [Stamp(time: 3, writer: 9), Stamp(time: 4, writer: .max)]),
  ]
}
