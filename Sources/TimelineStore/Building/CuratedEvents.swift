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
      for event in events[first..<min(first + RowChunk.usualCapacity, events.count)] { chunk.append(event, in: directory) }
      return chunk
    }
  }
}
