import EDTF
import SeededRandom
import SmallTimeline
import Testing
import TimelineModel
import TimelineStore

@Suite("The builder")
struct StoreBuilderTests {
  @Test("gives the same store however the rows are cut into chunks", arguments: [1, 7, 64, 1_000])
  func chunks(size: Int) throws {
    let store = ChunkedStore.make(rows: 200, chunk: size) { "row number \($0)" }
    #expect(store.count == 200 && !store.hasBands)
    #expect(store.event(at: Row(123)).title == "row number 123")
    #expect(store.summary(at: Row(123)).earliest == Day(123))
    #expect(store.row(of: "row-77") == Row(77))
    #expect(store.facets(.actor, in: store.all).map(\.events) == [67, 67, 66])
    #expect(store.select(try store.parse("\"number 19\" actor:\"side 1\"").get()).rows(0..<9) == [Row(19), Row(190), Row(193), Row(196), Row(199)])
  }

  @Test("publishes while reading goes on; what was published does not change")
  func publishing() {
    var builder = StoreBuilder(Timeline(id: "t", title: "t"))
    #expect(!builder.isWorthPublishing && builder.snapshot().isEmpty)
    let source = builder.addSource(ChunkedStore.Rows { "\($0)" })
    builder.append(ChunkedStore.chunk(0..<10) { "\($0)" }, from: source)
    #expect(builder.isWorthPublishing)
    let first = builder.snapshot()
    builder.append(ChunkedStore.chunk(10..<15) { "\($0)" }, from: source)
    builder.append(RowChunk(), from: source)
    #expect(!builder.isWorthPublishing)
    builder.append(ChunkedStore.chunk(15..<40) { "\($0)" }, from: source)
    #expect(builder.isWorthPublishing && builder.count == 40)
    let second = builder.snapshot()
    #expect(first.count == 10 && second.count == 40)
    #expect(first.event(at: Row(9)) == second.event(at: Row(9)) && second.event(at: Row(39)).id == "row-39")
  }

  @Test("finds the very row that was looked at when it has grown, whatever came before it in time")
  func growth() {
    var builder = StoreBuilder(Timeline(id: "t", title: "t"))
    let source = builder.addSource(ChunkedStore.Rows { "\($0)" })
    builder.append(ChunkedStore.chunk(5..<10) { "\($0)" }, from: source)
    let first = builder.snapshot()
    builder.append(ChunkedStore.chunk(0..<5) { "\($0)" }, from: source)
    let second = builder.snapshot()
    #expect(second.row(grownFrom: Row(2), in: first) == Row(7))
    #expect(second.row(grownFrom: Row(-1), in: first) == nil && second.row(grownFrom: Row(5), in: first) == nil)
    #expect(first.row(grownFrom: Row(0), in: second) == nil && first.row(grownFrom: Row(7), in: second) == Row(2))
    // Rows as many, and others.
    #expect(ChunkedStore.make(rows: 10) { "\($0)" }.row(grownFrom: Row(2), in: first) == nil)
    #expect(second.rowsAsTheyArrived.map(\.number) == [5, 6, 7, 8, 9, 0, 1, 2, 3, 4])
    second.prepare()
    #expect(second.facets(.actor, in: second.all).map(\.events) == [4, 3, 3])
  }

  @Test("puts the rows of several sources into one order of time, and reads each back from its own")
  func sources() throws {
    var builder = StoreBuilder(SmallTimeline.timeline)
    let early = builder.addSource(ChunkedStore.Rows { "early \($0)" })
    let late = builder.addSource(ChunkedStore.Rows { "late \($0)" })
    builder.append(ChunkedStore.chunk(0..<3) { "early \($0)" }, from: early)
    builder.append(ChunkedStore.chunk(0..<3) { "late \($0)" }, from: late)
    builder.append(ChunkedStore.chunk(3..<5) { "early \($0)" }, from: early)
    let store = builder.snapshot()
    let titles = store.all.rows(0..<8).map { store.event(at: $0).title }
    #expect(titles == ["early 0", "late 0", "early 1", "late 1", "early 2", "late 2", "early 3", "early 4"])
    #expect(store.count == 15)
    #expect(store.select(try store.parse("late").get()).count == 3)
    // The publisher's column exists for the curated rows only.
    #expect(store.select(try store.parse("country_name:turkiye").get()).count == 1)
  }

  @Test("takes chunks with columns that begin late, lists that repeat, codes that are no codes, and days beyond all columns")
  func oddChunks() throws {
    var chunk = RowChunk()
    chunk.append(RowFacts(date: nil, kind: 99, weight: 1_000, killed: Figure(low: -5, best: nil, high: Int.max)))
    chunk.addExtra("Region", "North")
    chunk.actors.add(chunk.actors.code(for: "A"))
    chunk.actors.add(0)
    chunk.actors.add(77)
    chunk.addText("one")
    chunk.addText([0x74, 0xFF, 0x77, 0x6F])
    chunk.append(RowFacts(date: EDTFDate(Day(.max)), kind: chunk.kinds.code(for: "k"), sourceCount: -3))
    chunk.append(RowFacts(date: EDTFDate(Day(.min)), kind: 0, weight: -1_000, sourceCount: .max))
    chunk.addExtra("Region", "South")
    chunk.append(RowFacts(date: EDTFDate(from: Day(0), through: Day(.max)), kind: 0))
    #expect(chunk.kinds.known("k") == 0 && chunk.kinds.known("q") == nil)
    var builder = StoreBuilder(Timeline(id: "t", title: "t"))
    let source = builder.addSource(ChunkedStore.Rows { "\($0)" })
    builder.append(chunk, from: source)
    let store = builder.snapshot()
    #expect(store.count == 4 && store.all.undatedCount == 1)
    #expect(store.facets(.actor, in: store.all).map(\.key) == ["A"])
    #expect(Set(store.facets(.column("region"), in: store.all).map(\.key)) == ["North", "South"])
    #expect(store.select(try store.parse("region:south").get()).count == 1)
    #expect(store.select(try store.parse("two -\"one two\"").get()).count == 1)
    #expect(store.select(try store.parse("killed>2000000000").get()).rows(0..<2) == [Row(3)])
    #expect(store.select(try store.parse("weight:127").get()).count == 1)
    #expect(store.density(in: store.all, from: Day(.min), through: Day(.max), buckets: 10).all.count == 10)
    #expect(store.facets(.month, in: store.all).count == 4)
  }

  @Test("makes a store of the oddest timelines that answers every question", arguments: 0..<20)
  func hostile(seed: Int) throws {
    var random = SeededGenerator(seed + 10_000)
    var timeline = RandomTimeline.make(&random, events: 30)
    timeline.actors += timeline.actors
    timeline.places.append(Place(id: "place-6", name: "", within: "place-6"))
    timeline.events += timeline.events.prefix(5)
    timeline.events.append(Event(id: "", date: nil, title: "", kind: EventKind(rawValue: ""), weight: .min, places: [""], actors: [Participation("")]))
    let store = EventStore(timeline)
    for row in store.all.rows(0..<store.count) {
      _ = store.summary(at: row)
      _ = store.links(of: row)
      _ = store.causes(of: row) + store.consequences(of: row)
      for relation in [Relation.actor, .place, .disputed, .linked, .gap] { _ = store.neighbour(of: row, relation, forward: true, in: store.all) }
    }
    for field in [FacetField.actor, .place, .kind, .year, .month, .source, .side, .weight, .era] { _ = store.facets(field, in: store.all) }
    #expect(store.count == 36)
  }
}
