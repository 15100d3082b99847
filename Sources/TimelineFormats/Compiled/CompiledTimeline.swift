public import TimelineModel

/// A timeline in the form in which it opens at once: nothing is parsed, and an event is made only when somebody looks at it.
///
/// ```
/// magic      "annals" 0 VERSION                              8 bytes
/// places     strings, header, rows, sources, events: where each begins   5 × u32, little-endian, bytes from the start
/// strings    count u32, ends [u32], then all distinct strings end to end
/// header     the timeline without its sources and events, in the writer's order
/// rows       the columns of a store, as they lie (``CompiledColumns``)
/// sources    count u32, ends [u32], then the sources end to end, in order of their ids
/// events     count u32, ends [u32], then the events end to end
/// ```
/// Numbers in header and events are varints (LEB128); a text is the number of its string plus one, and 0 is no text. Events stand in the order of
/// their ids. The form is annals' own and may change with any version: it is made from the YAML, never kept in its place.
public struct CompiledTimeline: EventDecoder, Sendable {
  static let magic: [UInt8] = Array("annals".utf8) + [0, 4]

  /// The timeline without its sources and events: title, eras, actors, places.
  public let header: Timeline
  /// The actors and places of the header, and the sources, each of which is made when it is asked for.
  public let directory: Directory
  private let strings: CompiledStrings
  private let bytes: CompiledBytes
  private let rowsStart: Int
  private let events: CompiledTable

  /// Nil when the bytes are not a compiled timeline of this version. Damage beyond that gives empty texts and zeros, never a trap.
  public init?(_ bytes: CompiledBytes) {
    guard bytes.count >= 28, Self.magic.indices.allSatisfy({ bytes[$0] == Self.magic[$0] }) else { return nil }
    self.bytes = bytes
    strings = CompiledStrings(table: CompiledTable(bytes, at: bytes.word(at: 8)))
    rowsStart = bytes.word(at: 16)
    events = CompiledTable(bytes, at: bytes.word(at: 24))
    var cursor = CompiledCursor(bytes, at: bytes.word(at: 12), strings)
    header = Timeline(from: &cursor)
    directory = Directory(
      actors: header.actors, places: header.places,
      shelf: CompiledSources(table: CompiledTable(bytes, at: bytes.word(at: 20)), bytes: bytes, strings: strings))
  }

  /// How many events there are.
  public var count: Int { events.count }

  /// The compiled form of a timeline. Where its parts stood in their files is kept for events alone.
  public static func compile(_ timeline: Timeline) -> [UInt8] {
    var pool = CompiledPool()
    var header = CompiledWriter()
    timeline.write(to: &header, &pool)
    let directory = Directory(timeline)
    let sorted = timeline.events.sorted { $0.id < $1.id }
    var chunk = RowChunk(leavesTextToDecoder: true)
    // In the order of the header, so that a store takes the numbering over as it is.
    for actor in timeline.actors { _ = chunk.actors.code(for: actor.id) }
    for place in timeline.places { _ = chunk.places.code(for: place.id) }
    for event in sorted { chunk.append(event, in: directory) }
    let rows = CompiledColumns.bytes(of: chunk, &pool)
    let sources = timeline.sources.sorted { $0.id < $1.id }.map { source in
      var record = CompiledWriter()
      source.write(to: &record, &pool)
      return record.bytes
    }
    let shelf = CompiledTable.bytes(of: sources)
    var events: [[UInt8]] = []
    for event in sorted {
      var record = CompiledWriter()
      event.write(to: &record, &pool)
      events.append(record.bytes)
    }
    let strings = CompiledTable.bytes(of: pool.strings.map { Array($0.utf8) })
    var out = magic
    var place = 28
    for part in [strings.count, header.bytes.count, rows.count, shelf.count] {
      CompiledTable.append(place, to: &out)
      place += part
    }
    CompiledTable.append(place, to: &out)
    return out + strings + header.bytes + rows + shelf + CompiledTable.bytes(of: events)
  }

  /// The columns of all events, in the order in which ``event(at:)`` counts them, their text left to be asked for.
  public func chunk() -> RowChunk { CompiledColumns.chunk(bytes, at: rowsStart, strings) }

  public func event(at index: Int) -> Event {
    guard let start = events.start(of: index) else { return Event(id: "", date: nil, title: "", kind: EventKind(rawValue: "")) }
    var cursor = CompiledCursor(bytes, at: start, strings)
    return Event(from: &cursor)
  }
}
