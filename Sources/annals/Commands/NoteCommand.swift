import ArgumentParser
import Bytes
import Notebook
import TimelineModel
import TimelineStore

/// `annals note ID TEXT`: writes a note on an event, as `c` does in the browser. It ends in 0 only when the note is on the disk.
struct NoteCommand: Work {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write a note of your own on an event, or print the one there is.",
    discussion: """
      Notes lie beside the data and never in it, in $XDG_STATE_HOME/annals. With a text the note is written in place of the one before, and \
      nothing is printed; an empty text takes it off. Without a text the note is printed. --from reads many: lines of an id, a tab and a text in which \\n \
      stands for a new line; the id of each is printed as soon as its note is on the disk.
      """)

  @Argument(help: "The id of an event, as in sotk-artillery-2023-05-11.")
  var id: String?
  @Argument(parsing: .allUnrecognized, help: "The note; several words are joined.")
  var text: [String] = []
  @Option(name: .customLong("in"), help: "The file or folder that it is in; none is the timeline that comes with annals.", completion: .file())
  var file: String?
  @OptionGroup var map: MapOption
  @Option(help: "Read notes from a file, or from standard input where it is -.", completion: .file())
  var from: String?
  @Flag(inversion: .prefixedNo, help: "Bookmark the event, or take the bookmark off.")
  var bookmark: Bool?

  func validate() throws {
    if id == nil, from == nil { throw ValidationError("note: write the id of an event, or --from and a file of notes") }
    if id != nil, from != nil { throw ValidationError("note: --from brings its own ids and texts") }
  }

  func work() throws(Failure) {
    let files = file.map { [$0] } ?? []
    let opened = try OpenedStore(files, columns: map.request, notes: true)
    guard let journal = JournalPlace.journal(for: files, opened.store, isWhole: true) else {
      throw Failure("there is no home directory to keep notes in", .inputOutput)
    }
    var writing = Writing(store: opened.store, journal: journal, margin: opened.margin)
    if let from { return try writing.takeAll(from: from) }
    guard let id else { return }
    try writing.check(id)
    if let bookmark { try writing.write([.bookmark(id, isSet: bookmark)]) }
    if !text.isEmpty { return try writing.write([.note(on: id, text.joined(separator: " "))]) }
    guard bookmark == nil, let note = opened.margin.note(on: id) else { return }
    var output = Output()
    for line in note.split(separator: "\n", omittingEmptySubsequences: false) { try output.line(String(line)) }
    try output.flush()
  }

  /// What is needed to write into the margin of one timeline.
  private struct Writing {
    let store: EventStore
    let journal: Journal
    var margin: Marginalia

    func check(_ id: Identifier) throws(Failure) {
      guard store.row(of: id) == nil else { return }
      let nearest = Suggestion.nearest(to: id, in: store.all.rows(0..<min(store.count, 100_000)).lazy.map { store.summary(at: $0).id })
      throw Failure("there is no event with the id \(id)" + (nearest.map { "; did you mean \($0)?" } ?? ""), .usage)
    }

    /// Returns when the facts are on the disk.
    mutating func write(_ facts: [Fact]) throws(Failure) {
      let entries = facts.map { margin.write($0, now: Clock.now, by: Clock.writer) }
      do { try journal.append(entries) } catch { throw Failure(error) }
    }

    mutating func takeAll(from path: String) throws(Failure) {
      let file: FileBytes
      do { file = try FileBytes(path: path) } catch { throw Failure(error) }
      var output = Output()
      for (index, line) in file.array.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() where !line.isEmpty {
        let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 2 else { throw Failure("\(path):\(index + 1):1: a tab is missing between the id and the note", .unreadableData) }
        try check(parts[0])
        let lines = parts[1].split(separator: "\\n", omittingEmptySubsequences: false)
        try write([.note(on: parts[0], lines.joined(separator: "\n"))])
        try output.line(parts[0])
        try output.flush()
      }
    }
  }
}
