package import EDTF
package import TimelineModel

/// Seven invented events around the village of Sotk, in no order, one of them without a date.
package enum SmallTimeline {
  package static func date(_ text: String) -> EDTFDate { (try? EDTFDate(text)) ?? EDTFDate(Day(0)) }

  package static let actors = [
    Actor(
      id: "armenia", name: "Armenia", aliases: [Name(language: "hy", text: "Հայաստան"), Name(language: "en", text: "Republic of Armenia")], side: "armenian"),
    Actor(id: "armenia-mod", name: "Ministry of Defence of Armenia", side: "armenian", parent: "armenia"),
    Actor(id: "azerbaijan", name: "Azerbaijan", aliases: [Name(language: "az", text: "Azərbaycan")], side: "azerbaijani"),
    Actor(id: "russia", name: "Russia"),
    Actor(id: "observers", name: "Observers", kind: .finder),
  ]
  package static let places = [
    Place(id: "gegharkunik", name: "Gegharkunik", within: "armenia-country"),
    Place(id: "sotk", name: "Sotk", names: [Name(language: "az", text: "Zod")], within: "gegharkunik"),
    Place(
      id: "shusha", name: "Shusha", names: [Name(language: "az", text: "Şuşa"), Name(language: "hy", text: "Շուշի"), Name(language: "en", text: "Shushi")]),
  ]
  package static let sources = [
    Source(id: "wire-1", publisher: "The Wire", title: "Shots at Sotk"), Source(id: "gazette-1", publisher: "Gazette", title: "Talks end"),
  ]
  package static let eras = [
    Era(id: "first", name: "First years", date: date("1990/1994")), Era(id: "late", name: "Late years", date: date("2020/..")),
  ]

  package static let events = [
    Event(
      id: "artillery", date: date("2023-05-11"), title: "Artillery exchange near Sotk", kind: .clash, weight: 2, places: ["sotk"],
      actors: [Participation("armenia-mod"), Participation("azerbaijan")], summary: "Both sides fired.",
      accounts: [
        Account(by: "armenia-mod", says: "The other side opened fire.", source: "wire-1"),
        Account(by: "azerbaijan", says: "They answered a provocation.", source: "wire-1"),
      ],
      casualties: [
        CasualtyEstimate(of: "azerbaijan", .killed, Figure(4), by: "azerbaijan"),
        CasualtyEstimate(of: "azerbaijan", .killed, Figure(7), by: "armenia-mod"), CasualtyEstimate(of: "armenia", .wounded, Figure(3)),
      ],
      disputes: ["start"], sources: ["wire-1"], links: [Link(.respondsTo, "meeting"), Link(.leadsTo, "truce", source: "gazette-1")]),
    Event(
      id: "truce", date: date("2023-05-14"), title: "A truce holds", kind: .ceasefire, weight: 1, places: ["shusha"],
      actors: [Participation("armenia"), Participation("azerbaijan"), Participation("russia", role: "mediator")], sources: ["gazette-1", "wire-1"]),
    Event(
      id: "meeting", date: date("2023-05-01/2023-05-04"), title: "Ministers meet", kind: .mediation, weight: 2,
      actors: [Participation("armenia"), Participation("azerbaijan")], links: [Link(.follows, "nowhere"), Link(.follows, "old-war")]),
    Event(
      id: "old-war", date: date("1992"), title: "A year of cease-fire talks and war", kind: .war, weight: 1, actors: [Participation("armenia")],
      casualties: [CasualtyEstimate(of: "all", .killed, Figure(low: 100, best: 120, high: 200), by: "observers")]),
    Event(
      id: "shelling", date: date("1993-08"), title: "Shelling", kind: EventKind(rawValue: "Shelling, artillery"),
      extra: [ExtraField(name: "country name", value: "Türkiye")]),
    Event(id: "blockade", date: date("2022-12-12/.."), title: "The road is closed", kind: .humanitarian, weight: 3, actors: [Participation("azerbaijan")]),
    Event(id: "rumour", date: nil, dateText: "last spring", title: "A rumour", kind: .political, places: ["sotk"], disputes: ["date"]),
  ]

  package static let timeline = Timeline(
    id: "small", title: "Small", eras: eras, actors: actors, places: places, sources: sources, events: events)
}
