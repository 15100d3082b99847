import EDTF
import SeededRandom
import TimelineModel
import TimelineStore

/// Events as they come in parts, and one store of all of them.
struct RandomParts {
  let whole: EventStore
  let parts: [EventStore]

  /// Kinds and columns of which only some parts have any, and names that are others' beginnings.
  private static let kinds = ["clash", "attack", "attack from the air", "Shelling, artillery", "state-based"]
  private static let names = ["actor-0", "actor 0 of the north", "Actor-0", "Sotk", "sotk", "North"]

  init(_ random: inout SeededGenerator, events count: Int) {
    var timeline = RandomTimeline.make(&random, events: count)
    let late = Int.random(in: 0...count, using: &random)
    for index in timeline.events.indices {
      // What is named later than the first part, now and then not at all.
      let isLate = index >= late
      timeline.events[index].kind = EventKind(rawValue: random.pick(isLate ? Self.kinds : Self.kinds.filter { $0 != "attack" }))
      if random.oneIn(3) { timeline.events[index].actors = [Participation(random.pick(isLate ? Self.names : Array(Self.names.dropFirst())))] }
      guard isLate, random.oneIn(3) else { continue }
      timeline.events[index].extra.append(ExtraField(name: random.pick(["2nd", "who", "mood"]), value: random.pick(["dark", "10"])))
    }
    var events = timeline.events[...]
    timeline.events = []
    let rest = timeline
    var builder = StoreBuilder(rest)
    var parts: [EventStore] = []
    while !events.isEmpty {
      let own = Array(events.prefix(Int.random(in: 1...9, using: &random)))
      events = events.dropFirst(own.count)
      var part = StoreBuilder(rest)
      Self.append(own, to: &part, rest)
      parts.append(part.snapshot())
      Self.append(own, to: &builder, rest)
    }
    whole = builder.snapshot()
    self.parts = parts
  }

  private struct Rows: EventDecoder {
    let events: [Event]
    func event(at index: Int) -> Event { events[index] }
  }

  private static func append(_ events: [Event], to builder: inout StoreBuilder, _ timeline: Timeline) {
    var chunk = RowChunk()
    for event in events { chunk.append(event, in: Directory(timeline)) }
    builder.append(chunk, from: builder.addSource(Rows(events: events)))
  }

  /// Filters whose values may be read in two ways beside all others.
  static func filter(_ random: inout SeededGenerator) -> String {
    let special = [
      "kind:attack", "-kind:attack", "kind:attack,shelling", "kind:state", "kind:clash", "actor:=actor-0", "-actor:=sotk", "actor:=\"actor 0\"", "2nd:dark",
      "-2nd:10", "who:dark", "who:actor-0", "-who:nobody", "mood:dark", "-mood:=dark", "mode:dark", "killed>", "actor:zzzz", "-actor:zzzz", "sotk",
      "place:sotk", "country_name:armenia",
    ]
    return (0..<Int.random(in: 0...2, using: &random)).map { _ in random.oneIn(3) ? RandomFilter.clause(&random).text : random.pick(special) }
      .joined(separator: " ")
  }
}
