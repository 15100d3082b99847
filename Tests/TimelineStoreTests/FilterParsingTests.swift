import EDTF
import SmallTimeline
import Testing
import TimelineModel
import TimelineStore

@Suite("The filter language")
struct FilterParsingTests {
  let store = EventStore(SmallTimeline.timeline)
  static let today = Day(year: 2023, month: 5, day: 12)

  private func ids(_ text: String) throws -> [String] {
    let filter = try store.parse(text, today: Self.today).get()
    let selection = store.select(filter)
    return selection.rows(0..<selection.count).map { store.event(at: $0).id }
  }

  @Test(
    "finds what it names",
    arguments: [
      ("", ["old-war", "shelling", "blockade", "meeting", "artillery", "truce", "rumour"]),
      ("actor:armenia", ["old-war", "meeting", "artillery", "truce"]),
      ("actor:=armenia", ["old-war", "meeting", "truce"]),
      ("actor:Հայաստան actor:Russia", ["truce"]),
      ("actor:azerbaycan -actor:armenia", ["blockade"]),
      ("who:\"defence of armenia\"", ["artillery"]),
      ("side:armenian,azerbaijani", ["old-war", "blockade", "meeting", "artillery", "truce"]),
      ("place:gegharkunik", ["artillery", "rumour"]),
      ("place:=gegharkunik", []),
      ("place:susa", ["truce"]),
      ("Shushi", ["truce"]),
      ("susa", ["truce"]),
      ("kind:clash,war", ["old-war", "artillery"]),
      ("kind:\"Shelling, artillery\"", ["shelling"]),
      ("kind:shelling", ["shelling"]),
      ("kind:legal", []),
      ("weight:1", ["old-war", "truce"]),
      ("weight>=2", ["blockade", "meeting", "artillery"]),
      ("killed>6", ["old-war", "artillery"]),
      ("sure:killed>6", ["old-war"]),
      ("killed:7..99", ["artillery"]),
      ("killed:..5", ["artillery"]),
      ("killed<100", ["artillery"]),
      ("wounded<=3", ["artillery"]),
      ("sources>=2", ["artillery", "truce"]),
      ("since:2023-05-14", ["blockade", "truce"]),
      ("sure:since:2023-05-02", ["artillery", "truce"]),
      ("since:today", ["blockade", "truce"]),
      ("until:1992-03", ["old-war"]),
      ("sure:until:1992-03", []),
      ("on:2023-05", ["blockade", "meeting", "artillery", "truce"]),
      ("sure:on:2023-05", ["meeting", "artillery", "truce"]),
      ("-on:2023-05", ["old-war", "shelling"]),
      ("on:[1992-01-01,1993-08-05]", ["old-war", "shelling"]),
      ("era:first", ["old-war", "shelling"]),
      ("era:\"late years\"", ["blockade", "meeting", "artillery", "truce"]),
      ("precision:month,year", ["old-war", "shelling"]),
      ("has:accounts", ["artillery"]),
      ("has:disputes", ["artillery", "rumour"]),
      ("has:casualties", ["old-war", "artillery"]),
      ("has:places", ["artillery", "truce", "rumour"]),
      ("source:wire", ["artillery", "truce"]),
      ("source:=gazette-1", ["artillery", "truce"]),
      ("id:truce,rumour", ["truce", "rumour"]),
      ("country_name:turkiye", ["shelling"]),
      ("country-name:=türkiye", ["shelling"]),
      ("fire sides", ["artillery"]),
      ("\"both sides\"", ["artillery"]),
      ("\"sides both\"", []),
      ("cease-fire", ["old-war"]),
      ("\"cease fire\",rumour", ["old-war", "rumour"]),
      ("-the", ["old-war", "shelling", "meeting", "truce", "rumour"]),
    ])
  func finds(text: String, expected: [String]) throws {
    #expect(try ids(text).sorted() == expected.sorted())
    #expect(try ids(text) == store.select(Filter()).rows(0..<9).map { store.event(at: $0).id }.filter(expected.contains))
  }

  @Test(
    "is written in one way",
    arguments: [
      ("  who:armenia   KIND:clash ", "actor:armenia kind:clash"),
      ("from:2020 to:2023-05", "since:2020 until:2023-05"),
      ("dead:10..", "killed:10.."),
      ("-sure:killed>5", "-sure:killed>5"),
      ("kind:\"Shelling, artillery\"", "kind:\"Shelling, artillery\""),
      ("\"a \\\"quoted\\\" \\\\ word\"", "\"a \\\"quoted\\\" \\\\ word\""),
      ("12:30", "\"12:30\""),
      ("on:\"[1992,1993]\"", "on:[1992,1993]"),
      ("Country_Name:turkiye", "country_name:turkiye"),
      ("killed>99999999999999999999", "killed>9223372036854775807"),
      ("since:today", "since:today"),
    ])
  func canonical(text: String, expected: String) throws {
    let filter = try store.parse(text, today: Self.today).get()
    #expect(filter.text == expected)
    #expect(try store.parse(expected, today: Self.today).get() == filter)
  }

  struct Mistake: Sendable, CustomStringConvertible {
    let text: String
    let part: String
    let what: String
    let remedy: String?
    var description: String { text }

    init(_ text: String, _ part: String, _ what: String, _ remedy: String?) {
      self.text = text
      self.part = part
      self.what = what
      self.remedy = remedy
    }
  }

  @Test(
    "names a mistake, its place and the nearest thing that is known",
    arguments: [
      Mistake("susa actr:armenia", "actr", "there is no field “actr”", "Did you mean “actor”?"),
      Mistake("zzzzzzzz:1", "zzzzzzzz", "there is no field “zzzzzzzz”", "To search for the text itself, put it between quotation marks."),
      Mistake("actor:armeina", "armeina", "there is no actor “armeina”", "Did you mean “armenia”?"),
      Mistake("actor:armenia,rusia", "rusia", "there is no actor “rusia”", "Did you mean “russia”?"),
      Mistake("place:sotx", "sotx", "there is no place “sotx”", "Did you mean “sotk”?"),
      Mistake("kind:clahs", "clahs", "there is no kind “clahs”", "Did you mean “clash”?"),
      Mistake("side:armenain", "armenain", "there is no side “armenain”", "Did you mean “armenian”?"),
      Mistake("source:wire-2", "wire-2", "there is no source “wire-2”", "Did you mean “wire-1”?"),
      Mistake("id:truse", "truse", "there is no event “truse”", "Did you mean “truce”?"),
      Mistake("era:lata", "lata", "there is no era “lata”", "Did you mean “late”?"),
      Mistake("precision:mont", "mont", "there is no precision “mont”", "Did you mean “month”?"),
      Mistake("country_name:turkie", "turkie", "there is no country name “turkie”", "Did you mean “Türkiye”?"),
      Mistake("has:acounts", "acounts", "there is no such thing as “acounts”", "Did you mean “accounts”?"),
      Mistake("country_name:turkey", "turkey", "there is no country name “turkey”", nil),
      Mistake("killed>many", "many", "“many” is not a number", "Write a whole number, killed>10, or a range, killed:10..50."),
      Mistake("killed>1..2", "1..2", "“1..2” is not a number", "Write a whole number, killed>10, or a range, killed:10..50."),
      Mistake("killed:..", "..", "“..” is not a number", "Write a whole number, killed>10, or a range, killed:10..50."),
      Mistake("killed:1..x", "1..x", "“1..x” is not a number", "Write a whole number, killed>10, or a range, killed:10..50."),
      Mistake("killed:9..2", "9..2", "the range runs backwards", "Write killed:2..9."),
      Mistake("kind>war", ">", "“>” does not go with kind", "Use “:”."),
      Mistake("sure:kind:war", "sure:", "sure: says nothing of kind", "It stands before dates and figures, as sure:killed>10."),
      Mistake("sure:sotk", "sure:", "sure: stands before a date or a figure", "For example sure:killed>10, sure:since:2020."),
      Mistake("kind:", "", "a value is missing for kind", "For example kind:clash,war."),
      Mistake("kind:war,", "", "a value is missing for kind", "For example kind:clash,war."),
      Mistake("a \"b c", "\"b c", "the quotation is not closed", "Put a \" at its end."),
      Mistake("on:[1990,1991", "[1990", "the set is not closed", "Put ] at its end."),
      Mistake("on:{1990", "{1990", "the set is not closed", "Put } at its end."),
      Mistake("'", "'", "there is nothing to search for here", "Write a word or a \"quoted phrase\"."),
      Mistake("since:/2020", "/2020", "“/2020” has no first day that could be compared", nil),
      Mistake("until:2020/", "2020/", "“2020/” has no last day that could be compared", nil),
      Mistake("on:Y1E30", "Y1E30", "“Y1E30” has no first day that could be compared", "It is beyond the range of days that annals counts."),
    ])
  func mistakes(mistake: Mistake) {
    guard case .failure(let error) = store.parse(mistake.text) else {
      Issue.record("it was accepted")
      return
    }
    #expect(String(decoding: Array(mistake.text.utf8)[error.range], as: UTF8.self) == mistake.part)
    #expect(error.what == mistake.what)
    #expect(error.remedy == mistake.remedy)
    #expect(error.description.hasPrefix(mistake.what + "."))
  }

  @Test("says of a bad date what the date itself says, at its place")
  func badDate() {
    let text = "kind:war since:2020-11-31"
    guard case .failure(let error) = store.parse(text) else {
      Issue.record("it was accepted")
      return
    }
    #expect(error.range.lowerBound >= 15 && error.range.upperBound == text.utf8.count)
    #expect(error.what.contains("2020-11-31"))
  }

  @Test("knows no today unless it is told")
  func today() {
    guard case .failure(let error) = store.parse("since:today") else {
      Issue.record("it was accepted")
      return
    }
    #expect(error.range == 6..<11)
  }

  @Test("takes any clause that its menus make")
  func menus() throws {
    let clauses: [Filter.Clause] = [
      .actor("armenia"), .actor("armenia", exact: true, negated: true), .place("sotk"), .kind(.war), .source("wire-1"), .side("armenian"), .era("late"),
      .weight(2), .words("both sides"), .since(Day(0)), .until(Day(20_000)),
    ]
    for clause in clauses { #expect(try store.parse(clause.text).get() == Filter([clause])) }
    let filter = clauses.reduce(Filter()) { $0.adding($1) }
    #expect(filter.adding(.kind(.war)) == filter)
    #expect(filter.removing(at: 99) == filter && filter.toggling(at: -1) == filter)
    #expect(filter.removing(at: 0).clauses.count == clauses.count - 1)
    let off = filter.togglingAll()
    #expect(off.isEmpty && off.text.isEmpty && off.togglingAll() == filter)
    #expect(off.adding(.kind(.war)).text == "kind:war")
  }

  @Test("has an example for every field that parses, in a store that knows the names", arguments: FilterField.all)
  func examples(field: FilterField) {
    #expect(field.example.hasPrefix(field.name))
    #expect(!field.help.isEmpty && !field.help.hasSuffix("."))
    #expect(FilterField.named(field.name.uppercased()) == field)
    for alias in field.aliases { #expect(FilterField.named(alias) == field) }
  }
}
