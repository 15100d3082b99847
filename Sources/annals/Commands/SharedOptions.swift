import ArgumentParser
import Bytes
import Notebook
import TimelineFormats
import TimelineModel
import TimelineStore

/// The files that a command reads.
struct InputArguments: ParsableArguments {
  @Argument(help: "Files and folders to open as one timeline; - is standard input; none is the timeline that comes with annals.", completion: .file())
  var files: [String] = []
  @OptionGroup var map: MapOption
}

/// What is said of the columns of plain tables.
struct MapOption: ParsableArguments {
  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      "What the columns of a table with any header are, as in date=Datum,title=Ereignis,actor=Partei; remembered for that header until --map none.",
      valueName: "role=column"))
  var map: [String] = []

  func validate() throws {
    do throws(ColumnChoice.Refusal) { _ = try ColumnRequest(map) } catch { throw ValidationError("--map: \(error.words)") }
  }

  var request: ColumnRequest { (try? ColumnRequest(map)) ?? .remembered }
}

/// The filter that a command applies.
struct FilterOption: ParsableArguments {
  @Option(name: [.long, .customShort("f")], parsing: .unconditional, help: "Only events that match, as in 'actor:russia since:2020-09-27 -kind:mediation'.")
  var filter: String?

  /// The events of a store that the filter lets through, in an order.
  func selection(in store: EventStore, sort: SortOrder = .date) throws(Failure) -> Selection { try Self.selection(filter, in: store, sort: sort) }

  static func selection(_ text: String?, in store: EventStore, sort: SortOrder = .date) throws(Failure) -> Selection {
    switch store.parse(text ?? "", today: Today.day) {
    case .success(let filter): return store.select(filter, sort: sort)
    case .failure(let error): throw failure(error, in: text ?? "")
    }
  }

  /// What is wrong with a filter, with a mark under the place.
  static func failure(_ error: FilterError, in text: String) -> Failure {
    let bytes = Array(text.utf8)
    let start = min(max(0, error.range.lowerBound), bytes.count)
    let end = min(max(start + 1, error.range.upperBound), max(start + 1, bytes.count))
    let before = String(decoding: bytes[..<start], as: UTF8.self).unicodeScalars.count
    let marked = String(decoding: bytes[start..<min(end, bytes.count)], as: UTF8.self).unicodeScalars.count
    let mark = String(repeating: " ", count: before) + String(repeating: "^", count: max(1, marked))
    let words = [error.what, error.remedy].compactMap { $0 }.joined(separator: ". ")
    return Failure("--filter:1:\(before + 1): \(words)\n  \(text)\n  \(mark)", .usage)
  }
}

/// What is open, as a store, with what was odd in it said on standard error.
struct OpenedStore {
  var store: EventStore
  var problems: [Problem]
  /// What the reader set down; empty where nobody asks for it.
  var margin = Marginalia()

  /// - Parameters:
  ///   - columns: what was said of the columns of plain tables.
  ///   - filter: what will be asked for; the reader's notes are read where it says `has:`.
  ///   - notes: whether they are read in any case.
  init(_ files: [String], columns: ColumnRequest, filter: String? = nil, notes: Bool = false) throws(Failure) {
    let opening = try Opening.read(files, columns: columns)
    store = opening.store
    problems = opening.problems
    if notes || NotesFilter.asks(filter) { readNotes(files) }
    Self.complain(of: problems, in: files.first)
  }

  /// Says on standard error how many errors there are, and which command lists them.
  static func complain(of problems: [Problem], in file: String?) {
    let errors = problems.count { $0.severity == .error }
    guard errors > 0 else { return }
    Output.complain("annals: \(BrowseCommand.counted(errors, "error")) in the data; annals check \(file ?? "the bundled timeline") lists them")
  }

  private mutating func readNotes(_ files: [String]) {
    guard let journal = JournalPlace.journal(for: files, store, isWhole: true) else { return }
    do {
      let loaded = try journal.load()
      for problem in loaded.problems { Output.complain("annals: \(problem.description)") }
      margin = loaded.margin
      store = store.marking(noted: margin.notedEvents, bookmarked: margin.bookmarkedEvents)
    } catch {
      Output.complain("annals: your notes could not be read: \(error.description)")
    }
  }
}

/// What a filter may ask of the reader's own notes.
enum NotesFilter {
  /// Whether a filter as typed may ask for notes or bookmarks.
  static func asks(_ filter: String?) -> Bool { filter?.contains("has:") == true }
}
