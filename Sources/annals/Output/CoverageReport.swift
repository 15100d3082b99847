import EDTF
import TimelineModel
import TimelineStore

/// What a timeline covers: events by file, era, kind and weight, sources by kind and publisher, and how the sides are heard.
///
/// For curators: it shows at a glance where one period, one publisher or one side weighs too much.
struct CoverageReport {
  let lines: [String]

  init(_ store: EventStore) {
    let timeline = store.header
    let events = store.all.rows(0..<store.count).map { store.event(at: $0) }
    let directory = store.directory
    var lines: [String] = []
    func section(_ title: String, _ counts: [(String, Int)], limit: Int = .max) {
      lines.append("\(title):")
      for (label, count) in counts.prefix(limit) { lines.append("  \(label): \(count)") }
      if counts.count > limit { lines.append("  and \(counts.count - limit) more") }
    }
    func counted(_ labels: [String]) -> [(String, Int)] {
      Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }
    section(
      "Events by era",
      timeline.eras.map { era in
        let inside = events.count { event in
          guard let day = event.date?.earliest ?? event.date?.latest else { return false }
          return (era.date.earliest.map { $0 <= day } ?? true) && (era.date.latest.map { day <= $0 } ?? true)
        }
        return (era.name, inside)
      })
    section("Events by kind", counted(events.map(\.kind.rawValue)))
    section("Events by weight", counted(events.map { $0.weight.map(String.init) ?? "none" }))
    let speaking = events.filter { Set($0.accounts.map(\.by)).count > 1 }
    section(
      "Events with",
      [
        ("competing accounts", speaking.count),
        ("casualty figures", events.count { !$0.casualties.isEmpty }),
        ("links", events.count { !$0.links.isEmpty }),
        ("disputes", events.count { !$0.disputes.isEmpty }),
        ("a place on the map", events.count { $0.places.contains { directory.place($0)?.latitude != nil } }),
        ("one source alone", events.count { $0.allSources.count == 1 }),
      ])
    lines.append("Links: \(events.reduce(0) { $0 + $1.links.count })")
    let sides = events.flatMap { event in event.accounts.map { Self.side(of: $0.by, in: directory) } }
    section("Accounts by side of the speaker", counted(sides))
    section("Sources by kind", counted(directory.sources.map { $0.kind ?? "none" }))
    section("Sources by party", counted(directory.sources.map { $0.party ?? "third party" }))
    section("Sources by publisher", counted(directory.sources.map(\.publisher)), limit: 25)
    let uses = counted(events.flatMap(\.allSources))
    section("Sources that carry most events", uses, limit: 10)
    self.lines = lines
  }

  private static func side(of actor: Identifier, in directory: Directory) -> String {
    for id in directory.lineage(ofActor: actor) {
      if let side = directory.actor(id)?.side, side != "none" { return side }
    }
    return "neither"
  }
}
