import EDTF
import Testing
import TimelineFormats
import TimelineModel

@Suite("ACLED")
struct ACLEDTests {
  @Test("Old and new exports and monadic files are recognised", arguments: ["current", "old", "monadic", "faults"])
  func recognised(name: String) throws {
    #expect(try Opened(fixture: "acled/\(name).csv").header.id == "acled")
  }

  @Test("Time precision makes a day, about a day, or a month")
  func dates() throws {
    #expect(try Opened(fixture: "acled/current.csv").events.map { $0.date?.text } == ["2021-03-01", "2021-03-01~", "2021-03"])
  }

  @Test("The three forms of dates mean the same day", arguments: ["2021-03-02", "02 March 2021", "02-03-2021", "02/03/2021", "2 Mar 2021"])
  func dateForms(text: String) throws { #expect(try ACLEDDate.read(text, precision: "1").get().text == "2021-03-02") }

  @Test("A day that a spreadsheet made into a number is read as such, with a word and its row")
  func spreadsheetDays() {
    let opened = Opened(
      .acled,
      "event_id_cnty,event_date,time_precision,event_type,actor1,actor2,fatalities\nA1,43192,1,Battles,Alder,Birch,2\nA2,43193,2,Battles,Alder,Birch,0\n")
    #expect(opened.events.map { $0.date?.text } == ["2018-04-02", "2018-04-03~"])
    #expect(opened.places.filter { $0.hasPrefix("spreadsheet-date") } == ["spreadsheet-date 2:4", "spreadsheet-date 3:4"])
    #expect(opened.problems.contains { $0.words.contains("It was read as 2018-04-02") })
  }

  @Test("A row says what, where, who with whom, and how many")
  func event() throws {
    let opened = try Opened(fixture: "acled/current.csv")
    let event = try #require(opened.events.first)
    #expect(event.title == "Armed clash, Valley" && event.kind.rawValue == "Armed clash" && event.id == "ALD1")
    #expect(
      event.actors == [
        Participation("Military Forces of Alder (2019-)", role: "actor 1, State forces"), Participation("River Police", role: "associated with actor 1"),
        Participation("Valley Guard", role: "associated with actor 1"), Participation("Birch Front", role: "actor 2, Rebel group"),
      ])
    #expect(event.casualties == [CasualtyEstimate(of: CasualtyEstimate.wholeEvent, .killed, Figure(2))])
    #expect(event.sources == ["River Post", "Valley Radio"] && event.summary.hasPrefix("On 1 March 2021"))
    let directory = Directory(opened.header)
    #expect(opened.events.compactMap { directory.place($0.places[0])?.precision } == [.town, .area, .region])
    #expect(directory.lineage(ofPlace: event.places[0]).map(directory.name(ofPlace:)) == ["Bridge", "Lower", "Valley", "Alder"])
    #expect(directory.actor("Birch Front")?.kind == .armed && directory.actor("River Police")?.kind == .unknown)
    #expect(directory.actor("Protesters (Alder)")?.kind == .population)
    #expect(opened.problems.isEmpty)
  }

  @Test("Numbers and words for an actor's sort mean the same")
  func sorts() throws {
    let (new, old) = (try Opened(fixture: "acled/current.csv").events[0], try Opened(fixture: "acled/old.csv").events[0])
    #expect(new.actors == old.actors && new.date == old.date && new.title == old.title)
    #expect(old.field("inter1 means") == "State forces" && old.field("interaction means") == "State forces and Rebel group")
    #expect(new.field("inter1 means") == nil && new.field("inter1") == "State forces")
    #expect(try Opened(fixture: "acled/current.csv").events[2].field("interaction means") == "Protesters only")
    #expect(try Opened(fixture: "acled/old.csv").codes == ["missing-columns"])
    #expect(ACLEDCodes.sort("external forces") == "External/Other forces" && ACLEDCodes.sort("9") == nil)
  }

  @Test("A monadic file counts an event's deaths once, and keeps a row for each actor")
  func monadic() throws {
    let opened = try Opened(fixture: "acled/monadic.csv")
    #expect(opened.events.map(\.id) == ["ALD1", "ALD1", "ALD2"])
    #expect(opened.facts.map { $0.killed.figure?.best } == [2, nil, 2])
    #expect(opened.events.map(\.casualties.count) == [1, 0, 1])
    #expect(opened.events[1].field("fatalities") == "2" && opened.events[1].actors.first?.actor == "Birch Front")
    #expect(opened.problems.contains { $0.code == "repeated-event" && $0.location.line == 3 })
    #expect(!opened.codes.contains("duplicate-id"))
  }

  @Test("Each fault is told with its line, and the row is kept")
  func faults() throws {
    let opened = try Opened(fixture: "acled/faults.csv")
    #expect(opened.events.count == 4)
    let expected = ["impossible-year 2", "negative-count 3", "duplicate-id 4", "unknown-code 4", "bad-date 5", "no-coordinates 5"]
    #expect(Set(opened.problems.map { "\($0.code) \($0.location.line)" }) == Set(expected))
    #expect(opened.problems.count { $0.code == "unknown-code" } == 3)
    #expect(opened.events[0].date == nil && opened.events[0].dateText == "0025-03-01")
    #expect(opened.events[1].casualties.isEmpty)
  }

  @Test("A row in the store holds what its event says", arguments: ["current", "old", "monadic", "faults"])
  func facts(name: String) throws {
    let opened = try Opened(fixture: "acled/\(name).csv")
    for (fact, event) in zip(opened.facts, opened.events) {
      let same = RowFacts(date: event.date, kind: fact.kind, id: event.id, sourceCount: event.sources.count, marks: RowMarks(of: event))
      #expect((fact.earliest, fact.latest, fact.idHash, fact.sourceCount) == (same.earliest, same.latest, same.idHash, same.sourceCount))
      #expect(fact.precision == same.precision && fact.marks == same.marks)
      #expect(fact.killed.figure == event.casualties.first?.figure)
    }
  }
}
