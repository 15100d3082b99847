import EDTF
import TimelineModel
import TimelineStore

/// A small invented chronology that has everything a view must cope with, so that a test shows what it is about.
///
/// Two river states, Arvania and Belmark, quarrel over the town of Sotk from 1988 on: kinds, accounts that disagree, ranges, open, imprecise and
/// missing dates, links both ways, eras, actors below actors, and names in many scripts.
enum Sample {
  static let timeline = Timeline(
    id: "sample", title: "Sotk conflict", span: date("1988/.."), eras: eras, actors: actors, places: places, sources: sources, events: events)
  static let store = EventStore(timeline)

  static let eras = [
    Era(id: "first-war", name: "First war", date: date("1988/1994-05")),
    Era(id: "calm", name: "No war, no peace", date: date("1994-05/2020-09")),
    Era(id: "second-war", name: "44 days", date: date("2020-09-27/2020-11-10")),
    Era(id: "treaty", name: "Border crisis", date: date("2020-11-10/..")),
  ]

  static let actors = [
    Actor(
      id: "arvania", name: "Arvania", aliases: [Name(language: "hy", text: "Հայաստան"), Name(language: "ru", text: "Армения")], kind: .state, side: "arvan"),
    Actor(id: "arvania-mod", name: "Ministry of Defence of Arvania", kind: .political, side: "arvan", parent: "arvania"),
    Actor(
      id: "belmark", name: "Belmark", aliases: [Name(language: "az", text: "Azərbaycan Respublikası")], kind: .state, side: "belm"),
    Actor(id: "belmark-mod", name: "Ministry of Defence of Belmark", kind: .political, side: "belm", parent: "belmark"),
    Actor(id: "mediators", name: "Group of Mediators", aliases: [Name(language: "zh", text: "調停団")], kind: .organisation),
    Actor(id: "watch", name: "Rights Watch", kind: .finder),
    Actor(id: "river-court", name: "Court of the Rivers", kind: .court),
  ]

  static let places = [
    Place(id: "sotk", name: "Sotk", names: [Name(language: "az", text: "Zod")], latitude: 40.2, longitude: 45.9, precision: .town, within: "gegha"),
    Place(id: "gegha", name: "Gegha Province", names: [Name(language: "hy", text: "Գեղարքունիք")], within: nil),
    Place(id: "shusha", name: "Shusha", names: [Name(language: "az", text: "Şuşa"), Name(language: "hy", text: "Շուշի")], precision: .town),
    Place(id: "capital", name: "Arlington"),
  ]

  static let sources = [
    Source(id: "ap", publisher: "Associated Press", title: "Fire on the border", date: date("2023-05-11"), url: "https://example.org/ap/fire", kind: "agency"),
    Source(
      id: "mod-a", publisher: "Arvanian Ministry of Defence", title: "Statement on the shelling near Sotk", date: date("2023-05-11"),
      url: "http://example.org/a", kind: "party", party: "arvania"),
    Source(id: "mod-b", publisher: "Belmark Ministry of Defence", title: "On provocations", date: date("2023-05-12"), kind: "party", party: "belmark"),
    Source(id: "watch-94", publisher: "Rights Watch", title: "Seven Years of Conflict", date: date("1994-12"), url: "ftp://example.org/old", kind: "finder"),
    Source(id: "atlas", publisher: "Atlas of Treaties", title: "Armistice of 1994", date: date("1996"), url: "https://example.org/atlas?id=1&x=y"),
  ]
}

/// A date that the test's author wrote; a slip would stand at 1970, where nothing else does.
func date(_ text: String) -> EDTFDate { (try? EDTFDate(text)) ?? EDTFDate(Day(0)) }

extension Sample {
  /// The same timeline after somebody has taken events out of its files.
  static func without(_ ids: String...) -> EventStore {
    var timeline = timeline
    timeline.events.removeAll { ids.contains($0.id) }
    return EventStore(timeline)
  }
}
