import EDTF
public import TimelineModel

/// Takes chunks of rows as a reader makes them, and gives stores that can be browsed while the rest is being read.
///
///     var builder = StoreBuilder(header)
///     let source = builder.addSource(decoder)
///     while let chunk = reader.next() {
///       builder.append(chunk, from: source)
///       if builder.isWorthPublishing { publish(builder.snapshot()) }
///     }
///     publish(builder.snapshot())
///
/// A snapshot costs O(n), sorting included, so publish when the rows have doubled and not after every chunk: all snapshots together then cost
/// twice the last one.
public struct StoreBuilder: Sendable {
  /// Whose rows a chunk brings.
  public struct Source: Hashable, Sendable {
    let index: Int
  }

  private let timeline: Timeline
  private let directory: Directory
  private var decoders: [(decoder: any EventDecoder, count: Int)] = []
  private var segments: [EventStore.Segment] = []
  private var facts: [RowFacts] = []
  private var kinds = CodeDictionary()
  private var actors = CodeColumnBuilder()
  private var places = CodeColumnBuilder()
  private var sources = CodeColumnBuilder()
  private var extras: [(name: String, column: CodeColumnBuilder)] = []
  private var text = TextColumn()
  private var links: [(arrival: Int, id: Identifier, link: Link)] = []
  private var publishedCount = 0

  /// - Parameters:
  ///   - timeline: the header and the names that rows refer to. Its events, if it has any, are the first rows.
  ///   - directory: the timeline's, where it is kept apart.
  public init(_ timeline: Timeline, directory: Directory? = nil) {
    self.timeline = timeline
    self.directory = directory ?? Directory(timeline)
    // Whoever is known by name is known to filters, even before the first event.
    actors = CodeColumnBuilder(known: Self.distinct(timeline.actors.map(\.id)))
    places = CodeColumnBuilder(known: Self.distinct(timeline.places.map(\.id)))
    guard !timeline.events.isEmpty else { return }
    let curated = CuratedEvents(timeline.events)
    let source = addSource(curated)
    for chunk in curated.chunks(self.directory) { append(chunk, from: source) }
  }

  /// Each id once, in order of first mention.
  private static func distinct(_ ids: [Identifier]) -> [Identifier] {
    let sorted = ids.sorted()
    guard zip(sorted, sorted.dropFirst()).contains(where: ==) else { return ids }
    var seen = Set<Identifier>()
    return ids.filter { seen.insert($0).inserted }
  }

  public var count: Int { facts.count }

  /// Whether there are twice as many rows as in the last snapshot.
  public var isWorthPublishing: Bool { count > 0 && count >= publishedCount * 2 }

  /// Another file of rows, with what reads them back.
  public mutating func addSource(_ decoder: any EventDecoder) -> Source {
    decoders.append((decoder, 0))
    return Source(index: decoders.count - 1)
  }

  /// Takes a chunk whole. Its rows follow those that the same source gave before.
  public mutating func append(_ chunk: RowChunk, from source: Source) {
    guard chunk.count > 0 else { return }
    let first = facts.count
    segments.append(EventStore.Segment(firstArrival: first, decoder: decoders[source.index].decoder, firstIndex: decoders[source.index].count))
    decoders[source.index].count += chunk.count

    let kindCodes = chunk.kinds.values.map { kinds.code(for: $0) }
    for var row in chunk.facts {
      row.kind = Int(row.kind) < kindCodes.count ? kindCodes[Int(row.kind)] : kinds.code(for: "")
      facts.append(row)
    }
    actors.append(chunk.actors, rows: chunk.count)
    places.append(chunk.places, rows: chunk.count)
    sources.append(chunk.sources, rows: chunk.count)
    for (name, lists) in chunk.extras {
      let index = extras.firstIndex { $0.name == name } ?? extras.count
      if index == extras.count { extras.append((name, CodeColumnBuilder())) }
      extras[index].column.pad(to: first)
      extras[index].column.append(lists, rows: chunk.count)
    }
    for link in chunk.links { links.append((first + link.row, link.id, link.link)) }
    text.append(chunk, firstArrival: first, readBackBy: decoders[source.index].decoder, from: decoders[source.index].count - chunk.count)
  }

  /// A store of everything appended so far.
  public mutating func snapshot() -> EventStore {
    publishedCount = count
    let arrivals = TimeOrder.arrivals(of: facts)
    let actorColumn = actorsWithAncestors(arrivals)
    let placeColumn = placesWithSurroundings(arrivals)
    let inOrder = arrivals.map { facts[Int($0)] }
    let columns = Columns(
      datedCount: inOrder.count { $0.marks.contains(.dated) },
      earliest: inOrder.map(\.earliest), latest: inOrder.map(\.latest), precision: inOrder.map(\.precision), marks: inOrder.map(\.marks),
      kind: inOrder.map(\.kind), kinds: kinds.values,
      weight: inOrder.map(\.weight),
      sourceCount: inOrder.map(\.sourceCount),
      killed: TollColumn(inOrder.lazy.map(\.killed)), wounded: TollColumn(inOrder.lazy.map(\.wounded)), idHash: inOrder.map(\.idHash),
      actors: actorColumn.own, actorsAndAbove: actorColumn.all, places: placeColumn.own, placesAndAround: placeColumn.all,
      sources: sources.column(inOrder: arrivals),
      extras: extras.map { extra in
        var column = extra.column
        column.pad(to: facts.count)
        return (extra.name, column.column(inOrder: arrivals))
      },
      text: text, links: linkTable(arrivals, inOrder.map(\.idHash)), arrival: arrivals)
    return EventStore(
      EventStore.Snapshot(timeline: timeline, directory: directory, columns: columns, segments: segments))
  }

  /// The links with the rows and ids of the events that bear them.
  private func linkTable(_ arrivals: [UInt32], _ idHash: [UInt64]) -> LinkTable {
    guard !links.isEmpty else { return LinkTable([], idHash: []) }
    let rows = TimeOrder.inverse(of: arrivals)
    return LinkTable(links.map { (row: Int(rows[$0.arrival]), id: $0.id, link: $0.link) }, idHash: idHash)
  }

  private func actorsWithAncestors(_ arrivals: [UInt32]) -> (own: CodeColumn, all: CodeColumn) {
    var actors = actors
    return Self.column(&actors, arrivals) { directory.lineage(ofActor: $0) }
  }

  private func placesWithSurroundings(_ arrivals: [UInt32]) -> (own: CodeColumn, all: CodeColumn) {
    var places = places
    return Self.column(&places, arrivals) { directory.lineage(ofPlace: $0) }
  }

  /// A column and the same with each code's lineage; both have the whole lineage in their dictionary.
  private static func column(
    _ builder: inout CodeColumnBuilder, _ arrivals: [UInt32], lineage: (Identifier) -> [Identifier]
  ) -> (own: CodeColumn, all: CodeColumn) {
    let above = builder.dictionary.values.map { id in lineage(id).dropFirst().map { builder.code(for: $0) } }
    let own = builder.column(inOrder: arrivals)
    return (own, own.adding(above: above))
  }
}
