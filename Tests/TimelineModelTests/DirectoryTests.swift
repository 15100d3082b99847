import EDTF
import Testing
import TimelineModel

@Suite("Actors, places and sources by id")
struct DirectoryTests {
  private let directory = Directory(
    Timeline(
      id: "t", title: "T",
      actors: [
        Actor(id: "mod", name: "Ministry", parent: "state"), Actor(id: "state", name: "State"), Actor(id: "state", name: "Second of that id"),
        Actor(id: "a", name: "A", parent: "b"), Actor(id: "b", name: "B", parent: "a"), Actor(id: "orphan", name: "Orphan", parent: "nobody"),
      ],
      places: [Place(id: "town", name: "Town", within: "land"), Place(id: "land", name: "Land", within: "land")],
      sources: [Source(id: "s", publisher: "P", title: "T")]))

  @Test("What is known is found, and of several with one id the first")
  func finding() {
    #expect(directory.actor("state")?.name == "State" && directory.actor("x") == nil)
    #expect(directory.place("town")?.name == "Town" && directory.source("s")?.publisher == "P" && directory.source("x") == nil)
    #expect(directory.actors.count == 6 && directory.places.count == 2 && directory.sources.count == 1)
  }

  @Test("A name is the one of our texts, or the id where nothing is known")
  func names() {
    #expect(directory.name(ofActor: "mod") == "Ministry" && directory.name(ofActor: "who") == "who")
    #expect(directory.name(ofPlace: "town") == "Town" && directory.name(ofPlace: "where") == "where")
  }

  @Test(
    "The line upwards ends at the top, at the unknown, or where it meets itself",
    arguments: [("mod", ["mod", "state"]), ("state", ["state"]), ("a", ["a", "b"]), ("b", ["b", "a"]), ("orphan", ["orphan", "nobody"]), ("x", ["x"])])
  func actorLineage(_ row: (id: String, line: [String])) { #expect(directory.lineage(ofActor: row.id) == row.line) }

  @Test("Places lie within places", arguments: [("town", ["town", "land"]), ("land", ["land"]), ("x", ["x"])])
  func placeLineage(_ row: (id: String, line: [String])) { #expect(directory.lineage(ofPlace: row.id) == row.line) }

  @Test("The sources of an event are numbered once each, in order of first mention")
  func sources() {
    let event = Event(
      id: "e", date: nil, title: "E", kind: .clash, accounts: [Account(by: "a", says: "x", source: "two"), Account(by: "b", says: "y")],
      casualties: [CasualtyEstimate(of: "a", .killed, Figure(1), source: "three"), CasualtyEstimate(of: "a", .missing, Figure(1), source: "one")],
      sources: ["one", "two"], links: [Link(.follows, "f", source: "four"), Link(.follows, "g")])
    #expect(event.allSources == ["one", "two", "three", "four"])
  }
}
