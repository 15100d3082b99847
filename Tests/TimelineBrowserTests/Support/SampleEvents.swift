import EDTF
import TimelineModel

extension Sample {
  static let events: [Event] = wars + quietYears + crisis + oddities

  private static func at(_ line: Int) -> SourceLocation { SourceLocation(file: "events.yaml", line: line, column: 3) }

  private static let wars = [
    Event(
      id: "rally", date: date("1988-02-20"), title: "First rally on the square", kind: .political, weight: 1, places: ["capital"],
      actors: [Participation("arvania")], summary: "Some thousands asked for the union of the valley.", location: at(1)),
    Event(
      id: "exodus", date: date("1988-11~/1989"), title: "Families leave both banks of the river", kind: .displacement, weight: 1,
      actors: [Participation("arvania"), Participation("belmark")],
      casualties: [
        CasualtyEstimate(of: CasualtyEstimate.wholeEvent, .displaced, Figure(low: 20_000, best: nil, high: 50_000), by: "watch", source: "watch-94")
      ],
      sources: ["watch-94"], location: at(9)),
    Event(
      id: "siege", date: date("1991-12/1992-05-09"), title: "Siege and capture of Şuşa/Shushi", kind: .war, weight: 1, places: ["shusha"],
      actors: [Participation("arvania", role: "belligerent"), Participation("belmark", role: "belligerent")],
      summary: "The town on the cliff changed hands after five months. Both sides shelled quarters where people lived.",
      accounts: [
        Account(by: "arvania", says: "The town was the firing position from which the capital of the valley was shelled every night.", source: "mod-a"),
        Account(
          by: "belmark", says: "The attack came while talks were being held in Arlington.", stated: date("1992-05-10"), source: "mod-b"),
        Account(by: "watch", says: "Rockets that cannot be aimed were fired into both towns.", source: "watch-94"),
      ],
      casualties: [
        CasualtyEstimate(of: "belmark", .killed, Figure(low: 150, best: nil, high: 200), by: "belmark", source: "mod-b"),
        CasualtyEstimate(of: "belmark", .killed, Figure(159), by: "watch", source: "watch-94", asOf: date("1994-12"), note: "counted by name"),
        CasualtyEstimate(of: "arvania", .killed, Figure(58), by: "arvania", source: "mod-a"),
      ],
      disputes: ["start", "toll"], sources: ["watch-94"], links: [Link(.partOf, "first-war-event"), Link(.leadsTo, "armistice", source: "atlas")],
      location: at(17)),
    Event(id: "first-war-event", date: date("1992/1994-05"), title: "The war in the valley", kind: .war, weight: 1, summary: "Open war.", location: at(30)),
    Event(
      id: "village", date: date("1993-08-18~/1993-08-26~"), title: "Killings in the village of Գեղարքունիք", kind: .atrocity, weight: 2, places: ["gegha"],
      actors: [Participation("belmark-mod")],
      casualties: [CasualtyEstimate(of: CasualtyEstimate.wholeEvent, .killed, Figure(low: 11, best: nil, high: 17), by: "watch", source: "watch-94")],
      disputes: ["responsibility"], sources: ["watch-94"], location: at(36)),
    Event(
      id: "protocol", date: date("1994-05-05"), title: "Protocol calls for a truce", kind: .mediation, weight: 2, places: ["capital"],
      actors: [Participation("mediators", role: "mediator"), Participation("arvania"), Participation("belmark")], links: [Link(.leadsTo, "armistice")],
      location: at(44)),
    Event(
      id: "armistice", date: date("1994-05-12"), title: "Armistice takes hold", kind: .ceasefire, weight: 1,
      actors: [Participation("arvania"), Participation("belmark"), Participation("mediators", role: "host")],
      summary: "The guns fell silent at midnight; the line of that night stood for 26 years.", sources: ["atlas"],
      links: [Link(.implements, "protocol"), Link(.follows, "protocol")], location: at(50)),
  ]

  private static let quietYears = [
    Event(id: "court", date: date("1997-03-04"), title: "Court of the Rivers takes the case", kind: .legal, weight: 3, actors: [Participation("river-court")]),
    Event(
      id: "monitors", date: date("1998?"), title: "Monitors walk the line for the first time", kind: .peacekeeping, weight: 3,
      actors: [Participation("mediators")]),
    Event(id: "relief", date: date("2001-XX-15"), title: "Relief 調停団 reaches the villages", kind: .humanitarian, weight: 3),
    Event(
      id: "snipers", date: date("2008"), title: "A year of snipers along the whole line of contact between the two armies", kind: .clash, weight: 3,
      actors: [Participation("arvania"), Participation("belmark")],
      casualties: [CasualtyEstimate(of: CasualtyEstimate.wholeEvent, .killed, Figure(30), by: nil)], location: at(70)),
    Event(
      id: "april", date: date("2016-04-02/2016-04-05"), title: "Four days of fighting", kind: .clash, weight: 1, places: ["gegha"],
      actors: [Participation("arvania"), Participation("belmark")],
      casualties: [
        CasualtyEstimate(of: "arvania", .killed, Figure(92), by: "arvania", source: "mod-a"),
        CasualtyEstimate(of: "belmark", .killed, Figure(31), by: "belmark", source: "mod-b"),
        CasualtyEstimate(of: "belmark", .killed, Figure(94), by: "arvania", source: "mod-a"),
      ], disputes: ["toll"], location: at(76)),
  ]

  private static let crisis = [
    Event(
      id: "attack", date: date("2020-09-27"), title: "Attack along the whole line", kind: .war, weight: 1,
      actors: [Participation("arvania"), Participation("belmark")],
      accounts: [Account(by: "arvania", says: "Belmark attacked at dawn."), Account(by: "belmark", says: "A counter-offensive answered Arvanian fire.")],
      disputes: ["start"], links: [Link(.breaches, "armistice", source: "atlas")], location: at(90)),
    Event(id: "truce-1", date: date("2020-10-10"), title: "Truce of October", kind: .ceasefire, weight: 2, links: [Link(.respondsTo, "attack")]),
    Event(
      id: "statement", date: date("2020-11-10"), title: "Trilateral statement ends the war", kind: .agreement, weight: 1,
      actors: [Participation("arvania"), Participation("belmark"), Participation("mediators")], links: [Link(.respondsTo, "attack"), Link(.follows, "truce-1")]),
    Event(
      id: "checkpoint", date: date("2023-04-23"), title: "Belmark opens a checkpoint on the road", kind: .political, weight: 2,
      actors: [Participation("belmark")]),
    Event(
      id: "talks", date: date("2023-05-01/2023-05-04"), title: "Foreign ministers meet in Arlington", kind: .mediation, weight: 2, places: ["capital"],
      actors: [Participation("arvania"), Participation("belmark"), Participation("mediators", role: "host")]),
    Event(
      id: "sotk-artillery", date: date("2023-05-11"), title: "Artillery exchange near Sotk", kind: .clash, weight: 2, places: ["sotk", "gegha"],
      actors: [Participation("arvania-mod"), Participation("belmark-mod")], summary: "Both armies traded artillery fire for some hours.",
      accounts: [
        Account(
          by: "arvania-mod", says: "Belmark opened artillery fire on positions near Sotk at six in the morning.", stated: date("2023-05-11"), source: "mod-a"),
        Account(by: "belmark-mod", says: "Arvanian fire killed one soldier and wounded another.", stated: date("2023-05-12"), source: "mod-b"),
      ],
      casualties: [
        CasualtyEstimate(of: "belmark", .killed, Figure(1), by: "belmark-mod", source: "mod-b"),
        CasualtyEstimate(of: "arvania", .wounded, Figure(4), by: "arvania-mod", source: "mod-a"),
      ],
      disputes: ["start"], sources: ["ap"], links: [Link(.follows, "talks"), Link(.leadsTo, "brussels")], location: at(110)),
    Event(
      id: "brussels", date: date("2023-05-14"), title: "Leaders meet in Brussels", kind: .mediation, weight: 1, places: ["capital"],
      actors: [Participation("arvania"), Participation("belmark")], links: [Link(.follows, "sotk-artillery"), Link(.sameAs, "nowhere")]),
    Event(
      id: "shots", date: date("2023-06-15"), title: "Shots at the checkpoint", kind: .clash, weight: 3,
      actors: [Participation("arvania"), Participation("belmark")]),
    Event(id: "food", date: date("2023-07~"), title: "Food runs short in the valley", kind: .humanitarian, weight: 2),
    Event(
      id: "treaty-draft", date: date("2025-03/.."), title: "Draft of a treaty is agreed", kind: .agreement, weight: 1,
      actors: [Participation("arvania"), Participation("belmark")]),
  ]

  private static let oddities = [
    Event(
      id: "combining", date: date("2024-02-29"), title: "Vo\u{302}te of Ḱ\u{301}\u{302}\u{303}\u{304}\u{305}aran \u{202E}reversed\u{202C} and \u{1B}[31mred",
      kind: EventKind(rawValue: "Shelling/missile"),
      actors: [Participation("nobody-knows")], extra: [ExtraField(name: "date_prec", value: "1")]),
    Event(id: "no-date", date: nil, dateText: "spring, long ago", title: "A song that nobody dated", kind: .political, weight: 3),
  ]
}
