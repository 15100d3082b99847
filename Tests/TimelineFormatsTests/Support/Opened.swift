import Bytes
import TimelineFormats
import TimelineModel

/// A table read to its end: its events in the file's order, what the columns of a store would hold, and its problems.
struct Opened {
  var header: Timeline
  var events: [Event] = []
  var facts: [RowFacts] = []
  var chunks: [RowChunk] = []
  var problems: [Problem]

  init(_ format: Format, _ text: String, name: String = "a.csv", limits: ReadingLimits = .standard) {
    self.init(format, Array(text.utf8), name: name, limits: limits)
  }

  init(_ format: Format, _ bytes: [UInt8], name: String = "a.csv", limits: ReadingLimits = .standard) {
    switch format.open(.memory(bytes), name: name, limits: limits) {
    case .timeline(let result):
      header = result.timeline
      events = result.timeline.events
      problems = result.problems
    case .rows(var reader):
      var (actors, places): ([Actor], [Place]) = ([], [])
      while let part = reader.next() {
        chunks.append(part.chunk)
        actors += part.chunk.newActors
        places += part.chunk.newPlaces
        facts += part.chunk.facts
        events += (0..<part.chunk.count).map { part.decoder.event(at: $0) }
      }
      header = reader.header
      (header.actors, header.places) = (actors, places)
      problems = reader.problems
    }
  }

  /// A fixture, in the format that recognises it.
  init(fixture: String) throws {
    let bytes = try FileBytes(path: Fixtures.root + "/Fixtures/" + fixture).array
    let name = String(fixture.split(separator: "/").last ?? "")
    guard let format = Format.detect(name: name, head: Array(bytes.prefix(8192))) else { throw Unrecognised(name: name) }
    self.init(format, bytes, name: name)
  }

  struct Unrecognised: Error { var name: String }

  /// `code at line:column` of every problem.
  var places: [String] { problems.map { "\($0.code) \($0.location.line):\($0.location.column)" } }
  var codes: Set<String> { Set(problems.map(\.code)) }
}

extension Event {
  func field(_ name: String) -> String? { extra.first { $0.name == name }?.value }
}
