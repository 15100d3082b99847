import TimelineFormats
import TimelineModel
import TimelineStore

/// Walks events in the order of their files. It holds a chunk of rows and the names seen so far, however long the files are, and stops when nobody asks on.
///
///     var walk = try FileOrder(["ged.csv"], filter: "killed>10")
///     while let (store, rows) = try walk.next() { for row in rows { use(store.event(at: row)) } }
struct FileOrder {
  /// Nil where no file is named, and the bundled timeline is walked.
  private var intake: Intake?
  private let filter: String
  private let rowsAtOnce: Int
  private var hasBegun = false
  private var directory: Directory
  /// Whether some part knew every name in the filter, or let an event through.
  private var filterIsKnown = false
  private var refusal: FilterError?

  /// - Parameter limit: how many events are wanted, so that no more is read than that takes.
  init(_ files: [String], filter: String?, limit: Int?) throws(Failure) {
    if files.isEmpty {
      (intake, header) = (nil, try Opening.bundled.store.timeline)
    } else {
      let opened = try Intake(files)
      (intake, header) = (opened, opened.header)
    }
    self.filter = filter ?? ""
    rowsAtOnce = filter == nil ? min(max(limit ?? .max, Self.fewest), RowChunk.usualCapacity) : RowChunk.usualCapacity
    directory = Directory(header)
    for note in intake?.notes ?? [] { Output.complain("annals: \(note)") }
  }

  /// Fewer rows at once cost more than they save.
  private static let fewest = 1_024

  /// Titles and names, as far as they are known before the first row.
  let header: Timeline

  /// The events that come next, as a store of their own, and those of its rows that the filter lets through; nil at the end.
  ///
  /// - Throws: a failure when the filter makes no sense, or names what is nowhere in the files.
  mutating func next() throws(Failure) -> (EventStore, [Row])? {
    if !hasBegun {
      hasBegun = true
      if intake == nil { return try asTheyStand(Opening.bundled.store) }
      if !header.events.isEmpty { return try asTheyStand(EventStore(header)) }
    }
    let count = rowsAtOnce
    while true {
      let piece = intake?.next(atMost: count)
      switch piece {
      case .nothingYet: continue
      case .rows(let part): return try select(store(of: part))
      case .end, nil:
        if !filterIsKnown, let refusal { throw FilterOption.failure(refusal, in: filter) }
        return nil
      }
    }
  }

  /// The events of curated timelines, which their store has in another order, as they stand in their files.
  private mutating func asTheyStand(_ store: EventStore) throws(Failure) -> (EventStore, [Row]) {
    let (store, rows) = try select(store)
    let places = rows.map { (row: $0, place: store.event(at: $0).location ?? SourceLocation(file: "")) }
    return (store, places.sorted { ($0.place, $0.row) < ($1.place, $1.row) }.map(\.row))
  }

  private mutating func store(of part: RowReader.Part) -> EventStore {
    // A table brings all names with its rows, but for the actors of rows before.
    directory.learn(actors: part.chunk.newActors, places: part.chunk.placeNames == nil ? part.chunk.newPlaces : [])
    var header = header
    (header.events, header.actors, header.places) = ([], directory.actors, directory.places)
    var builder = StoreBuilder(header, directory: directory)
    builder.append(part.chunk, from: builder.addSource(part.decoder))
    return builder.snapshot()
  }

  private mutating func select(_ store: EventStore) throws(Failure) -> (EventStore, [Row]) {
    switch store.parse(filter, today: Today.day) {
    case .success: filterIsKnown = true
    case .failure(let error): refusal = error
    }
    switch store.parse(filter, today: Today.day, isPart: true) {
    case .failure(let error): throw FilterOption.failure(error, in: filter)
    case .success(let parsed):
      let selection = store.select(parsed)
      let rows = store.rowsAsTheyArrived.filter(selection.contains)
      if !rows.isEmpty { filterIsKnown = true }
      return (store, rows)
    }
  }

  /// Says on standard error how many errors there were in what was read.
  func complain() {
    if let intake { OpenedStore.complain(of: intake.problems, in: intake.reports.first?.name) }
  }
}
