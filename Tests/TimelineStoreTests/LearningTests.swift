import EDTF
import Testing
import TimelineModel
import TimelineStore

@Suite("Names that come with the rows")
struct LearningTests {
  private static func chunk(_ rows: Range<Int>, actor: String, side: String, parent: String? = nil, place: String) -> RowChunk {
    var chunk = RowChunk()
    for row in rows {
      chunk.actors.add(chunk.actors.code(for: actor))
      chunk.places.add(chunk.places.code(for: place))
      chunk.append(RowFacts(date: EDTFDate(Day(Int64(row))), kind: chunk.kinds.code(for: "clash"), id: "row-\(row)"))
    }
    chunk.newActors = [Actor(id: actor, name: "The \(actor)", kind: .armed, side: side, parent: parent)]
    chunk.newPlaces = [Place(id: place, name: "Old \(place)", within: "land"), Place(id: "land", name: "The Land")]
    return chunk
  }

  @Test("are known to the store of that moment and to every later one, and not to those before")
  func growing() throws {
    var builder = StoreBuilder(Timeline(id: "t", title: "t"))
    let source = builder.addSource(ChunkedStore.Rows { "\($0)" })
    let empty = builder.snapshot()
    builder.append(Self.chunk(0..<4, actor: "alder", side: "green", place: "mill"), from: source)
    let first = builder.snapshot()
    builder.append(Self.chunk(4..<10, actor: "birch", side: "blue", parent: "alder", place: "bridge"), from: source)
    let second = builder.snapshot()
    #expect(empty.directory.actors.isEmpty && first.directory.actor("birch") == nil)
    #expect(first.directory.name(ofActor: "alder") == "The alder" && second.directory.name(ofActor: "birch") == "The birch")
    #expect(second.timeline.actors.map(\.id) == ["alder", "birch"] && second.timeline.places.map(\.id) == ["mill", "land", "bridge"])
    #expect(first.select(try first.parse("actor:alder").get()).count == 4)
    #expect(second.select(try second.parse("actor:alder").get()).count == 10)
    #expect(second.select(try second.parse("side:blue").get()).count == 6)
    #expect(second.select(try second.parse("place:\"the land\"").get()).count == 10)
    #expect(second.facets(.place, in: second.all).map(\.key) == ["land", "bridge", "mill"])
    #expect(second.facets(.place, in: second.all).map(\.events) == [10, 6, 4])
  }

  @Test("do not displace what the timeline says of the same ids")
  func first() {
    var builder = StoreBuilder(Timeline(id: "t", title: "t", actors: [Actor(id: "alder", name: "Alder Army", kind: .state)]))
    builder.append(Self.chunk(0..<2, actor: "alder", side: "green", place: "mill"), from: builder.addSource(ChunkedStore.Rows { "\($0)" }))
    let store = builder.snapshot()
    #expect(store.directory.actors.count == 1 && store.directory.name(ofActor: "alder") == "Alder Army")
    #expect(store.facets(.actor, in: store.all).map(\.events) == [2])
  }
}
