import TimelineModel

/// The rows of some files as one timeline with all its events, for callers that want that.
struct WholeTable {
  private var timeline: Timeline?
  private var directory = Directory()
  private var problems: [Problem] = []
  private(set) var ledger = IDLedger()

  /// Reads a file to its end.
  mutating func add(_ opened: RowReader) {
    var reader = opened
    var events: [Event] = []
    while let part = reader.next() {
      directory.learn(actors: part.chunk.newActors, places: part.chunk.newPlaces)
      for row in 0..<part.chunk.count { events.append(part.decoder.event(at: row)) }
    }
    var header = timeline ?? reader.header
    header.events += events
    timeline = header
    problems += reader.problems
    ledger = reader.ledger
  }

  var result: ReadResult {
    var timeline = timeline ?? Timeline(id: "", title: "")
    (timeline.actors, timeline.places) = (directory.actors, directory.places)
    return ReadResult(timeline: timeline, problems: problems)
  }
}
