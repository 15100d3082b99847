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
  private var directory: Directory
  private var decoders: [(decoder: any EventDecoder, count: Int)] = []
  private var segments: [EventStore.Segment] = []
  private var facts = FactTable()
  private var actors = CodeColumnBuilder()
  private var places = CodeColumnBuilder()
  private var sources = CodeColumnBuilder()
  private var lineageOfActors = Lineages()
  private var lineageOfPlaces = Lineages()
  private var extras: [(name: String, column: CodeColumnBuilder)] = []
  private var text = TextColumn()
  private var links: [(arrival: Int, id: Identifier, link: Link)] = []
  private var publishedCount = 0
  /// The places of all chunks so far, where they lie in one file.
  private var placeNames: PlaceNames?

  /// - Parameters:
  ///   - timeline: the header and the names that are known before any row; chunks bring more. Its events, if it has any, are the first rows.
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

  /// Learns whom and what the rows to come name for the first time; of two with the same id the first stands. The places of one file alone are left where
  /// they lie.
  private mutating func learnNames(of chunk: RowChunk) {
    if let names = chunk.placeNames, directory.placeCount == 0, places.dictionary.count == 0 || places.source === names.source {
      placeNames = names
      return directory.learn(actors: chunk.newActors, places: [])
    }
    if let names = placeNames {
      placeNames = nil
      directory.learn(actors: [], places: PlaceNames(source: names.source, known: 0, count: names.count).new)
    }
    directory.learn(actors: chunk.newActors, places: chunk.newPlaces)
  }

  /// Takes a chunk whole, the names that it brings first. Its rows follow those that the same source gave before.
  public mutating func append(_ chunk: RowChunk, from source: Source) {
    learnNames(of: chunk)
    guard chunk.count > 0 else { return }
    let first = facts.count
    segments.append(EventStore.Segment(firstArrival: first, decoder: decoders[source.index].decoder, firstIndex: decoders[source.index].count))
    decoders[source.index].count += chunk.count

    facts.append(chunk)
    actors.append(chunk.actors, firstArrival: first)
    places.append(chunk.places, firstArrival: first)
    sources.append(chunk.sources, firstArrival: first)
    for (name, lists) in chunk.extras {
      let index = extras.firstIndex { $0.name == name } ?? extras.count
      if index == extras.count { extras.append((name, CodeColumnBuilder())) }
      extras[index].column.append(lists, firstArrival: first)
    }
    for link in chunk.links { links.append((first + link.row, link.id, link.link)) }
    text.append(chunk, firstArrival: first, readBackBy: decoders[source.index].decoder, from: decoders[source.index].count - chunk.count)
  }

  /// A store of everything appended so far.
  public mutating func snapshot() -> EventStore {
    publishedCount = count
    let arrivals = TimeOrder.arrivals(of: facts.parts)
    let rows = TimeOrder.inverse(of: arrivals)
    var directory = directory
    let shelf = placeNames.map { $0.source.shelf(count: $0.count) }
    if let shelf { directory.stand(shelf) }
    lineageOfActors.extend(&actors.dictionary, above: directory.above(actor:))
    // Places on a shelf are looked at when somebody asks for them.
    if shelf == nil { lineageOfPlaces.extend(&places.dictionary, above: directory.above(place:)) }
    let made = ColumnMaker(facts: facts, builders: [actors, places]).columns(rows)
    let (actorColumn, placeColumn) = (made.codes[0], made.codes[1])
    let columns = Columns(
      made.facts, actors: actorColumn, actorsAndAbove: actorColumn.adding(lineageOfActors.above), places: placeColumn,
      placesAndAround: Lazily { [lineageOfPlaces] in shelf.map { placeColumn.adding($0) } ?? placeColumn.adding(lineageOfPlaces.above) },
      sources: Lazily { [sources] in sources.column(rows) },
      extras: extras.map { extra in Columns.Extra(extra.name, Lazily { extra.column.column(rows) }) }, text: text,
      links: linkTable(rows, made.facts.idHash), arrival: arrivals, rowOfArrival: rows)
    return EventStore(EventStore.Snapshot(header: timeline, directory: directory, columns: columns, segments: segments))
  }

  /// The links with the rows and ids of the events that bear them.
  private func linkTable(_ rows: [UInt32], _ idHash: [UInt64]) -> LinkTable {
    guard !links.isEmpty else { return LinkTable([], idHash: []) }
    return LinkTable(links.map { (row: Int(rows[$0.arrival]), id: $0.id, link: $0.link) }, idHash: idHash)
  }
}

extension CodeColumn {
  /// With the codes above each, all of which are among its values.
  fileprivate func adding(_ above: [[UInt32]]) -> CodeColumn {
    adding(valueCount, { values }, above: { $0 < above.count ? above[$0] : [] })
  }

  /// With the places around each place of a shelf that are no row's own.
  fileprivate func adding(_ shelf: any PlaceShelf) -> CodeColumn {
    adding(shelf.count, { (0..<shelf.count).map { shelf.id(at: $0) } }, above: shelf.around)
  }
}
