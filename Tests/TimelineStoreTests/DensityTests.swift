import EDTF
import SeededRandom
import SmallTimeline
import Testing
import TimelineModel
import TimelineStore

@Suite("Density")
struct DensityTests {
  private func isClose(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= 1e-6 * max(1, abs(other)) }

  @Test("adds up to the number of dated events, and to the dead, over a window that holds them all", arguments: 0..<30, [1, 7, 100])
  func sums(seed: Int, buckets: Int) {
    var random = SeededGenerator(seed + 5_000)
    let store = EventStore(RandomTimeline.make(&random, events: 60))
    let selection = store.select(Filter(random.oneIn(2) ? [] : [RandomFilter.clause(&random)]))
    guard let span = selection.span else { return }
    let density = store.density(in: selection, from: span.first, through: span.last, buckets: buckets)
    let rows = selection.rows(0..<selection.count)
    #expect(isClose(density.all.reduce(0) { $0 + $1.total }, Double(rows.count { store.isDated($0) })))
    let killed = rows.filter { store.isDated($0) }.compactMap { store.summary(at: $0).killed }.reduce(0.0) {
      $0 + Double($1.best ?? ($1.low + $1.high) / 2)
    }
    #expect(isClose(density.killed.reduce(0) { $0 + $1.total }, killed))
  }

  @Test("lays each event evenly over its days, pale where they are not known", arguments: 0..<20)
  func buckets(seed: Int) {
    var random = SeededGenerator(seed + 6_000)
    let store = EventStore(RandomTimeline.make(&random, events: 25))
    // Ten years' days around the usual dates, and a window that cuts into them.
    let first = Int64.random(in: 7_000...9_000, using: &random)
    let days = Int64.random(in: 1...1_500, using: &random)
    let buckets = Int.random(in: 1...40, using: &random)
    let density = store.density(in: store.all, from: Day(first), through: Day(first + days - 1), buckets: buckets)
    for bucket in 0..<buckets {
      let start = first + days * Int64(bucket) / Int64(buckets)
      let end = first + days * Int64(bucket + 1) / Int64(buckets)
      var expected = ["fighting": 0.0, "talks": 0.0, "other": 0.0, "pale": 0.0]
      for row in store.all.rows(0..<store.count) {
        guard let known = store.days(of: row), let date = store.event(at: row).date else { continue }
        let shared = max(0, min(end, known.last.number + 1) - max(start, known.first.number))
        let part = Double(shared) / Double(known.last.number - known.first.number + 1)
        expected[store.event(at: row).kind.band?.rawValue ?? "other", default: 0] += part
        if ![.time, .day, .span].contains(date.precision) { expected["pale", default: 0] += part }
      }
      #expect(isClose(density.fighting[bucket].total, expected["fighting"] ?? -1))
      #expect(isClose(density.talks[bucket].total, expected["talks"] ?? -1))
      #expect(isClose(density.other[bucket].total, expected["other"] ?? -1))
      #expect(isClose(density.all[bucket].pale, expected["pale"] ?? -1))
    }
  }

  @Test("is all zero where there is no time, no bucket or no event")
  func empty() {
    let store = EventStore(SmallTimeline.timeline)
    #expect(store.density(in: store.all, from: Day(0), through: Day(9), buckets: 0).all.isEmpty)
    #expect(store.density(in: store.all, from: Day(9), through: Day(0), buckets: 3).all.map(\.total) == [0, 0, 0])
    #expect(store.density(in: store.all, from: Day(.min), through: Day(.max), buckets: 3).all.count == 3)
    #expect(EventStore(Timeline(id: "", title: "")).density(in: store.all, from: Day(0), through: Day(9), buckets: -1).killed.isEmpty)
  }

  @Test("never puts a month's event on a day")
  func month() {
    let store = EventStore(SmallTimeline.timeline)
    let august = store.density(
      in: store.all, from: SmallTimeline.date("1993-08").earliest ?? Day(0), through: SmallTimeline.date("1993-08").latest ?? Day(0), buckets: 31)
    #expect(august.other.allSatisfy { isClose($0.pale, 1.0 / 31) && $0.certain == 0 })
  }

  @Test("of an actor counts those below it, over the selection's span")
  func sparkline() {
    let store = EventStore(SmallTimeline.timeline)
    let line = store.sparkline(actor: "armenia", in: store.all, buckets: 2)
    #expect(line.count == 2 && isClose(line[0], 1) && isClose(line[1], 3))
    #expect(store.sparkline(actor: "nobody", in: store.all, buckets: 3) == [0, 0, 0])
    let days = store.span
    let late = store.sparkline(actor: "armenia", in: store.all, from: days?.last, buckets: 1)
    #expect(late.count == 1 && late[0] < 3, "what lies before the day asked for is left out")
    #expect(store.sparkline(actor: "armenia", in: store.all, from: Day(.min), buckets: 2) == line)
    #expect(store.sparkline(actor: "armenia", in: store.select(Filter([.words("nothing of the kind")])), buckets: -1).isEmpty)
  }
}
