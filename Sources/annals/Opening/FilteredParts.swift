import TimelineModel
import TimelineStore

/// What a filter lets through of some files, part after part, read to the end: the same events as a store of everything would give, which is never made.
struct FilteredParts {
  enum Step {
    case part(EventStore, Selection)
    /// What came before does not hold and comes once more.
    case beginAgain
  }

  /// Whether events are to be read so: not where notes or the names of places are asked for, which a store of everything knows at once.
  static func suit(_ files: [String], _ filter: String?) -> Bool {
    !files.isEmpty && !NotesFilter.asks(filter) && !PartFilter.asksForNamesOfPlaces(filter ?? "")
  }

  private(set) var parts: FileParts
  private let text: String
  private var filter: PartFilter
  private var line = ProgressLine()

  init(_ files: [String], columns: ColumnRequest, filter: String?) throws(Failure) {
    parts = try FileParts(files, columns: columns)
    text = filter ?? ""
    self.filter = PartFilter(text, today: Today.day)
  }

  /// The next part with its rows; nil at the end, when it has said how many errors there are.
  ///
  /// - Throws: a failure when the filter makes no sense, or names what is nowhere in the files.
  mutating func next() throws(Failure) -> Step? {
    line.show(parts.progress)
    guard let store = parts.next() else {
      line.clear()
      parts.complain()
      if !filter.isKnown, case .failure(let error) = parts.whole().parse(text, today: Today.day) { throw FilterOption.failure(error, in: text) }
      return nil
    }
    do throws(FilterError) {
      if case .rows(let selection) = try filter.select(in: store) { return .part(store, selection) }
    } catch {
      line.clear()
      throw FilterOption.failure(error, in: text)
    }
    parts.startAgain()
    return .beginAgain
  }
}
