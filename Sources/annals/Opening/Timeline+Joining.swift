import TimelineModel

extension Timeline {
  /// Several timelines as one: the first gives what a timeline has once, the title names all, and everything of all of them is in it, each actor, place and
  /// source once.
  init(joining timelines: [Timeline]) {
    self = timelines.first ?? Timeline(id: "", title: "")
    guard timelines.count > 1 else { return }
    var titles = Set<String>()
    title = timelines.map(\.title).filter { !$0.isEmpty && titles.insert($0).inserted }.joined(separator: " + ")
    span = nil
    for timeline in timelines.dropFirst() {
      func new<Thing>(_ things: [Thing], _ known: [Thing], _ id: (Thing) -> Identifier) -> [Thing] {
        let ids = Set(known.map(id))
        return things.filter { !ids.contains(id($0)) }
      }
      actors += new(timeline.actors, actors, \.id)
      places += new(timeline.places, places, \.id)
      sources += new(timeline.sources, sources, \.id)
      eras += new(timeline.eras, eras, \.id)
      events += timeline.events
    }
  }
}
