import TimelineBrowser
import TimelineModel
import TimelineStore

/// A file of rows while it is read: stores of its first rows, as a reader publishes them.
///
///     var file = GrowingSample(["b 1991", "a 1990"])
///     file.store(1)           // b alone
///     file.store(2)           // a before b, which keeps its place in the file
struct GrowingSample {
  private let events: [Event]

  /// - Parameter rows: an id and a year each, in the order of the file.
  init(_ rows: [String]) {
    events = rows.map { row in
      let words = row.split(separator: " ")
      let (id, year) = (String(words[0]), words.count > 1 ? String(words[1]) : "")
      return Event(id: id, date: date(year), title: "Event \(id) of \(year)", kind: .clash)
    }
  }

  private struct Decoder: EventDecoder {
    let events: [Event]
    func event(at index: Int) -> Event { events[index] }
  }

  /// The store of the first rows.
  func store(_ count: Int) -> EventStore {
    var builder = StoreBuilder(Timeline(id: "rows", title: "Rows"))
    var chunk = RowChunk()
    for event in events.prefix(count) { chunk.append(event, in: Directory()) }
    builder.append(chunk, from: builder.addSource(Decoder(events: events)))
    return builder.snapshot()
  }

  /// How far the file has been read with so many rows.
  func progress(_ count: Int) -> Progress { Progress(bytesRead: count * 10, bytesInAll: events.count * 10, events: count) }
}

extension Session {
  /// Takes in the store of the first rows of a file: part of it, or all.
  mutating func load(_ count: Int, of file: GrowingSample, isAll: Bool = false, problems: [Problem] = []) {
    send(.loaded(file.store(count), problems, isAll ? nil : file.progress(count)))
  }
}
