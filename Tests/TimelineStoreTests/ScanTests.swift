import EDTF
import Testing
import TimelineModel
import TimelineStore

@Suite("A scan in pieces")
struct ScanTests {
  let store = ChunkedStore.make(rows: 9_000, chunk: 500) { index in
    index == 8_123 ? "Needle in Şuşa" : "straw and hay \(index)" + (index % 40 == 0 ? " at the bridge" : "")
  }

  @Test(
    "comes to what one look through everything comes to, and answers for single rows on the way",
    arguments: ["straw", "hay 1", "bridge hay", "needle", "susa", "absent", "\"side 1\" bridge", "\"hay 12\" side 2", "-", ""])
  func pieces(text: String) {
    for selection in [store.all, store.select(Filter([.actor("Side 1")]), sort: .date.reversed), store.select(Filter([.words("bridge")]))] {
      let query = store.search(text)
      var scan = SearchScan(query, in: selection, of: store)
      let whole = store.hits(query, in: selection)
      let some = stride(from: 0, to: store.count, by: 371).map(Row.init) + [Row(8_123), Row(-1), Row(9_000)]
      var steps = 0
      while scan.hits == nil {
        #expect(some.allSatisfy { scan.isHit($0) == whole.contains($0) })
        scan.step()
        steps += 1
        guard steps < 100 else { break }
      }
      #expect(scan.hits == whole)
      #expect(some.allSatisfy { scan.isHit($0) == whole.contains($0) })
      for row in some.dropLast(2) {
        for forward in [true, false] {
          #expect(scan.nearbyHit(from: row, forward: forward) == store.nearestHit(query, from: row, forward: forward, in: selection))
        }
      }
    }
  }

  @Test("takes several steps over large data, and is told apart from what is known")
  func steps() {
    let store = ChunkedStore.make(rows: 20_000, chunk: 2_000) { _ in "straw" }
    var scan = SearchScan(store.search("absent"), in: store.all, of: store)
    scan.step()
    #expect(scan.hits == nil && scan.nearbyHit(from: Row(5), forward: true) == nil)
    while scan.hits == nil { scan.step() }
    scan.step()
    #expect(scan.hits?.isEmpty == true && scan.nearbyHit(from: Row(5), forward: true) == nil)
    #expect(SearchScan(store.search(""), in: store.all, of: store).hits?.isEmpty == true)
  }

  @Test("looks at the nearest rows in pieces, each going on where the one before it ended", arguments: [true, false])
  func nearby(forward: Bool) {
    let store = ChunkedStore.make(rows: 20_000, chunk: 2_000) { $0 % 3_000 == 0 ? "needle" : "straw" }
    let scan = SearchScan(store.search("needle"), in: store.all, of: store)
    let found = (0..<SearchScan.nearbyPieces).map { scan.nearbyHit(from: Row(9_001), forward: forward, includingStart: true, piece: $0)?.number }
    #expect(found == (forward ? [nil, nil, 12_000, nil, nil, 15_000, nil, nil] : [9_000, nil, 6_000, nil, nil, 3_000, nil, nil]))
  }

  @Test(
    "that goes on from a shorter word finds what a fresh one finds", arguments: ["needle", "straw and hay 81", "bridge side", "\"at the b\"", "su-sa", "a.b"])
  func narrowing(text: String) {
    var last: SearchScan?
    for end in 1...text.count {
      let query = store.search(String(text.prefix(end)))
      var scan = SearchScan(query, in: store.all, of: store, after: last)
      while scan.hits == nil { scan.step() }
      #expect(scan.hits == store.hits(query, in: store.all), "\(query.text)")
      last = scan
    }
    // Hits of another selection say nothing of this one.
    let few = store.select(Filter([.actor("Side 2")]))
    var other = SearchScan(store.search(text + "e"), in: few, of: store, after: last)
    while other.hits == nil { other.step() }
    #expect(other.hits == store.hits(store.search(text + "e"), in: few))
  }

  @Test(
    "of a filter comes to what the filter lets through",
    arguments: ["straw", "bridge,needle", "-straw", "hay -bridge actor:side_1", "actor:\"Side 2\" needle", "straw -hay", "since:1980 straw hay -needle"])
  func filters(text: String) throws {
    let filter = try store.parse(text).get()
    var scan = SelectionScan(filter, sort: .killed, of: store)
    #expect(scan.selection == nil && scan.filter == filter)
    while scan.selection == nil { scan.step() }
    scan.step()
    let expected = (0..<store.count).map(Row.init).filter { row in
      filter.clauses.allSatisfy { clause in
        let event = store.event(at: row)
        switch clause.field {
        case nil:
          return clause.values.contains { if case .text(let word) = $0 { SearchQuery(word).matches(event.title) } else { false } } != clause.isNegated
        case "actor": return store.select(Filter([clause])).contains(row)
        default: return event.date?.latest.map { $0 >= Day(3_652) } ?? false
        }
      }
    }
    #expect(scan.selection?.count == expected.count && expected.allSatisfy { scan.selection?.contains($0) == true })
  }

  @Test("of a filter without words is done before it begins")
  func withoutWords() throws {
    #expect(SelectionScan(try store.parse("since:1980").get(), of: store).selection?.count == 9_000 - 3_652)
    #expect(SelectionScan(Filter(), of: store).selection == store.all)
  }
}
