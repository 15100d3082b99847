import EDTF
import Testing
import TimelineFormats
import TimelineModel

@Suite("Reading a native timeline")
struct NativeFormatTests {
  private func river() throws -> Timeline { NativeFormat.read(try Fixtures.river()).timeline }

  @Test("The timeline's own data are read")
  func header() throws {
    let timeline = try river()
    #expect(timeline.id == "river-dispute")
    #expect(timeline.title == "River dispute")
    #expect(timeline.span?.text == "1990/1992")
    #expect(timeline.scope == "The dispute between the invented towns of Alder and Birch over the bridge between them.\nNothing else.")
    #expect(timeline.licence == "CC0")
    #expect(timeline.rules == ["Both towns are named in the order of the alphabet.", "A toll is a number: whose dead, who says so."])
    #expect(timeline.partyWords.map(\.text) == ["liberated", "ethnic cleansing", "so-called", "befreit"])
    #expect(timeline.eras.map(\.name) == ["Quarrel", "Peace"])
    #expect(timeline.eras[0].status == "The bridge belongs to nobody.")
    #expect(timeline.eras[1].date.isOpenEnd)
  }

  @Test("Actors, places and sources are read with all their names")
  func directory() throws {
    let timeline = try river()
    #expect(timeline.actors.map(\.id) == ["alder", "alder-guard", "birch", "birch-guard", "observers"])
    #expect(
      timeline.actors[0].aliases == [
        Name(language: "en", text: "Town of Alder"), Name(language: "en", text: "Alder (town)"), Name(language: "de", text: "Erlen"),
      ])
    #expect(timeline.actors[1].parent == "alder")
    #expect(timeline.actors[4].side == nil)
    #expect(timeline.actors[4].kind == .finder)
    #expect(timeline.places[1].longitude == -44.25)
    #expect(timeline.places[1].within == "valley")
    #expect(timeline.places[1].precision == .exact)
    #expect(timeline.sources[0].title == "Shots at the bridge: one hurt")
    #expect(timeline.sources[0].url == "https://example.org/gazette/1990-05-01?page=1")
    #expect(timeline.sources[2].party == "alder")
  }

  @Test("An event is read whole")
  func event() throws {
    let event = try #require(try river().events.first)
    #expect(event.date?.earliest?.iso8601 == "1990-05-01")
    #expect(event.kind == .clash)
    #expect(event.weight == 1)
    #expect(event.actors == [Participation("alder-guard", role: "belligerent"), Participation("birch-guard", role: "belligerent")])
    #expect(event.summary == "Guards of both towns fired at each other across the bridge. One was hurt.")
    #expect(event.accounts.map(\.says) == ["Birch fired first.", "Nobody saw who fired first."])
    #expect(event.casualties.map(\.measure) == [.killed, .wounded, .wounded])
    #expect(event.casualties[2].figure == Figure(low: 1, best: 2, high: 4))
    #expect(event.casualties[2].of == CasualtyEstimate.wholeEvent)
    #expect(event.casualties[2].note == "both sides, counted once")
    #expect(event.casualties[0].asOf?.text == "1990-05-02")
    #expect(event.disputes == ["start", "toll"])
    #expect(event.links.map(\.target) == ["bridge-talks-1990"])
    #expect(event.links[0].source == "observers-report")
    #expect(event.location == SourceLocation(file: "events/1990.yaml", line: 3, column: 5))
    #expect(event.accounts[1].location?.line == 18)
  }

  @Test("A curator's own keys are kept")
  func extra() throws {
    #expect(try river().events[1].extra == [ExtraField(name: "x-mood", value: "cold — at first")])
    let result = NativeFormat.read([InputFile("a.yaml", "id: a\ntitle: b\nx-list: [a, {b: c}]\nx-map:\n  k: v\n  l: [w]\n")])
    #expect(result.timeline.extra.map(\.value) == ["[a, {b: c}]", "k: v\n  l: [w]"])
  }

  @Test("The order of the files makes no difference")
  func order() throws {
    let files = try Fixtures.river()
    #expect(NativeFormat.read(files.reversed()).timeline == NativeFormat.read(files).timeline)
  }

  @Test("A whole timeline may stand in one file")
  func singleFile() {
    let result = NativeFormat.read([
      InputFile(
        "talks.yaml",
        """
        id: talks
        title: Talks
        actors:
        - {id: a, name: A, kind: state}
        places:
        - {id: p, name: P, latitude: 1, longitude: 2}
        sources:
        - {id: s, publisher: S, title: T}
        events:
        - {id: e, date: 1994, title: E, kind: mediation, place: p, actors: a, sources: s}
        """)
    ])
    #expect(result.problems == [])
    #expect(result.timeline.events.map(\.id) == ["e"])
    #expect(result.timeline.events[0].actors == [Participation("a")])
  }

  @Test(
    "A bare list is known by its file's name or by its keys",
    arguments: [
      ("actors.yaml", "- {id: a, name: A, kind: state}"), ("x/places.yml", "- {id: a, name: A, latitude: 1, longitude: 1}"), ("sources.yaml", "- {id: a}"),
      ("events.yaml", "- {id: a}"), ("who.yaml", "- {id: a, name: A, kind: state}"), ("where.yaml", "- {id: a, name: A, latitude: 1}"),
      ("read.yaml", "- {id: a, publisher: A}"), ("what.yaml", "- {id: a, date: 1994}"),
    ])
  func lists(name: String, text: String) {
    let timeline = NativeFormat.read([InputFile(name, text)]).timeline
    #expect(timeline.actors.count + timeline.places.count + timeline.sources.count + timeline.events.count == 1)
  }

  @Test("What cannot be read is kept as it was written")
  func unreadable() {
    let text = "id: t\ntitle: T\nevents:\n- {id: a, date: 1990-02-30, title: X, kind: duel}\n- {date: 1990}\n"
    let timeline = NativeFormat.read([InputFile("t.yaml", text)]).timeline
    #expect(timeline.events[0].date == nil)
    #expect(timeline.events[0].dateText == "1990-02-30")
    #expect(timeline.events[0].kind.rawValue == "duel")
    #expect(timeline.events[1].id == "L5")
    #expect(timeline.events[1].title == "L5")
  }

  @Test("An unquoted set is reported and read all the same")
  func unquotedSet() {
    let timeline = NativeFormat.read([InputFile("t.yaml", "id: t\ntitle: T\nspan: [1990-06-01..1990-06-03]\n")]).timeline
    #expect(timeline.span?.text == "[1990-06-01..1990-06-03]")
  }

  @Test(
    "A figure is a number or a range with what is known of it",
    arguments: [
      ("12", Figure(12)), ("0", Figure(0)), ("{low: 1, high: 3}", Figure(low: 1, best: nil, high: 3)), ("{low: 200}", Figure(low: 200, best: nil, high: 200)),
      ("{best: 5}", Figure(low: 5, best: 5, high: 5)), ("{high: 7}", Figure(low: 0, best: nil, high: 7)),
      ("{best: 5, high: 7}", Figure(low: 5, best: 5, high: 7)),
    ])
  func figures(text: String, figure: Figure) {
    let file = InputFile("t.yaml", "id: t\ntitle: T\nevents:\n- id: e\n  casualties:\n  - {of: all, killed: \(text)}\n")
    #expect(NativeFormat.read([file]).timeline.events[0].casualties.map(\.figure) == [figure])
  }

  @Test("No files give an empty timeline, an empty file a warning")
  func empty() {
    #expect(NativeFormat.read([]).problems == [])
    #expect(NativeFormat.read([InputFile("a.yaml", "")]).problems.map(\.code) == ["empty-file", "missing-timeline-id", "missing-timeline-title"])
  }

  @Test("Two files that both say what the timeline is are reported")
  func twoHeaders() {
    let result = NativeFormat.read([InputFile("a.yaml", "id: a\ntitle: A\n"), InputFile("b.yaml", "\ntitle: B\n")])
    #expect(
      result.problems.map(\.description) == [
        "b.yaml:2:1: error: a.yaml says already what this timeline is. Keep id, title, span, scope and licence in one file."
      ])
    #expect(result.timeline.title == "A")
  }

  @Test("A duplicate across files names both places")
  func duplicates() {
    let event = "events:\n- {id: e, date: 1990, title: E, kind: war}\n"
    let problems = NativeFormat.read([InputFile("a.yaml", event), InputFile("b.yaml", event)]).problems.filter { $0.code == "duplicate-id" }
    #expect(problems.map(\.words) == ["The event e is defined at a.yaml:2:8 already. Give one of the two another id; links find the first."])
    #expect(problems.map(\.location.description) == ["b.yaml:2:8"])
  }

  @Test("CR LF, a missing last line end and a byte order mark lose nothing", arguments: ["crlf", "cut", "mark"])
  func contract(fault: String) throws {
    let clean = try river()
    let files = try Fixtures.river().map { file -> InputFile in
      var text = String(decoding: file.bytes, as: UTF8.self)
      switch fault {
      case "crlf": text = text.replacing("\n", with: "\r\n")
      case "cut": text.removeLast()
      default: text = "\u{FEFF}" + text
      }
      return InputFile(file.name, text)
    }
    let result = NativeFormat.read(files)
    #expect(result.timeline == clean)
    #expect(result.errorCount == 0)
  }

  @Test("One bad row among a thousand is one problem and one event fewer in time")
  func badRow() {
    let rows = (0..<1000).map { "- {id: e\($0), date: \($0 == 499 ? "19x0" : "1990"), title: E, kind: war, place: p, actors: [], sources: s\($0 % 100)}\n" }
    let head = "id: t\ntitle: T\nplaces:\n- {id: p, name: P, latitude: 1, longitude: 1}\nsources:\n"
    let sources = (0..<100).map { "- {id: s\($0), publisher: P\($0), title: T}\n" }
    let result = NativeFormat.read([InputFile("t.yaml", head + sources.joined() + "events:\n" + rows.joined())])
    #expect(result.problems.map(\.code) == ["bad-date"])
    #expect(result.problems.map(\.location.line) == [606])
    #expect(result.timeline.events.count { $0.date != nil } == 999)
  }
}
