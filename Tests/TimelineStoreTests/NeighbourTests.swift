import EDTF
import SeededRandom
import SmallTimeline
import Testing
import TimelineModel
import TimelineStore

@Suite("Neighbours and links")
struct NeighbourTests {
  @Test("are what a plain walk through the selected rows comes to first", arguments: 0..<40)
  func walk(seed: Int) {
    var random = SeededGenerator(seed + 8_000)
    let store = EventStore(RandomTimeline.make(&random, events: Int.random(in: 1...60, using: &random)))
    let events = (0..<store.count).map { store.event(at: Row($0)) }
    for _ in 0..<30 {
      let selection = store.select(Filter(random.oneIn(2) ? [] : [RandomFilter.clause(&random)]), sort: random.pick([.date, .killed]))
      let row = Row(Int.random(in: 0..<store.count, using: &random))
      let forward = random.oneIn(2)
      let quiet = Int.random(in: 0...200, using: &random)
      let relation = random.pick([Relation.actor, .place, .disputed, .linked, .quiet(days: quiet)])
      let here = events[row.number]
      let rows = (0..<store.count).filter { selection.contains(Row($0)) }
      let expected = rows.filter { forward ? $0 > row.number : $0 < row.number }.filter { other in
        switch relation {
        case .actor: return !Set(here.actors.map(\.actor)).isDisjoint(with: events[other].actors.map(\.actor))
        case .place: return !Set(here.places).isDisjoint(with: events[other].places)
        case .disputed: return !events[other].disputes.isEmpty
        case .linked:
          let targets = here.links.compactMap { link in events.firstIndex { $0.id == link.target } }
          let bears = events[other].links.contains { link in events.firstIndex { $0.id == link.target } == row.number }
          return targets.contains(other) || bears
        case .quiet(let days):
          guard let first = store.days(of: Row(other))?.first else { return false }
          let before = rows.filter { $0 < other }.compactMap { store.days(of: Row($0))?.last.number }.max()
          return before.map { first.number - $0 > Int64(days) } ?? false
        }
      }
      #expect(store.neighbour(of: row, relation, forward: forward, in: selection)?.number == (forward ? expected.first : expected.last), "\(relation)")
    }
  }

  @Test("of a row that there is not are none")
  func outside() {
    let store = EventStore(SmallTimeline.timeline)
    #expect(store.neighbour(of: Row(-1), .actor, forward: true, in: store.all) == nil)
    #expect(store.neighbour(of: Row(99), .gap, forward: true, in: store.all) == nil)
    #expect(store.links(of: Row(99)).isEmpty)
  }

  @Test("Links are seen from both ends, with the words for each direction")
  func links() throws {
    let store = EventStore(SmallTimeline.timeline)
    let artillery = try #require(store.row(of: "artillery"))
    let meeting = try #require(store.row(of: "meeting"))
    let truce = try #require(store.row(of: "truce"))
    let war = try #require(store.row(of: "old-war"))
    #expect(store.links(of: artillery).map(\.kind) == [.respondsTo, .leadsTo])
    #expect(store.links(of: artillery).map(\.row) == [meeting, truce])
    #expect(store.links(of: artillery).map(\.source) == [nil, "gazette-1"])
    #expect(store.links(of: artillery).allSatisfy { !$0.isIncoming })
    #expect(store.links(of: meeting).map(\.words) == ["follows", "follows", "answered by"])
    #expect(store.links(of: meeting).map(\.row) == [nil, war, artillery])
    #expect(store.links(of: truce).map(\.id) == ["artillery"])
  }

  @Test("What led to an event is what it follows and what is said to lead to it; what followed is the reverse")
  func causes() throws {
    let store = EventStore(SmallTimeline.timeline)
    let ids = { (rows: [Row]) in rows.map { store.event(at: $0).id } }
    #expect(ids(store.causes(of: try #require(store.row(of: "artillery")))) == ["meeting"])
    #expect(ids(store.consequences(of: try #require(store.row(of: "artillery")))) == ["truce"])
    #expect(ids(store.causes(of: try #require(store.row(of: "truce")))) == ["artillery"])
    #expect(ids(store.causes(of: try #require(store.row(of: "meeting")))) == ["old-war"])
    #expect(ids(store.consequences(of: try #require(store.row(of: "meeting")))) == ["artillery"])
  }

  @Test("An event that links to itself neither caused itself nor follows from itself")
  func itself() {
    var timeline = Timeline(id: "t", title: "t")
    timeline.events = [Event(id: "a", date: nil, title: "a", kind: .war, links: [Link(.follows, "a"), Link(.leadsTo, "a")])]
    let store = EventStore(timeline)
    #expect(store.causes(of: Row(0)).isEmpty && store.consequences(of: Row(0)).isEmpty)
    #expect(store.links(of: Row(0)).count == 4)
  }
}
