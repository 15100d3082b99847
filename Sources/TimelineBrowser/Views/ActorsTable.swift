import EDTF
import TimelineModel
import TimelineStore

/// The table of actors: its orders, and how what is typed narrows it.
enum ActorsTable {
  /// The columns by which the rows are ordered, in the order in which `s` walks them.
  static let orders = ["events", "killed", "name", "first", "last"]

  static func ordered(_ facets: [Facet], by order: Int) -> [Facet] {
    func name(_ one: Facet, _ other: Facet) -> Bool { (one.label, one.key) < (other.label, other.key) }
    switch orders[order % orders.count] {
    case "killed": return facets.sorted { ($1.killedHigh, $0.label, $0.key) < ($0.killedHigh, $1.label, $1.key) }
    case "name": return facets.sorted(by: name)
    case "first": return facets.sorted { ($0.first?.number ?? .max, $0.label) < ($1.first?.number ?? .max, $1.label) }
    case "last": return facets.sorted { ($1.last?.number ?? .min, $0.label) < ($0.last?.number ?? .min, $1.label) }
    default: return facets.sorted { ($1.events, $0.label, $0.key) < ($0.events, $1.label, $1.key) }
    }
  }

  /// Whether an actor is found by what was typed, under any of its names.
  static func matches(_ facet: Facet, _ query: SearchQuery, in store: EventStore) -> Bool {
    let names = store.directory.actor(facet.key).map { [$0.name] + $0.aliases.map(\.text) } ?? [facet.label]
    return query.matches((names + [facet.key]).joined(separator: " \n"))
  }

  /// The range of the killed as a row shows it: nothing, one number, or two.
  static func killed(_ facet: Facet) -> String {
    if facet.killedHigh == 0 { return "" }
    return facet.killedLow == facet.killedHigh ? String(facet.killedLow) : "\(facet.killedLow)–\(facet.killedHigh)"
  }
}
