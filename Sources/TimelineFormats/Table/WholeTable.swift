import TimelineModel

/// The rows of some files as one timeline with all its events, for callers that want that.
struct WholeTable {
  private var timeline: Timeline?
  private var problems: [Problem] = []
  private(set) var ledger = IDLedger()

  /// Reads a file to its end.
  mutating func add(_ opened: RowReader) {
    var reader = opened
    var events: [Event] = []
    var header = reader.header
    while let part = reader.next() {
      header.actors += part.chunk.newActors
      header.places += part.chunk.newPlaces
      for row in 0..<part.chunk.count { events.append(part.decoder.event(at: row)) }
    }
    if let first = timeline {
      let (actors, places) = (Set(first.actors.map(\.id)), Set(first.places.map(\.id)))
      header.actors = first.actors + header.actors.filter { !actors.contains($0.id) }
      header.places = first.places + header.places.filter { !places.contains($0.id) }
      header.events = first.events
    }
    header.events += events
    timeline = header
    problems += reader.problems
    ledger = reader.ledger
  }

  var result: ReadResult { ReadResult(timeline: timeline ?? Timeline(id: "", title: ""), problems: problems) }
}
