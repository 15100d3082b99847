import Terminal
import Testing
import TimelineBrowser
import TimelineModel

@Suite("Journeys of four readers")
struct JourneyTests {
  @Test("A reporter on deadline finds an event, reads both sides, and leaves with a citation and the source's address")
  func reporter() {
    var session = Session()
    session.press("/")
    session.type("artillery sotk")
    session.press("Enter")
    #expect(session.selectedID == "sotk-artillery")
    #expect(session.shows("MINISTRY OF DEFENCE OF") && session.shows("Arvanian fire killed one"))
    session.press("y", "c")
    guard case .cite(let event, .chicago)? = session.effects.last else { return #expect(Bool(false), "no citation was asked for") }
    #expect(event.id == "sotk-artillery")
    session.press("o")
    #expect(session.shows("Associated Press") && session.shows("https://example.org/ap/fire"))
    session.press("1")
    #expect(session.effects.last == .openURL("https://example.org/ap/fire"))
  }

  @Test("A conflict analyst narrows by actor, kind and time, compares the tolls, and takes the command line along")
  func analyst() {
    var session = Session(settings: Settings(arguments: ["my file.yaml"]))
    session.press("f")
    session.type("actor:belm")
    session.press("Tab")
    session.type(" kind:clash,war since:2008")
    session.press("Enter")
    #expect(session.ids == ["snipers", "april", "attack", "sotk-artillery", "shots"])
    #expect(session.shows("5 shown, 19 hidden"))
    session.press("s", "k")
    #expect(session.selectedID == "april")
    session.press("Enter", "C")
    #expect(session.shows("killed: Belmark") && session.shows("94") && session.shows("31"))
    session.press("Y")
    #expect(session.effects.last == .copy("annals 'my file.yaml' --filter 'actor:belmark kind:clash,war since:2008' --event april"))
    session.press("q", "q", "a")
    #expect(session.shows("Belmark") && session.shows("154–217"))
    session.press("q", "s", "d", "F")
    #expect(session.count == 24)
  }

  @Test("A student walks from an armistice back to what led to it, forth to its breach, and learns what the codes mean")
  func student() {
    var session = Session(80, 24)
    session.press("@")
    session.type("1994-05-12")
    session.press("Enter", "Enter")
    #expect(session.place == .event && session.currentID == "armistice")
    session.press("w")
    #expect(session.shows("What led to this"))
    session.press("Enter")
    #expect(session.currentID == "siege")
    session.press("H")
    #expect(session.currentID == "armistice")
    session.press("W")
    #expect(session.currentID == "attack")
    session.press("x")
    #expect(session.shows("A declared campaign or a named battle") && session.shows("indispensable"))
    session.press("Esc", "J")
    #expect(session.currentID == "truce-1" && session.place == .event)
    session.press("q")
    #expect(session.place == .timeline && session.selectedID == "truce-1")
  }

  @Test("A curator finds what is odd, opens the editor at the line, reads again and is where they were")
  func curator() {
    var session = Session(problems: DrawingTests.problems)
    session.press("]", "c")
    #expect(session.selectedID == "siege")
    session.press("e")
    #expect(session.effects.last == .edit(SourceLocation(file: "events.yaml", line: 17, column: 3)))
    session.press("P", "Enter")
    #expect(session.shows("Write 2020-11-30, or 2020-11 if the day is unknown."))
    session.press("e")
    #expect(session.effects.last == .edit(SourceLocation(file: "events/2020.yaml", line: 214, column: 7)))
    session.press("q", "R")
    #expect(session.effects.last == .reload)
    session.send(.loaded(Sample.without("rally", "exodus"), []))
    #expect(session.selectedID == "siege" && session.count == 22)
    session.press("P")
    #expect(session.notice == "Nothing was odd in the data")
  }
}
