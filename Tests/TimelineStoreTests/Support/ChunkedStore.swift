import EDTF
import TimelineModel
import TimelineStore

/// Large data: a thin row a day, made into an event only when somebody looks at it.
enum ChunkedStore {
  struct Rows: EventDecoder {
    let title: @Sendable (Int) -> String
    func event(at index: Int) -> Event {
      Event(id: "row-\(index)", date: EDTFDate(Day(Int64(index))), title: title(index), kind: EventKind(rawValue: "state-based"))
    }
  }

  static func make(rows: Int, chunk size: Int = 7_000, title: @escaping @Sendable (Int) -> String) -> EventStore {
    var builder = StoreBuilder(Timeline(id: "large", title: "Large"))
    let source = builder.addSource(Rows(title: title))
    for first in stride(from: 0, to: rows, by: size) {
      builder.append(chunk(first..<min(first + size, rows), title: title), from: source)
    }
    return builder.snapshot()
  }

  static func chunk(_ rows: Range<Int>, title: (Int) -> String) -> RowChunk {
    var chunk = RowChunk()
    for index in rows {
      chunk.actors.add(chunk.actors.code(for: "Side \(index % 3)"))
      chunk.addText(title(index))
      chunk.append(RowFacts(date: EDTFDate(Day(Int64(index))), kind: chunk.kinds.code(for: "state-based"), id: "row-\(index)"))
    }
    return chunk
  }
}
