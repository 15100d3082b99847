public import TimelineModel

/// A timeline in the form in which it opens at once: nothing is parsed, and an event is made only when somebody looks at it.
///
/// ```
/// magic      "annals" 0 VERSION                              8 bytes
/// places     strings, header, actors, places, sources, rows, events: where each begins   7 × u32, little-endian, bytes from the start
/// strings    count u32, ends [u32], then all distinct strings end to end
/// header     the timeline without its actors, places, sources and events, in the writer's order
/// actors     and places and sources: records in the order of the files, then their numbers in order of the ids (``CompiledShelf``)
/// rows       the columns of a store, as they lie (``CompiledColumns``)
/// events     count u32, ends [u32], then the events end to end
/// ```
/// Numbers in header and events are varints (LEB128); a text is the number of its string plus one, and 0 is no text. Events stand in the order of
/// the rows. The form is annals' own and may change with any version: it is made from the YAML, never kept in its place.
public struct CompiledTimeline: EventDecoder, Sendable {
  static let magic: [UInt8] = Array("annals".utf8) + [0, 5]

  /// The timeline without its actors, places, sources and events: title, eras, rules.
  public let header: Timeline
  /// The actors, places and sources, each of which is made when it is asked for.
  public let directory: Directory
  private let strings: CompiledStrings
  private let bytes: CompiledBytes
  private let rowsStart: Int
  private let events: CompiledTable

  /// Nil when the bytes are not a compiled timeline of this version. Damage beyond that gives empty texts and zeros, never a trap.
  public init?(_ bytes: CompiledBytes) {
    guard bytes.count >= Self.placesEnd, Self.magic.indices.allSatisfy({ bytes[$0] == Self.magic[$0] }) else { return nil }
    self.bytes = bytes
    let strings = CompiledStrings(table: CompiledTable(bytes, at: bytes.word(at: 8)))
    self.strings = strings
    var cursor = CompiledCursor(bytes, at: bytes.word(at: 12), strings)
    header = Timeline(from: &cursor)
    func shelf(_ place: Int) -> CompiledShelf { CompiledShelf(bytes, at: bytes.word(at: place), strings) }
    directory = Directory(names: CompiledNames(actors: shelf(16), places: shelf(20)), shelf: CompiledSources(shelf: shelf(24)))
    rowsStart = bytes.word(at: 28)
    events = CompiledTable(bytes, at: bytes.word(at: 32))
  }

  /// Where the places of the parts end.
  private static let placesEnd = 8 + 7 * 4

  /// How many events there are.
  public var count: Int { events.count }

  /// The compiled form of a timeline. Where its parts stood in their files is kept for events alone.
  ///
  /// - Parameters:
  ///   - timeline: the header, actors, places and sources.
  ///   - events: all events in the order of the rows.
  ///   - columns: those of a store of these events.
  package static func compile(_ timeline: Timeline, events: [Event], columns: KeptColumns) -> [UInt8] {
    var pool = CompiledPool()
    var header = CompiledWriter()
    timeline.write(to: &header, &pool)
    func record(_ id: Identifier, _ write: (inout CompiledWriter, inout CompiledPool) -> Void) -> (id: Identifier, bytes: [UInt8]) {
      var writer = CompiledWriter()
      write(&writer, &pool)
      return (id, writer.bytes)
    }
    let actors = CompiledShelf.bytes(of: timeline.actors.map { actor in record(actor.id) { actor.write(to: &$0, &$1) } })
    let places = CompiledShelf.bytes(of: timeline.places.map { place in record(place.id) { place.write(to: &$0, &$1) } })
    let sources = CompiledShelf.bytes(of: timeline.sources.map { source in record(source.id) { source.write(to: &$0, &$1) } })
    let rows = CompiledColumns.bytes(of: columns, &pool)
    let records = CompiledTable.bytes(of: events.map { event in record(event.id) { event.write(to: &$0, &$1) }.bytes })
    let strings = CompiledTable.bytes(of: pool.strings.map { Array($0.utf8) })
    let parts = [strings, header.bytes, actors, places, sources, rows, records]
    var out = magic
    var place = placesEnd
    for part in parts {
      CompiledTable.append(place, to: &out)
      place += part.count
    }
    for part in parts { out += part }
    return out
  }

  /// The columns of all events, ready for a store.
  package var columns: KeptColumns { CompiledColumns.columns(bytes, at: rowsStart, strings) }

  public func event(at index: Int) -> Event {
    guard let start = events.start(of: index) else { return Event(id: "", date: nil, title: "", kind: EventKind(rawValue: "")) }
    var cursor = CompiledCursor(bytes, at: start, strings)
    return Event(from: &cursor)
  }

  public func outline(at index: Int) -> Event {
    guard let start = events.start(of: index) else { return Event(id: "", date: nil, title: "", kind: EventKind(rawValue: "")) }
    var cursor = CompiledCursor(bytes, at: start, strings)
    return Event(outlineFrom: &cursor)
  }
}
