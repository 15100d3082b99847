import TimelineFormats
import TimelineModel
import TimelineStore

/// Walks events in the order of their files. It holds a part of the rows and the names seen so far, however long the files are, and stops when nobody asks on.
///
///     var walk = try FileOrder(["ged.csv"], filter: "killed>10")
///     while let (store, rows) = try walk.next() { for row in rows { use(store.event(at: row)) } }
///
/// A filter is read with the names known by then, for what was given cannot be taken back.
struct FileOrder {
  /// Nil where no file is named, and the bundled timeline is walked.
  private var parts: FileParts?
  private let text: String
  private var filter: PartFilter
  private let rowsAtOnce: Int
  private var hasBegun = false
  /// Whether it let an event through, so that its names are known.
  private var hasFound = false

  /// - Parameter limit: how many events are wanted, so that no more is read than that takes.
  init(_ files: [String], columns: ColumnRequest = .remembered, filter: String?, limit: Int?) throws(Failure) {
    if files.isEmpty {
      (parts, header) = (nil, try Opening.bundled.store.timeline)
    } else {
      let opened = try FileParts(files, columns: columns)
      (parts, header) = (opened, opened.header)
    }
    text = filter ?? ""
    self.filter = PartFilter(text, today: Today.day)
    rowsAtOnce = filter == nil ? min(max(limit ?? .max, Self.fewest), RowChunk.usualCapacity) : RowChunk.usualCapacity
  }

  /// Fewer rows at once cost more than they save.
  private static let fewest = 1_024

  /// Titles and names, as far as they are known before the first row.
  let header: Timeline

  /// The events that come next, as a store of their own, and those of its rows that the filter lets through; nil at the end.
  ///
  /// - Throws: a failure when the filter makes no sense, or names what is nowhere in the files.
  mutating func next() throws(Failure) -> (EventStore, [Row])? {
    defer { hasBegun = true }
    guard let store = try nextPart() else {
      if !filter.isKnown, !hasFound { try refuse() }
      return nil
    }
    let rows = try rows(of: store)
    hasFound = hasFound || !rows.isEmpty
    return (store, !hasBegun && (parts == nil || !header.events.isEmpty) ? Self.asTheyStand(rows, store) : rows)
  }

  private mutating func nextPart() throws(Failure) -> EventStore? {
    let count = rowsAtOnce
    if parts != nil { return parts?.next(atMost: count) }
    return hasBegun ? nil : try Opening.bundled.store
  }

  private mutating func rows(of store: EventStore) throws(Failure) -> [Row] {
    // What was read otherwise before is given already: this part is read as it should be.
    while true {
      do throws(FilterError) {
        guard case .rows(let selection) = try filter.select(in: store) else { continue }
        return store.rowsAsTheyArrived.filter(selection.contains)
      } catch {
        throw FilterOption.failure(error, in: text)
      }
    }
  }

  /// The first part may be events of curated timelines, which their store has in another order, as they stand in their files.
  private static func asTheyStand(_ rows: [Row], _ store: EventStore) -> [Row] {
    let places = rows.map { (row: $0, place: store.event(at: $0).location ?? SourceLocation(file: "")) }
    return places.sorted { ($0.place, $0.row) < ($1.place, $1.row) }.map(\.row)
  }

  /// Throws what a store of everything has to say of the names in the filter.
  private mutating func refuse() throws(Failure) {
    let whole = parts?.whole()
    let store = if let whole { whole } else { try Opening.bundled.store }
    if case .failure(let error) = store.parse(text, today: Today.day) { throw FilterOption.failure(error, in: text) }
  }

  /// Says on standard error how many errors there were in what was read.
  func complain() { parts?.complain() }
}
