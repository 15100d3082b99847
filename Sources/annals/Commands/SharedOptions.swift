import ArgumentParser
import TimelineModel
import TimelineStore

/// The files that a command reads.
struct InputArguments: ParsableArguments {
  @Argument(help: "Files and folders to open as one timeline; - is standard input; none is the timeline that comes with annals.", completion: .file())
  var files: [String] = []
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

  init(_ files: [String]) throws(Failure) {
    let opening = try Opening.read(files)
    store = opening.store
    problems = opening.problems
    let errors = problems.count { $0.severity == .error }
    if errors > 0 {
      let file = files.first ?? "the bundled timeline"
      Output.complain("annals: \(BrowseCommand.counted(errors, "error")) in the data; annals check \(file) lists them")
    }
  }
}
