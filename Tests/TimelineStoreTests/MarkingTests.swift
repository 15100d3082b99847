import SeededRandom
import SmallTimeline
import Testing
import TimelineModel
import TimelineStore

@Suite("Rows on which the reader has written")
struct MarkingTests {
  private static let timeline = Timeline(
    id: "t", title: "T", events: ["a", "b", "c", "b"].enumerated().map { Event(id: $1, date: SmallTimeline.date("\(2000 + $0)"), title: $1, kind: .clash) })
  private let store = EventStore(timeline).marking(noted: ["b", "c", "nowhere"], bookmarked: ["a"])

  private func ids(_ text: String, in store: EventStore) throws -> [String] {
    let selection = store.select(try store.parse(text, today: nil).get())
    return selection.rows(0..<selection.count).map { store.summary(at: $0).id }
  }

  @Test(
    "has:note and has:bookmark find the events of those ids, every row that bears one",
    arguments: [
      ("has:note", ["b", "c", "b"]), ("has:notes", ["b", "c", "b"]), ("has:bookmark", ["a"]), ("-has:note", ["a"]),
      ("has:note,bookmark", ["a", "b", "c", "b"]),
      ("has:note has:bookmark", []),
    ])
  func finding(_ filter: String, _ wanted: [String]) throws { #expect(try ids(filter, in: store) == wanted) }

  @Test("A store that was told nothing has none, and marking it leaves it as it was")
  func unmarked() throws {
    let plain = EventStore(Self.timeline)
    _ = plain.marking(noted: ["a"], bookmarked: [])
    #expect(try ids("has:note", in: plain) == [])
    #expect(try ids("has:note", in: store.marking(noted: [], bookmarked: ["c"])) == [])
    #expect(try ids("has:bookmark", in: store.marking(noted: [], bookmarked: ["c"])) == ["c"])
    #expect(EventStore(Timeline(id: "", title: "")).marking(noted: ["a"], bookmarked: ["a"]).isEmpty)
  }

  @Test("Completion offers what the reader wrote, with how many there are")
  func completion() {
    let choices = store.completions(for: "has:", at: 4)
    #expect(choices.first { $0.text == "note" }?.count == 3)
    #expect(choices.first { $0.text == "bookmark" }?.count == 1)
  }

  @Test("Of many rows just the right ones are found", arguments: 0..<20)
  func many(_ seed: Int) throws {
    var random = SeededGenerator(seed)
    let ids = (0..<500).map { "event-\($0 * 7 % 400)" }
    let events = ids.enumerated().map { Event(id: $1, date: SmallTimeline.date("\(1900 + $0 % 100)"), title: "", kind: .clash) }
    let wanted = Set(ids.filter { _ in Int.random(in: 0..<10, using: &random) == 0 })
    let store = EventStore(Timeline(id: "t", title: "T", events: events)).marking(noted: wanted, bookmarked: [])
    let found = try self.ids("has:note", in: store)
    #expect(found.count == ids.count { wanted.contains($0) })
    #expect(Set(found) == wanted)
  }
}
