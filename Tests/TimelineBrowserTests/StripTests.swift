import EDTF
import Terminal
import Testing
import TimelineBrowser
import TimelineModel
import TimelineStore

@Suite("The strip")
struct StripTests {
  private static func store(_ dates: [String], eras: [Era] = [], kind: EventKind = .clash, span: String? = nil) -> EventStore {
    EventStore(
      Timeline(
        id: "t", title: "T", span: span.map(date), eras: eras,
        events: dates.enumerated().map { Event(id: "e\($0.offset)", date: date($0.element), title: "Event \($0.offset)", kind: kind) }))
  }

  @Test("A few events long before all others are counted at the left and do not squeeze the rest")
  func prologue() {
    let late = (0..<60).map { "\(1990 + $0 / 2)-0\(1 + $0 % 9)" }
    let session = Session(store: Self.store(["1921-07", "1923"] + late))
    #expect(session.state.stripRange?.lowerBound.iso8601 == "1990-01-01")
    #expect(session.shows("◂ 2 earlier"))
    #expect(session.shows("1921–2019"))
  }

  @Test("The event's own mark is never drawn into words")
  func markAndWords() {
    let late = (0..<60).map { "\(1990 + $0 / 2)-0\(1 + $0 % 9)" }
    var session = Session(100, 30, store: Self.store(["1921-07", "1923"] + late))
    for _ in 0..<24 {
      session.press("j")
      let row = session.rows[4]
      #expect(row.contains("◂ 2 earlier") || !row.contains("e"), "\(row)")
    }
  }

  @Test(
    "Without a long silence after them, or when they are many, early events are no prologue",
    arguments: [["1921", "1945", "1970"], ["1921", "1922", "1923", "1924"]])
  func noPrologue(_ early: [String]) {
    let late = (0..<40).map { "\(1990 + $0 / 2)" }
    let state = Session(store: Self.store(early + late)).state
    #expect(state.stripRange?.lowerBound.iso8601 == "1921-01-01")
  }

  @Test("The span that a timeline claims cuts its prologue off, unless only the prologue is shown")
  func claimedSpan() {
    var session = Session(store: Self.store(["1921", "1988", "1994"], span: "1988/.."))
    #expect(session.state.stripRange?.lowerBound.iso8601 == "1988-01-01")
    session.press("f")
    session.type("until:1930")
    session.press("Enter")
    #expect(session.state.stripRange?.lowerBound.iso8601 == "1921-01-01")
  }

  @Test(
    "The axis names years, months or days, whichever are read with ease",
    arguments: [
      (["1988", "2023"], "1992"), (["2020-01-15", "2020-12-20"], "Mar"), (["2020-03-01", "2020-03-20"], "Mar 3"), (["2020-03-01", "2020-03-01"], "Mar 1"),
      (["-0500", "1990"], "0"), (["2020-11-15", "2021-02-01"], "Jan 2"), (["-1000000", "2000"], "0"),
    ])
  func axis(_ row: (dates: [String], label: String)) {
    let session = Session(store: Self.store(row.dates))
    #expect(session.rows[1].contains(row.label), "\(session.rows[1])")
  }

  @Test("Data without fighting or talks show events and deaths instead")
  func otherBands() {
    let session = Session(store: Self.store(["1990", "2000"], kind: EventKind(rawValue: "state-based")))
    #expect(session.shows("events") && session.shows("killed") && !session.shows("fighting"))
  }

  @Test("Undated data have no strip, and the list all the room")
  func undated() {
    let store = EventStore(Timeline(id: "u", title: "U", events: [Event(id: "a", date: nil, title: "Some day", kind: .clash)]))
    var session = Session(store: store)
    #expect(session.state.layout.strip.isEmpty && session.shows("Undated"))
    session.press(">", "<", "+", "0", "] g", "[ g", "] a")
    #expect(session.selectedID == "a")
  }

  @Test("The era of the event is written whole, and its neighbours make room", arguments: [40, 60, 80, 120])
  func eras(_ columns: Int) {
    let eras = [
      Era(id: "a", name: "The long beginning of everything", date: date("1900/1990")),
      Era(id: "b", name: "Nineteen months of talks and fighting", date: date("1990/1991")),
      Era(id: "c", name: "After", date: date("1992/..")),
    ]
    var session = Session(columns, 24, store: Self.store((0..<20).map { "\(1901 + $0 * 6)" } + ["1990-06"], eras: eras))
    session.press(":")
    session.type("open e20")
    session.press("Enter", "q")
    let row = session.rows[4]
    #expect(columns < 60 || row.contains("Nineteen months of talks and fighting"), "\(row)")
    #expect(CellText(row).width <= columns)
  }

  @Test("Days at the ends of time are drawn without harm")
  func ends() {
    var session = Session(store: Self.store(["Y-170000000", "2000", "Y170000000", "../1990", "1990/..", "Y9000000000000"]))
    for key in ["G", ">", "<", "<", "<", "+", "+", "+", "+", "-", "0", "g", "] g", "s", "k", ">"] { session.press(key) }
    session.resize(500, 50)
    #expect(session.shows("Event"))
  }
}
