import EDTF
import SeededRandom
import Testing
import TimelineModel
import TimelineStore

/// More rows than are given to one processor, so that the parts have to be put together.
@Suite("Of many rows")
struct ManyRowsTests {
  private struct Fact {
    var first: Int
    var last: Int
    var isMonth: Bool
    var kind: Int
    var actors: [Int]
    var killed: Int
  }

  private struct Nothing: EventDecoder {
    func event(at index: Int) -> Event { Event(id: "", date: nil, title: "", kind: EventKind(rawValue: "")) }
  }

  private static let kinds = ["clash", "talks", "state-based"]

  /// The store and, in its order, what was put into it.
  private static let (store, facts): (EventStore, [Fact]) = {
    var random = SeededGenerator(77)
    var facts: [Fact] = []
    for index in 0..<280_000 {
      let first = index / 32
      let shape = Int.random(in: 0..<20, using: &random)
      let kind = Int.random(in: 0..<3, using: &random)
      let actors = [index % 40, (index / 3) % 40]
      let length = shape < 14 ? 0 : shape < 18 ? 5 : shape < 19 ? 29 : 700
      facts.append(
        Fact(first: first, last: first + length, isMonth: length == 29, kind: kind, actors: actors[0] == actors[1] ? [actors[0]] : actors, killed: shape - 3))
    }
    facts.sort { ($0.first, $0.last) < ($1.first, $1.last) }
    var builder = StoreBuilder(Timeline(id: "many", title: "Many"))
    let source = builder.addSource(Nothing())
    var next = 0
    while next < facts.count {
      var chunk = RowChunk()
      let kindCodes = kinds.map { chunk.kinds.code(for: $0) }
      let actorCodes = (0..<40).map { chunk.actors.code(for: "actor-\($0)") }
      for fact in facts[next..<min(next + 50_000, facts.count)] {
        for actor in fact.actors { chunk.actors.add(actorCodes[actor]) }
        var row = RowFacts(
          date: nil, kind: kindCodes[fact.kind], killed: fact.killed < 0 ? nil : Figure(low: fact.killed, best: fact.killed, high: 2 * fact.killed))
        row.earliest = Int32(clamping: fact.first)
        row.latest = Int32(clamping: fact.last)
        row.precision = fact.isMonth ? .month : fact.first == fact.last ? .day : .span
        row.marks.insert(.dated)
        chunk.append(row)
      }
      next += chunk.count
      builder.append(chunk, from: source)
    }
    return (builder.snapshot(), facts)
  }()

  @Test("filters, facets and completions say what plain loops say", arguments: ["", "kind:clash", "on:1980", "killed>9 -actor:actor-3", "sure:until:1979-06"])
  func plain(text: String) throws {
    let (store, facts) = (Self.store, Self.facts)
    let selection = store.select(try store.parse(text).get())
    let year = 3_652..<4_018
    let expected = facts.indices.filter { index in
      let fact = facts[index]
      return switch text {
      case "kind:clash": fact.kind == 0
      case "on:1980": fact.first < year.upperBound && fact.last >= year.lowerBound
      case "killed>9 -actor:actor-3": 2 * fact.killed > 9 && !fact.actors.contains(3)
      case "sure:until:1979-06": fact.last < 3_468
      default: true
      }
    }
    #expect(selection.count == expected.count && expected.allSatisfy { selection.contains(Row($0)) })
    #expect(selection.span?.first.number == expected.first.map { Int64(facts[$0].first) })
    #expect(selection.span?.last.number == expected.map { Int64(facts[$0].last) }.max())

    var events = [Int](repeating: 0, count: 40)
    var dead = events
    for index in expected {
      for actor in facts[index].actors {
        events[actor] += 1
        dead[actor] += max(0, facts[index].killed)
      }
    }
    // Asked twice: what is kept is what was worked out.
    for facets in [store.facets(.actor, in: selection), store.facets(.actor, in: selection)] {
      #expect(facets.count == events.count { $0 > 0 })
      for facet in facets {
        let actor = Int(facet.key.dropFirst("actor-".count)) ?? 0
        #expect(facet.events == events[actor] && facet.killedBest == dead[actor])
      }
      #expect(zip(facets, facets.dropFirst()).allSatisfy { $0.events > $1.events || $0.events == $1.events && $0.label < $1.label })
    }
    #expect(store.facets(.kind, in: selection).reduce(0) { $0 + $1.events } == expected.count)
    for completion in store.completions(for: "actor:actor-1", at: 13, among: selection) {
      #expect(completion.count == events[Int(completion.text.dropFirst("actor-".count)) ?? 0], "\(completion.text)")
    }
  }

  @Test("the strip adds up to them, whole and in part", arguments: ["", "kind:talks", "actor:actor-7 killed>4"])
  func strip(text: String) throws {
    let (store, facts) = (Self.store, Self.facts)
    let selection = store.select(try store.parse(text).get())
    let first = 2_000
    let width = 150
    let through = first + 40 * width - 1
    var expected = [Double](repeating: 0, count: 40)
    var pale = expected
    var killed = expected
    for (index, fact) in facts.enumerated() where selection.contains(Row(index)) && fact.first <= through && fact.last >= first {
      let share = 1 / Double(fact.last - fact.first + 1)
      for bucket in max(0, (fact.first - first) / width)...min(39, (fact.last - first) / width) {
        let (start, end) = (first + width * bucket, first + width * (bucket + 1))
        let days = Double(max(0, min(end, fact.last + 1) - max(start, fact.first)))
        expected[bucket] += share * days
        if fact.isMonth { pale[bucket] += share * days }
        killed[bucket] += share * days * Double(max(0, fact.killed))
      }
    }
    let density = store.density(in: selection, from: Day(Int64(first)), through: Day(Int64(through)), buckets: 40)
    for bucket in 0..<40 {
      #expect(abs(density.all[bucket].total - expected[bucket]) < 1e-6 * max(1, expected[bucket]))
      #expect(abs(density.all[bucket].pale - pale[bucket]) < 1e-6 * max(1, pale[bucket]))
      #expect(abs(density.killed[bucket].total - killed[bucket]) < 1e-6 * max(1, killed[bucket]))
    }
  }

  @Test("an order other than that of time is kept by a filter, and rows are found in it", arguments: [SortOrder.killed, .killed.reversed, .date.reversed])
  func order(order: SortOrder) throws {
    let (store, facts) = (Self.store, Self.facts)
    for text in ["", "kind:clash", "actor:actor-7 on:1980 kind:talks"] {
      let selection = store.select(try store.parse(text).get(), sort: order)
      func rank(_ row: Row) -> Int {
        let killed = facts[row.number].killed
        switch (order.key, order.isReversed) {
        case (.date, _): return -row.number
        case (_, false): return killed < 0 ? .max : -killed
        case (_, true): return killed < 0 ? .max : killed
        }
      }
      let rows = selection.rows(0..<selection.count)
      #expect(rows.count == selection.count)
      #expect(zip(rows, rows.dropFirst()).allSatisfy { (rank($0), $0.number) < (rank($1), $1.number) })
      for position in stride(from: 0, to: rows.count, by: 1_013) { #expect(selection.position(of: rows[position]) == position) }
    }
  }
}
