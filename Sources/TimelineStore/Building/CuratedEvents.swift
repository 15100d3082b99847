import EDTF
import TimelineModel

/// The events of a timeline as a source of rows: held whole, put in order once, and read back by number.
struct CuratedEvents: EventDecoder {
  private let events: [Event]

  /// In order of id, so that events that are equal in time come to stand in that order.
  init(_ events: [Event]) { self.events = events.sorted { $0.id < $1.id } }

  func event(at index: Int) -> Event {
    events.indices.contains(index) ? events[index] : Event(id: "", date: nil, title: "", kind: EventKind(rawValue: ""))
  }

  func chunks(_ directory: Directory) -> [RowChunk] {
    stride(from: 0, to: events.count, by: RowChunk.usualCapacity).map { first in
      var chunk = RowChunk(leavesTextToDecoder: true)
      for event in events[first..<min(first + RowChunk.usualCapacity, events.count)] { chunk.append(event, directory) }
      return chunk
    }
  }
}

extension RowChunk {
  /// An event with all that can be asked of it.
  fileprivate mutating func append(_ event: Event, _ directory: Directory) {
    for part in event.actors { actors.add(actors.code(for: part.actor)) }
    for place in event.places { places.add(places.code(for: place)) }
    let allSources = event.allSources
    for source in allSources { sources.add(sources.code(for: source)) }
    for field in event.extra { addExtra(field.name, field.value) }
    for link in event.links { addLink(link, from: event.id) }
    append(
      RowFacts(
        date: event.date, kind: kinds.code(for: event.kind.rawValue), id: event.id, weight: event.weight,
        killed: Toll(.killed, of: event, in: directory)?.figure, wounded: Toll(.wounded, of: event, in: directory)?.figure,
        sourceCount: allSources.count, marks: RowMarks(of: event)))
  }
}
