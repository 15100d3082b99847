import EDTF
import SmallTimeline
import Testing
import TimelineModel
import TimelineStore

@Suite("Actors that look alike")
struct LookAlikesTests {
  private static func store(_ actors: [Actor], named: [Identifier]) -> EventStore {
    let events = named.enumerated().map { Event(id: "e\($0)", date: try? EDTFDate("1990"), title: "Shots", kind: .clash, actors: [Participation($1)]) }
    return EventStore(Timeline(id: "t", title: "T", actors: actors, events: events))
  }

  @Test("Each but the first is told, with what tells it from the first; the first has its own difference")
  func twins() {
    let twins = Self.store(
      [
        Actor(id: "alder", name: "Alder"), Actor(id: "birch", name: "Birch"), Actor(id: "alder-2", name: "\u{0410}lder"),
        Actor(id: "alder-3", name: "Ald\u{200B}er"),
      ], named: ["alder", "birch"]
    ).lookAlikes
    #expect(twins.later == ["alder-2", "alder-3"] && !twins.isEmpty)
    #expect(twins["alder-2"]?.of == "alder" && twins["alder-2"]?.words == "U+0410 for U+0041")
    #expect(twins["alder-3"]?.difference == "U+200B added")
    #expect(twins["alder"]?.of == "alder-2" && twins["alder"]?.difference == "U+0041 for U+0410")
    #expect(twins["birch"] == nil)
  }

  @Test("Names that only rows have are looked at too, beside those of the directory")
  func namedInRows() {
    let twins = Self.store([Actor(id: "alder", name: "Alder")], named: ["\u{0410}lder", "Birch", "B\u{0456}rch"]).lookAlikes
    #expect(twins.later == ["\u{0410}lder", "B\u{0456}rch"])
    let store = Self.store([], named: ["Alder", "Al\u{200B}der", "\u{0410}lder", "Alder"])
    #expect(["Alder", "Al\u{200B}der", "\u{0410}lder", "Birch"].map { store.firstRow(naming: $0)?.number } == [0, 1, 2, nil])
    #expect(twins["\u{0410}lder"]?.of == "alder" && twins["B\u{0456}rch"]?.of == "Birch")
  }

  @Test("Nobody looks alike where all names differ, and one without a name looks like nobody")
  func none() {
    #expect(Self.store(SmallTimeline.actors, named: ["armenia", "russia"]).lookAlikes.isEmpty)
    #expect(Self.store([Actor(id: "a", name: ""), Actor(id: "b", name: "")], named: []).lookAlikes.isEmpty)
  }

  @Test("A value that is offered for a filter says when it looks like another")
  func completion() {
    let offered = Self.store([], named: ["Alder", "\u{0410}lder", "Ash"]).completions(for: "actor:", at: 6)
    #expect(
      Set(offered.map(\.label)) == ["Alder (looks like another, with U+0041 for U+0410)", "\u{0410}lder (looks like another, with U+0410 for U+0041)", "Ash"])
  }
}
