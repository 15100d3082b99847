import EDTF
import SeededRandom
import SmallTimeline
import Testing
import TimelineModel
import TimelineStore

@Suite("Rows and selections")
struct SelectionTests {
  let store = EventStore(SmallTimeline.timeline)

  @Test("Rows stand by earliest day, latest day, weight and id, undated last", arguments: 0..<20)
  func order(seed: Int) {
    var random = SeededGenerator(seed + 9_000)
    let timeline = RandomTimeline.make(&random, events: 50)
    let store = EventStore(timeline)
    let events = (0..<store.count).map { store.event(at: Row($0)) }
    #expect(Set(events) == Set(timeline.events) && events.count == timeline.events.count)
    func key(_ event: Event) -> (Int, Int32, Int32, Int) {
      let earliest = event.date?.earliest.map { RowFacts.column($0) }
      let latest = event.date?.latest.map { RowFacts.column($0) }
      return (earliest == nil && latest == nil ? 1 : 0, earliest ?? .min, latest ?? .max, event.weight ?? .max)
    }
    for (one, other) in zip(events, events.dropFirst()) {
      let (a, b) = (key(one), key(other))
      #expect(a.0 == 1 && b.0 == 1 || a < b || (a == b && one.id <= other.id))
    }
  }

  @Test("A summary says what the event says")
  func summary() throws {
    let row = try #require(store.row(of: "artillery"))
    let summary = store.summary(at: row)
    #expect(summary.title == "Artillery exchange near Sotk" && summary.kind == .clash && summary.weight == 2 && summary.id == "artillery")
    #expect(summary.killed == Figure(low: 4, best: nil, high: 7))
    #expect(summary.isDisputed && summary.hasAccounts && summary.hasCasualties && summary.hasPlace)
    #expect(summary.earliest == Day(year: 2023, month: 5, day: 11) && summary.latest == summary.earliest)
    let rumour = store.summary(at: try #require(store.row(of: "rumour")))
    #expect(rumour.date == nil && rumour.dateText == "last spring" && rumour.earliest == nil && !rumour.hasAccounts && rumour.killed == nil)
  }

  @Test("A row that there is not is an event without anything in it")
  func outside() {
    for row in [Row(-1), Row(7), Row(.max), Row(.min)] {
      #expect(store.event(at: row).id.isEmpty && store.summary(at: row).title.isEmpty)
      #expect(store.days(of: row) == nil)
      #expect(!store.all.contains(row) && store.all.position(of: row) == nil)
    }
    #expect(!store.isDated(Row(-1)) && store.row(of: "nobody") == nil)
  }

  @Test("The span is that of known days; what is open does not stretch it")
  func span() {
    #expect(store.span?.first == Day(year: 1992, month: 1, day: 1))
    #expect(store.span?.last == Day(year: 2023, month: 5, day: 14))
    #expect(store.hasBands)
    #expect(EventStore(Timeline(id: "", title: "")).span == nil)
    #expect(EventStore(Timeline(id: "", title: "")).isEmpty)
  }

  @Test("Positions are clamped into the selection, and ranges cut to it")
  func clamped() {
    #expect(store.all.row(at: -5) == Row(0) && store.all.row(at: 99) == Row(6))
    #expect(store.all.rows(5..<90) == [Row(5), Row(6)])
    #expect(store.all.undatedCount == 1)
    let none = store.select(Filter([.words("nothing of the kind")]))
    #expect(none.row(at: 0) == nil && none.rows(0..<5).isEmpty && none.nearestPosition(to: Row(2)) == nil && none.span == nil)
    #expect(none.firstPosition(onOrAfter: Day(0)) == nil)
  }

  @Test("The cursor goes to the row nearest in time when its own is gone")
  func nearest() throws {
    let wars = store.select(try store.parse("kind:war,ceasefire,mediation").get())
    #expect(wars.nearestPosition(to: Row(1)) == 0)
    #expect(wars.nearestPosition(to: Row(2)) == 1)
    #expect(wars.nearestPosition(to: Row(4)) == 2)
    #expect(wars.nearestPosition(to: Row(6)) == 2)
    #expect(wars.nearestPosition(to: Row(3)) == 1)
    #expect(wars.nearestPosition(to: Row(-3)) == 0)
  }

  @Test("A date leads to the first row that begins on it or after it, in any order")
  func firstOnOrAfter() {
    #expect(store.all.firstPosition(onOrAfter: Day(.min)) == 0)
    #expect(store.all.firstPosition(onOrAfter: SmallTimeline.date("1992-01-02").earliest ?? Day(0)) == 1)
    #expect(store.all.firstPosition(onOrAfter: SmallTimeline.date("2023-05-12").earliest ?? Day(0)) == 5)
    #expect(store.all.firstPosition(onOrAfter: Day(.max)) == nil)
    let byKilled = store.sorted(store.all, by: .killed)
    #expect(byKilled.rows(0..<2) == [Row(0), Row(4)])
    #expect(byKilled.firstPosition(onOrAfter: SmallTimeline.date("2023-05-05").earliest ?? Day(0)) == 1)
  }

  @Test("Selections are equal when the same rows stand in the same order, stores when they are the same snapshot")
  func equality() {
    #expect(store.all == store.select(Filter()))
    #expect(store.all != store.select(Filter(), sort: .killed))
    #expect(store.all != store.select(Filter([.kind(.war)])))
    #expect(store == store && store != EventStore(SmallTimeline.timeline))
  }

  @Test("Positions and rows of a large selection turn into one another", arguments: [1, 63, 64, 65, 511, 512, 513, 5_000])
  func ranks(rows: Int) {
    let store = ChunkedStore.make(rows: rows, chunk: 512) { _ in "" }
    for filter in [Filter(), Filter([.actor("Side 1")]), Filter([.actor("Side 0", negated: true)])] {
      let selection = store.select(filter)
      let all = selection.rows(0..<selection.count)
      for position in [0, 1, all.count / 2, all.count - 1] where all.indices.contains(position) {
        #expect(selection.row(at: position) == all[position])
        #expect(selection.position(of: all[position]) == position)
        #expect(selection.rows(position..<(position + 3)) == Array(all[position..<min(position + 3, all.count)]))
      }
    }
  }
}
