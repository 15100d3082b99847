import EDTF
import SeededRandom
import Testing
import TimelineModel
import TimelineStore

@Suite("A filter lets through just the rows that a plain loop over the events would")
struct FilterPropertyTests {
  @Test("each clause alone", arguments: 0..<40)
  func clauses(seed: Int) {
    var random = SeededGenerator(seed)
    for _ in 0..<5 {
      let timeline = RandomTimeline.make(&random, events: random.oneIn(5) ? Int.random(in: 60...130, using: &random) : Int.random(in: 0...15, using: &random))
      let store = EventStore(timeline)
      let plain = PlainFilter(timeline)
      let events = (0..<store.count).map { store.event(at: Row($0)) }
      for _ in 0..<100 {
        let clause = RandomFilter.clause(&random)
        let selection = store.select(Filter([clause]))
        let expected = events.indices.filter { plain.passes(events[$0], clause) }
        #expect(selection.rows(0..<selection.count).map(\.number) == expected, "\(clause.text), seed \(seed)")
      }
    }
  }

  @Test("several clauses together, some of them off, in every order", arguments: 0..<20)
  func filters(seed: Int) {
    var random = SeededGenerator(seed + 1_000)
    let timeline = RandomTimeline.make(&random, events: 80)
    let store = EventStore(timeline)
    let plain = PlainFilter(timeline)
    for _ in 0..<30 {
      var filter = Filter((0..<Int.random(in: 0...3, using: &random)).map { _ in RandomFilter.clause(&random) })
      if let last = filter.clauses.indices.last, random.oneIn(2) { filter = filter.toggling(at: last) }
      let order = SortOrder(random.pick(SortOrder.Key.allCases), isReversed: random.oneIn(2))
      let selection = store.select(filter, sort: order)
      let rows = selection.rows(0..<selection.count)
      #expect(Set(rows.map(\.number)) == Set((0..<store.count).filter { plain.passes(store.event(at: Row($0)), filter) }))
      #expect(rows == plainlySorted(rows, by: order, store))
      for (position, row) in rows.enumerated() {
        #expect(selection.position(of: row) == position)
        #expect(selection.row(at: position) == row)
      }
      #expect(selection.undatedCount == rows.count { !store.isDated($0) })
    }
  }

  private func plainlySorted(_ rows: [Row], by order: SortOrder, _ store: EventStore) -> [Row] {
    func key(_ row: Row) -> Int? {
      switch order.key {
      case .date: return store.isDated(row) ? row.number : nil
      case .weight: return store.event(at: row).weight
      case .killed: return store.summary(at: row).killed.map { $0.best ?? ($0.low + $0.high) / 2 }
      }
    }
    let isDescending = (order.key == .killed) != order.isReversed
    return rows.sorted { one, other in
      switch (key(one), key(other)) {
      case (let a?, let b?) where a != b: isDescending ? a > b : a < b
      case (.some, nil): true
      case (nil, .some): false
      default: one < other
      }
    }
  }

  @Test("what is written by a filter parses to the same filter", arguments: 0..<20)
  func canonicalText(seed: Int) {
    var random = SeededGenerator(seed + 2_000)
    let timeline = RandomTimeline.make(&random, events: 60)
    let store = EventStore(timeline)
    var parsed = 0
    for _ in 0..<100 {
      let filter = Filter((0..<Int.random(in: 1...3, using: &random)).map { _ in RandomFilter.clause(&random) })
      // A random clause may name what this timeline does not have, or a date without a bound; such a text is refused with a place in it.
      switch store.parse(filter.text) {
      case .success(let again):
        parsed += 1
        #expect(again == filter, "\(filter.text)")
        #expect(again.text == filter.text)
      case .failure(let error):
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= filter.text.utf8.count, "\(filter.text)")
        #expect(!error.what.isEmpty)
      }
    }
    #expect(parsed > 30)
  }

  @Test("nothing that can be typed stops the parser or the completion", arguments: 0..<20)
  func anything(seed: Int) {
    var random = SeededGenerator(seed + 3_000)
    let store = EventStore(RandomTimeline.make(&random, events: 20))
    let pieces =
      FilterField.all.map(\.name) + ["sure:", "-", ":", ":=", ">", "<=", "\"", "\\", ",", " ", "[", "]", "..", "1995", "é", "\u{0}", "99999999999999999999"]
    for _ in 0..<150 {
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in random.pick(pieces) }.joined()
      switch store.parse(text, today: Day(9_000)) {
      case .success(let filter): #expect((try? store.parse(filter.text, today: Day(9_000)).get()) == filter, "\(text)")
      case .failure(let error): #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count, "\(text)")
      }
      let cursor = Int.random(in: -1...(text.utf8.count + 1), using: &random)
      for completion in store.completions(for: text, at: cursor) {
        #expect(completion.replace.lowerBound >= 0 && completion.replace.upperBound <= text.utf8.count, "\(text)")
      }
    }
  }
}
