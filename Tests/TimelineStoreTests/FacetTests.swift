import EDTF
import SeededRandom
import SmallTimeline
import Testing
import TimelineModel
import TimelineStore

@Suite("Facets")
struct FacetTests {
  /// What plain counting says of one group.
  struct Plain: Equatable, CustomStringConvertible {
    var events = 0
    var low = 0
    var best: Int?
    var high = 0
    var first: Day?
    var last: Day?
    var description: String { "\(events) events, \(low)–\(high), best \(best.map(String.init) ?? "–"), \(first?.iso8601 ?? "–")…\(last?.iso8601 ?? "–")" }

    init(_ events: [Event], _ directory: Directory) {
      self.events = events.count
      let figures = events.compactMap { Toll(.killed, of: $0, in: directory)?.figure }
      func count(_ number: Int) -> Int { min(number, Int(Int32.max)) }
      low = figures.reduce(0) { $0 + count($1.low) }
      high = figures.reduce(0) { $0 + count($1.high) }
      best = figures.isEmpty || figures.contains { $0.best == nil } ? nil : figures.reduce(0) { $0 + count($1.best ?? 0) }
      let days = events.compactMap { event in (event.date?.earliest ?? event.date?.latest).map { ($0, event.date?.latest ?? $0) } }
      first = days.map { Day(Int64(RowFacts.column($0.0))) }.min()
      last = days.map { Day(Int64(RowFacts.column($0.1))) }.max()
    }

    init(_ facet: Facet) {
      events = facet.events
      low = facet.killedLow
      best = facet.killedBest
      high = facet.killedHigh
      first = facet.first
      last = facet.last
    }
  }

  @Test("say what plain counting says", arguments: 0..<30)
  func counting(seed: Int) {
    var random = SeededGenerator(seed + 4_000)
    let timeline = RandomTimeline.make(&random, events: Int.random(in: 0...60, using: &random))
    let store = EventStore(timeline)
    let plain = PlainFilter(timeline)
    let directory = Directory(timeline)
    for _ in 0..<4 {
      let filter = Filter(random.oneIn(2) ? [] : [RandomFilter.clause(&random)])
      let selection = store.select(filter, sort: random.pick([.date, .killed]))
      let events = timeline.events.filter { plain.passes($0, filter) }
      let questions: [(FacetField, (Event) -> [String])] = [
        (.actor, { Array(Set($0.actors.flatMap { directory.lineage(ofActor: $0.actor) })) }),
        (.place, { Array(Set($0.places.flatMap { directory.lineage(ofPlace: $0) })) }),
        (.kind, { [$0.kind.rawValue] }),
        (.source, { $0.allSources }),
        (.side, { Array(Set($0.actors.compactMap { directory.actor($0.actor)?.side })) }),
        (.weight, { [$0.weight.map(String.init) ?? "none"] }),
        (.era, { event in timeline.eras.filter { plain.passes(event, .era($0.id)) }.map(\.id) }),
        (.column("country name"), { $0.extra.map(\.value) }),
        (.year, { [Self.period($0, byMonth: false)] }),
        (.month, { [Self.period($0, byMonth: true)] }),
      ]
      for (field, keys) in questions {
        var groups: [String: [Event]] = [:]
        for event in events {
          for key in keys(event) { groups[key, default: []].append(event) }
        }
        let facets = store.facets(field, in: selection)
        #expect(Set(facets.map(\.key)) == Set(groups.keys), "\(field)")
        for facet in facets { #expect(Plain(facet) == Plain(groups[facet.key] ?? [], directory), "\(field) \(facet.key)") }
      }
    }
  }

  private static func period(_ event: Event, byMonth: Bool) -> String {
    guard let date = event.date, let exact = date.earliest ?? date.latest else { return "undated" }
    let day = Day(Int64(RowFacts.column(exact)))
    if [.decade, .century, .millennium].contains(date.precision) { return "unknown" }
    let year = (day.year > 9999 || day.year < -9999 ? "Y" : "") + day.iso8601.dropLast(6)
    guard byMonth else { return year }
    return [.year, .season].contains(date.precision) ? year + "-XX" : year + String(day.iso8601.dropLast(3).suffix(3))
  }

  @Test("of time stand in its order, and what is not known to the month is not put into one")
  func periods() {
    let store = EventStore(SmallTimeline.timeline)
    #expect(store.facets(.year, in: store.all).map(\.key) == ["1992", "1993", "2022", "2023", "undated"])
    #expect(store.facets(.month, in: store.all).map(\.key) == ["1992-XX", "1993-08", "2022-12", "2023-05", "undated"])
    #expect(store.facets(.month, in: store.all).map(\.label) == ["1992, month unknown", "1993-08", "2022-12", "2023-05", "Undated"])
    #expect(store.facets(.weight, in: store.all).map(\.label) == ["1", "2", "3", "No weight"])
    #expect(store.facets(.era, in: store.all).map(\.label) == ["First years", "Late years"])
  }

  @Test("of names stand with the largest first, under the names that people read")
  func names() {
    let store = EventStore(SmallTimeline.timeline)
    #expect(store.facets(.actor, in: store.all).map(\.label) == ["Armenia", "Azerbaijan", "Ministry of Defence of Armenia", "Russia"])
    #expect(store.facets(.source, in: store.all).map(\.label) == ["Gazette, Talks end", "The Wire, Shots at Sotk"])
    #expect(store.facets(.column("nothing"), in: store.all).isEmpty)
  }

  @Test("of a decade are of no year")
  func decade() {
    var timeline = Timeline(id: "t", title: "t")
    timeline.events = ["199X", "Y17000"].map { Event(id: $0, date: SmallTimeline.date($0), title: $0, kind: .war) }
    let store = EventStore(timeline)
    #expect(store.facets(.year, in: store.all).map(\.key) == ["Y17000", "unknown"])
    #expect(store.facets(.year, in: store.all).map(\.label) == ["17000", "Year unknown"])
  }
}
