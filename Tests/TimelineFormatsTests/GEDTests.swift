import EDTF
import Testing
import TimelineFormats
import TimelineModel

@Suite("UCDP GED")
struct GEDTests {
  @Test("Files are recognised by their header in any order, and Candidate files without one", arguments: ["river-25", "river-17", "candidate-without-header"])
  func recognised(name: String) throws {
    let bytes = try Fixtures.text("\(Fixtures.root)/Fixtures/ged/\(name).csv")
    #expect(Format.detect(name: "x.csv", head: Array(bytes.utf8))?.name == "ged")
  }

  @Test("A date is as precise as its code says, and its bounds are those of the file")
  func dates() throws {
    let opened = try Opened(fixture: "ged/river-25.csv")
    #expect(
      opened.events.map { $0.date?.text } == [
        "1990-05-01", "1990-05-03/1990-05-05", "[1990-05-07..1990-05-10]", "1990-06", "1990", "[1991-04-07..1991-05-31]",
      ])
    for event in opened.events {
      #expect(event.date?.earliest?.iso8601 == event.field("date_start").map { String($0.prefix(10)) })
      #expect(event.date?.latest?.iso8601 == event.field("date_end").map { String($0.prefix(10)) })
    }
  }

  @Test("A row says who, where, how many, who says so, and where it was read")
  func event() throws {
    let event = try #require(try Opened(fixture: "ged/river-25.csv").events.first)
    #expect(event.id == "1" && event.weight == nil && event.kind == EventKind(rawValue: "state-based"))
    #expect(event.title == "Government of Alder – Birch Front, Bridge village")
    #expect(event.actors == [Participation("Government of Alder", role: "side A"), Participation("Birch Front", role: "side B")])
    #expect(event.summary == "at the bridge, north bank")
    #expect(
      event.casualties == [
        CasualtyEstimate(of: CasualtyEstimate.wholeEvent, .killed, Figure(low: 1, best: 2, high: 3), by: "bridge guard"),
        CasualtyEstimate(of: "Birch Front", .killed, Figure(2), by: "bridge guard"),
      ])
    #expect(event.sources == ["River Post", "Valley Radio"])
    #expect(event.accounts.map(\.says) == ["Shots at the bridge", "Two dead, says guard"])
    #expect(event.accounts.map { $0.stated?.text } == ["1990-05-02", "1990-05-03"])
    #expect(event.location == SourceLocation(file: "river-25.csv", line: 2, column: 1))
    #expect(event.field("date_prec") == "1" && event.field("date_prec means") == "the day is known")
    #expect(event.field("type_of_violence means")?.hasPrefix("state-based") == true)
  }

  @Test("The sides' deaths stand beside the best estimate and are not added to it")
  func toll() throws {
    let opened = try Opened(fixture: "ged/river-25.csv")
    let directory = Directory(opened.header)
    #expect(
      opened.events.map { Toll(.killed, of: $0, in: directory)?.figure.description } == [
        "1–3, best 2", "1–3, best 2", "1–3, best 2", "1–3, best 2", "7–12", "1–3, best 2",
      ])
    #expect(opened.events[4].casualties.last?.of == "Civilians")
    #expect(opened.facts[4].killed.figure == Figure(low: 7, best: 7, high: 12))
  }

  @Test("Places know how far their point may be trusted, and what lies around them")
  func places() throws {
    let opened = try Opened(fixture: "ged/river-25.csv")
    let directory = Directory(opened.header)
    let ids = opened.events.compactMap(\.places.first)
    #expect(ids[0] == "Bridge village (40.5, 45.25)" && ids[2] == "Bridge village (40.5, 45.25; within 25 km)")
    #expect(ids.map { directory.place($0)?.precision } == [.exact, .exact, .area, .region, .country, .exact])
    #expect(directory.place(ids[0])?.latitude == 40.5 && directory.place(ids[0])?.longitude == 45.25)
    #expect(directory.lineage(ofPlace: ids[0]).map(directory.name(ofPlace:)) == ["Bridge village", "Lower district", "Valley province", "Alder"])
  }

  @Test("Actors are states, armed groups or civilians, as their names say")
  func actors() throws {
    let directory = Directory(try Opened(fixture: "ged/river-25.csv").header)
    #expect(directory.actor("Government of Alder")?.kind == .state)
    #expect(directory.actor("Birch Front")?.kind == .armed)
    #expect(directory.actor("Civilians")?.kind == .population)
  }

  @Test("A row without outlets keeps its article, lines and all, and knows its line")
  func olderRow() throws {
    let opened = try Opened(fixture: "ged/river-25.csv")
    #expect(opened.events[3].summary == "at the bridge, north bank\nRiver Post 1990-07-01 \"A month of \"\"shots\"\"\"\nand more")
    #expect(opened.events[3].sources.isEmpty && opened.events[3].accounts.isEmpty)
    #expect(opened.events.map { $0.location?.line } == [2, 3, 4, 5, 7, 8])
    #expect(opened.places == ["sources-not-recorded 5:155"])
    #expect(opened.facts.map(\.sourceCount) == [2, 2, 2, 0, 2, 2])
  }

  @Test("Version 17 and Candidate files tell the same events", arguments: ["river-17", "candidate-without-header"])
  func otherVersions(name: String) throws {
    let (one, other) = (try Opened(fixture: "ged/river-25.csv"), try Opened(fixture: "ged/\(name).csv"))
    for (event, same) in zip(one.events, other.events) {
      #expect(event.id == same.id && event.title == same.title && event.date == same.date && event.kind == same.kind && event.actors == same.actors)
      #expect(event.casualties == same.casualties && event.places == same.places && event.accounts == same.accounts)
    }
    #expect(other.codes == (name == "river-17" ? ["missing-columns", "sources-not-recorded"] : ["no-header"]))
    #expect(other.problems.allSatisfy { $0.severity == .warning })
  }

  @Test("Each fault of real files is told with its line and column, and the row is kept")
  func faults() throws {
    let opened = try Opened(fixture: "ged/faults.csv")
    #expect(opened.events.count == 11)
    let expected = [
      "duplicate-id 3", "unknown-code 4", "impossible-year 5", "spreadsheet-date 6", "negative-count 7", "no-coordinates 8", "range-order 9",
      "bad-date 10", "reversed-dates 11", "missing-id 12", "other-year 12",
    ]
    #expect(Set(opened.problems.map { "\($0.code) \($0.location.line)" }) == Set(expected))
    #expect(opened.problems.allSatisfy { $0.location.column > 0 })
    #expect(opened.events[3].date == nil && opened.events[3].dateText == "0025-05-01 00:00:00.000")
    #expect(opened.events[4].accounts.first?.stated?.text == "2009-06-16")
    #expect(opened.events[5].casualties.first?.figure == Figure(low: 1, best: nil, high: 3))
    #expect(opened.events[10].id == "L12")
    #expect(opened.events[1].field("problem") == "duplicate-id" && opened.events[0].field("problem") == nil)
    #expect(opened.chunks.first?.extras.contains { $0.name == "problem" } == true)
  }

  @Test("Columns that have moved are told once for the row, not once for each value")
  func shifted() throws {
    var lines = try Fixtures.text("\(Fixtures.root)/Fixtures/ged/river-25.csv").split(separator: "\n").map(String.init)
    lines[1] = "extra," + lines[1]
    let opened = Opened(.ged, lines[..<2].joined(separator: "\n") + "\n")
    #expect(opened.events.count == 1 && opened.events[0].date == nil)
    #expect(opened.codes.isSuperset(of: ["shifted-columns", "ragged-row"]) && !opened.codes.contains("bad-date"))
  }

  @Test("A row in the store holds what its event says", arguments: ["river-25", "river-17", "faults"])
  func facts(name: String) throws {
    let opened = try Opened(fixture: "ged/\(name).csv")
    let directory = Directory(opened.header)
    for (fact, event) in zip(opened.facts, opened.events) {
      #expect(fact.earliest == RowFacts(date: event.date, kind: 0).earliest && fact.latest == RowFacts(date: event.date, kind: 0).latest)
      #expect(fact.precision == RowFacts(date: event.date, kind: 0).precision)
      #expect(fact.killed.figure == Toll(.killed, of: event, in: directory)?.figure)
      #expect(fact.idHash == RowFacts.hash(ofID: event.id))
      #expect(fact.marks.subtracting(.dated) == RowMarks(of: event))
    }
  }

  @Test("A column that GED does not have is told with the one that may be meant")
  func unknownColumn() {
    let opened = Opened(.ged, TableContractTests.ged + ",regoin\n1,1,A,B,1,1990-05-01,1990-05-01,1,1,1,X,Europe\n")
    let problem = opened.problems.first { $0.code == "unknown-column" }
    #expect(problem?.words == "GED has no column regoin. Was region meant? It is shown under its own name.")
    #expect(opened.events.first?.field("regoin") == "Europe")
  }

  @Test(
    "Every code has a meaning",
    arguments: [
      (GEDColumn.typeOfViolence, 1...3), (.wherePrecision, 1...7), (.datePrecision, 1...5), (.eventClarity, 1...2),
    ] as [(GEDColumn, ClosedRange<Int>)])
  func codes(column: GEDColumn, range: ClosedRange<Int>) {
    for code in range { #expect(GEDCodes.meaning(column, String(code))?.isEmpty == false) }
    #expect(GEDCodes.meaning(column, "0") == nil && GEDCodes.meaning(column, String(range.upperBound + 1)) == nil)
    for status in ["Clear", "Check Deaths", "Check Dyad", "Check Type of Violence", "Low Confidence"] {
      #expect(GEDCodes.meaning(.codeStatus, status) != nil)
    }
    #expect(GEDCodes.meaning(.activeYear, "True") == GEDCodes.meaning(.activeYear, "1"))
  }
}
