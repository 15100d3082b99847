public import EDTF
public import TimelineModel

/// Many events at speed: an immutable snapshot of columns that answers for a filter how many, which rows, which facets, how dense.
///
/// A curated timeline (hundreds of rich events) and a data set (millions of thin ones) are the same store. Whoever asks gets windows and
/// summaries; the loops over rows are here.
///
///     let store = EventStore(timeline)
///     let filter = try store.parse("actor:armenia since:2020", today: nil).get()
///     let selection = store.select(filter)
///     selection.rows(0..<40).map { store.summary(at: $0).title }
///
/// Copying a store copies one reference. Two are equal when they are the same snapshot.
public struct EventStore: Sendable, Equatable {
  let snapshot: Snapshot
  /// What ``marking(noted:bookmarked:)`` was told.
  var marked = MarkedRows()
  /// Values of a filter that mean one name in a whole of which this is a part; see ``PartFilter``.
  var settledNames: Set<SettledName> = []

  /// What one snapshot consists of.
  final class Snapshot: Sendable {
    let header: Timeline
    let directory: Directory
    let columns: Columns
    private let lazyNames: Lazily<Names>
    /// The first and the last known day of all rows.
    let span: (first: Day, last: Day)?
    let segments: [Segment]
    let facets = KeptFacets()

    init(header: Timeline, directory: Directory, columns: Columns, segments: [Segment]) {
      self.header = header
      self.directory = directory
      self.columns = columns
      lazyNames = Lazily { Names(columns, directory) }
      span = columns.span(of: Bitset(allBelow: columns.count))
      self.segments = segments
    }

    /// Under which names actors, places, sources and kinds are found; made when a filter or a search first asks.
    var names: Names { lazyNames.value }
  }

  /// Rows that arrived one after another and are read back by one decoder.
  struct Segment: Sendable {
    let firstArrival: Int
    let decoder: any EventDecoder
    /// The decoder's index of the first of them.
    let firstIndex: Int
  }

  var columns: Columns { snapshot.columns }
  var names: Names { snapshot.names }

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// A store of a curated timeline.
  public init(_ timeline: Timeline) {
    var builder = StoreBuilder(timeline)
    self = builder.snapshot()
  }

  public static func == (one: EventStore, other: EventStore) -> Bool { one.snapshot === other.snapshot }

  /// Title, scope, eras and rules. Actors, places and sources are in the ``directory``; large data have no events here.
  public var header: Timeline { snapshot.header }
  /// The same with all actors and places. Costs as much as making each of them.
  public var timeline: Timeline {
    var timeline = header
    (timeline.actors, timeline.places) = (directory.actors, directory.places)
    return timeline
  }
  public var directory: Directory { snapshot.directory }
  public var count: Int { columns.count }
  public var isEmpty: Bool { count == 0 }
  /// The first and the last known day of all rows. Open ends do not stretch it; nil when nothing is dated.
  public var span: (first: Day, last: Day)? { snapshot.span }
  /// Whether any row is of fighting or of talks; if not, a strip shows events and deaths instead.
  public var hasBands: Bool { columns.kinds.contains { EventKind(rawValue: $0).band != nil } }
  /// Makes what the first picture of all rows needs. For whoever makes a store while another is being looked at: taking this one over then costs next to
  /// nothing.
  public func prepareFirstPicture() { _ = (columns.stripIndex, columns.dayBlocks) }

  /// Makes what the first filter, search or table would have to wait for. For whoever has a thread to spare while the store is being looked at.
  public func prepare() {
    _ = (names.actors, names.places, names.sources, columns.placesAndAround, columns.sources, lookAlikes)
    for extra in columns.extras { _ = extra.column }
    for column in [columns.actorsAndAbove, columns.placesAndAround, columns.sources] { _ = column.counts }
    // On one processor, so that the other is the reader's.
    for segment in columns.text.segments { _ = segment.folded.value }
    _ = (actorLabels, placeLabels)
  }

  /// All rows in time order.
  public var all: Selection { Selection(Bitset(allBelow: count), of: columns, order: .date) }
}
