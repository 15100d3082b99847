import EDTF
import SeededRandom
import TimelineModel

/// Timelines as odd as data can be: ids twice, links to nowhere, circles of parents, dates open, unknown, immense or missing.
enum RandomTimeline {
  static let words = ["Şuşa", "Shushi", "Sotk", "artillery", "Բերդաձոր", "Ağdam", "talks", "cease-fire", "Nagorno-Karabakh", "O'Brien", "и", "bridge"]
  static let sides = ["armenian", "azerbaijani", "third"]
  static let countries = ["Armenia", "Azərbaycan", "Republic of Türkiye"]
  static let kinds = EventKind.known + [EventKind(rawValue: "state-based"), EventKind(rawValue: "Shelling, artillery")]

  static func make(_ random: inout SeededGenerator, events: Int) -> Timeline {
    let actorIDs = (0..<9).map { "actor-\($0)" }
    let placeIDs = (0..<7).map { "place-\($0)" }
    let sourceIDs = (0..<6).map { "source-\($0)" }
    var timeline = Timeline(id: "random", title: "Random")
    timeline.actors = actorIDs.dropLast(2).map { id in
      Actor(
        id: id, name: name(&random), aliases: (0..<Int.random(in: 0...2, using: &random)).map { _ in Name(language: "en", text: name(&random)) },
        kind: random.pick(Actor.Kind.allCases), side: random.oneIn(2) ? nil : random.pick(sides), parent: random.oneIn(2) ? nil : random.pick(actorIDs))
    }
    timeline.places = placeIDs.dropLast().map { id in
      Place(id: id, name: name(&random), names: [Name(language: "az", text: name(&random))], within: random.oneIn(2) ? nil : random.pick(placeIDs))
    }
    timeline.sources = sourceIDs.dropLast().map { Source(id: $0, publisher: name(&random), title: name(&random)) }
    timeline.eras = (0..<3).map { Era(id: "era-\($0)", name: "Era \(name(&random))", date: date(&random) ?? EDTFDate(Day(0))) }
    timeline.events = (0..<events).map { number in
      var event = Event(id: "event-\(number)", date: date(&random), title: name(&random) + " " + name(&random), kind: random.pick(kinds))
      if random.oneIn(20) { event.id = "event-0" }
      if event.date == nil { event.dateText = "some day" }
      event.weight = random.oneIn(4) ? nil : Int.random(in: 1...3, using: &random)
      event.actors = random.some(actorIDs, upTo: 3).map { Participation($0) }
      event.places = random.some(placeIDs, upTo: 2)
      event.summary = random.oneIn(2) ? "" : name(&random) + ".\n " + name(&random)
      event.accounts = random.some(actorIDs, upTo: 2).map { Account(by: $0, says: name(&random), source: random.pick(sourceIDs)) }
      event.casualties = (0..<Int.random(in: 0...3, using: &random)).map { _ in estimate(&random, actorIDs) }
      event.disputes = random.oneIn(3) ? ["toll"] : []
      event.sources = random.some(sourceIDs, upTo: 2)
      event.links = random.some(Link.Kind.allCases, upTo: 2).map { Link($0, "event-\(Int.random(in: 0...(events + 2), using: &random))") }
      event.extra = random.oneIn(2) ? [] : [ExtraField(name: "country name", value: random.pick(countries))]
      return event
    }
    return timeline
  }

  static func name(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in random.pick(words) }.joined(separator: " ")
  }

  private static func estimate(_ random: inout SeededGenerator, _ actors: [Identifier]) -> CasualtyEstimate {
    let low = random.oneIn(30) ? Int.max : Int.random(in: 0...12, using: &random)
    let high = low == .max ? .max : low + Int.random(in: 0...5, using: &random)
    return CasualtyEstimate(
      of: random.oneIn(3) ? CasualtyEstimate.wholeEvent : random.pick(actors), random.oneIn(3) ? .wounded : .killed,
      Figure(low: low, best: random.oneIn(2) ? nil : low, high: high), by: random.oneIn(2) ? nil : random.pick(actors))
  }

  /// Between 1990 and 1999, mostly.
  static func dateText(_ random: inout SeededGenerator) -> String {
    let year = Int.random(in: 1990...1999, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let day = "\(year)-\(two(month))-\(two(Int.random(in: 1...28, using: &random)))"
    return switch Int.random(in: 0..<20, using: &random) {
    case 0: "\(year)"
    case 1, 2: "\(year)-\(two(month))"
    case 3: "\(day)/.."
    case 4: "../\(day)"
    case 5: "\(day)/\(year + 1)"
    case 6: "\(year - 1)/\(day)"
    case 7: "199X"
    case 8: "\(year)-2\(Int.random(in: 1...4, using: &random))"
    case 9: "[\(year)-01-02..\(year)-01-05]"
    case 10: "\(day)~"
    case 11: "\(day)/"
    case 12: random.pick(["Y170000002", "Y-17E7", "-0003-05", "Y1E30", "../..", "/1995"])
    default: day
    }
  }

  static func date(_ random: inout SeededGenerator) -> EDTFDate? {
    random.oneIn(12) ? nil : try? EDTFDate(dateText(&random))
  }
}
