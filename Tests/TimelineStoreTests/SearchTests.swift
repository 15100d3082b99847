import EDTF
import SeededRandom
import SmallTimeline
import Testing
import TimelineModel
import TimelineStore

@Suite("Search")
struct SearchTests {
  @Test("finds what a plain look into the folded text finds, and the nearest of it", arguments: 0..<20)
  func plain(seed: Int) {
    var random = SeededGenerator(seed + 7_000)
    let timeline = RandomTimeline.make(&random, events: Int.random(in: 1...70, using: &random))
    let store = EventStore(timeline)
    let plain = PlainFilter(timeline)
    for _ in 0..<20 {
      let selection = store.select(Filter(random.oneIn(2) ? [] : [RandomFilter.clause(&random)]), sort: random.pick([.date, .killed, .weight.reversed]))
      let query = store.search(random.oneIn(2) ? RandomFilter.part(&random) : "\"" + RandomTimeline.name(&random) + "\" so")
      let rows = selection.rows(0..<selection.count)
      let expected = rows.filter { row in query.terms.allSatisfy { plain.mentions(store.event(at: row), $0) } }
      let hits = store.hits(query, in: selection)
      #expect(hits.rows(0..<hits.count) == expected, "\(query.text)")

      let start = Row(Int.random(in: 0..<store.count, using: &random))
      let position = selection.position(of: start)
      for forward in [true, false] {
        let hit = store.nearestHit(query, from: start, forward: forward, in: selection)
        #expect((hit == nil) == expected.isEmpty)
        guard let hit, let position, let found = selection.position(of: hit) else { continue }
        let distance = forward ? (found - position - 1 + rows.count) % rows.count : (position - found - 1 + rows.count) % rows.count
        let least = expected.compactMap { selection.position(of: $0) }.map {
          forward ? ($0 - position - 1 + rows.count) % rows.count : (position - $0 - 1 + rows.count) % rows.count
        }.min()
        #expect(distance == least, "\(query.text) from \(position), \(forward)")
      }
    }
  }

  @Test(
    "takes words and phrases",
    arguments: [("Susa  cease-fire", ["susa", "cease fire"]), ("\"a b\" c", ["a b", "c"]), ("x \"still open", ["x", "still open"]), (" - ", [])])
  func terms(text: String, terms: [String]) {
    #expect(SearchQuery(text).terms == terms)
    #expect(SearchQuery(text).isEmpty == terms.isEmpty)
  }

  @Test("of nothing finds nothing; from nowhere starts at the end; may begin with the row itself")
  func edges() {
    let store = EventStore(SmallTimeline.timeline)
    #expect(store.hits(store.search(""), in: store.all).isEmpty)
    #expect(store.nearestHit(store.search(""), from: nil, forward: true, in: store.all) == nil)
    let truce = store.row(of: "truce")
    let query = store.search("truce")
    #expect(store.nearestHit(query, from: nil, forward: true, in: store.all) == truce)
    #expect(store.nearestHit(query, from: nil, forward: false, in: store.all) == truce)
    #expect(store.nearestHit(query, from: truce, forward: true, includingStart: true, in: store.all) == truce)
    #expect(store.nearestHit(query, from: Row(0), forward: true, in: store.select(Filter([.kind(.war)]))) == nil)
    #expect(store.nearestHit(query, from: truce, forward: true, in: store.all) { true } == nil)
    #expect(store.hits(query, in: store.all) { true } == nil)
  }

  @Test(
    "shows where it was found in a line, in Unicode scalars",
    arguments: [
      ("susa", "In Şuşa", [3..<7]), ("susa", "S\u{327}us\u{327}a", [0..<6]), ("\"cease fire\"", "a cease – fire", [2..<14]), ("ar rt", "art", [0..<3]),
      ("a b", "b–a", [0..<1, 2..<3]), ("եւ", "x և y", [2..<3]), ("zz", "a", []), ("", "a", []), ("fine", "ﬁne", [0..<3]),
    ])
  func places(query: String, text: String, ranges: [Range<Int>]) {
    #expect(SearchQuery(query).matches(in: text) == ranges)
    #expect(SearchQuery(query).matches(text) == (!ranges.isEmpty || query.isEmpty))
    #expect(FoldedTexts(["", text]).indices(matching: SearchQuery(query)) == (query.isEmpty ? [0, 1] : ranges.isEmpty ? [] : [1]))
  }

  @Test("of large data runs through all text when the nearest rows have none, and can be given up")
  func large() {
    let store = ChunkedStore.make(rows: 30_000) { $0 == 20_123 ? "needle" : "straw and hay \($0)" }
    let query = store.search("needle")
    #expect(store.nearestHit(query, from: Row(0), forward: true, in: store.all) == Row(20_123))
    #expect(store.nearestHit(query, from: Row(25_000), forward: true, in: store.all) == Row(20_123))
    #expect(store.nearestHit(query, from: Row(5), forward: false, in: store.all) == Row(20_123))
    #expect(store.nearestHit(query, from: Row(20_122), forward: true, in: store.all) == Row(20_123))
    #expect(store.nearestHit(store.search("absent"), from: Row(5), forward: false, in: store.all) == nil)
    #expect(store.hits(store.search("\"hay 100\""), in: store.all).count == 111)
    let few = store.select(Filter([.words("hay 1000")]))
    #expect(few.count == 11)
    #expect(store.hits(store.search("straw"), in: few).count == 11)
    #expect(store.hits(store.search("straw"), in: few) { true } == nil)
  }
}
