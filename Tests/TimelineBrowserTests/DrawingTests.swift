import Terminal
import Testing
import TimelineBrowser
import TimelineModel
import TimelineStore

/// A screen that the drawings show: how a reader gets there.
struct Screenshot: Sendable, CustomTestStringConvertible {
  let name: String
  let steps: @Sendable (inout Session) -> Void

  init(_ name: String, _ steps: @escaping @Sendable (inout Session) -> Void = { _ in }) {
    self.name = name
    self.steps = steps
  }

  var testDescription: String { name }

  static let all = [
    Screenshot("timeline"),
    Screenshot("timeline-at-an-event") {
      $0.press("/")
      $0.type("sotk")
      $0.press("Enter", "Esc")
    },
    Screenshot("event") { Self.open("siege", in: &$0) },
    Screenshot("event-with-an-item") {
      Self.open("sotk-artillery", in: &$0)
      $0.press("Tab", "Tab", "Tab", "Tab")
    },
    Screenshot("event-with-odd-text") { Self.open("combining", in: &$0) },
    Screenshot("accounts") {
      Self.open("siege", in: &$0)
      $0.press("C")
    },
    Screenshot("actors") { $0.press("a", "j", "x", "j", "!") },
    Screenshot("sources") { $0.press("S") },
    Screenshot("problems") { $0.press("P") },
    Screenshot("help") { $0.press("?") },
    Screenshot("help-narrowed") {
      $0.press("?", "/")
      $0.type("chip")
    },
    Screenshot("filter-with-completion") {
      $0.press("f")
      $0.type("kind:w")
    },
    Screenshot("filter-that-is-wrong") {
      $0.press("f")
      $0.type("actor:arvenia")
    },
    Screenshot("search") {
      $0.press("/")
      $0.type("truce")
    },
    Screenshot("palette") {
      $0.press(":")
      $0.type("next")
    },
    Screenshot("menu") {
      Self.open("sotk-artillery", in: &$0)
      $0.press("q", ",")
    },
    Screenshot("menu-of-causes") {
      Self.open("statement", in: &$0)
      $0.press("w")
    },
    Screenshot("explanation") {
      Self.open("village", in: &$0)
      $0.press("x")
    },
    Screenshot("nothing-matches") {
      $0.press("f")
      $0.type("killed>10000")
      $0.press("Enter")
    },
    Screenshot("chips") {
      $0.press("f")
      $0.type("actor:belmark -kind:mediation since:1990")
      $0.press("Enter", "Tab", "Tab", "Space")
    },
    Screenshot("pane-below") {
      $0.press(":")
      $0.type("detail-pane below")
      $0.press("Enter", "G")
    },
    Screenshot("pane-off") {
      $0.press(":")
      $0.type("detail-pane off")
      $0.press("Enter", "j")
    },
    Screenshot("by-killed") { $0.press("s", "k", "j") },
    Screenshot("zoomed-in") {
      $0.press("@")
      $0.type("2023-05-11")
      $0.press("Enter", "+", "+")
    },
    Screenshot("long-message") {
      $0.press("f")
      $0.type("since:1990 kind:clash,war")
      $0.press("Enter", "Y")
    },
  ]

  static func open(_ id: String, in session: inout Session) {
    session.press(":")
    session.type("open \(id)")
    session.press("Enter")
  }
}

@Suite("Whole screens, as a reader sees them")
struct DrawingTests {
  static let sizes = [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)]

  static let problems = [
    Problem(
      .error, at: SourceLocation(file: "events/2020.yaml", line: 214, column: 7), code: "no-such-day", "2020-11-31 does not exist; November 2020 has 30 days",
      remedy: "Write 2020-11-30, or 2020-11 if the day is unknown"),
    Problem(.warning, at: SourceLocation(file: "actors.yaml", line: 9), code: "unused-actor", "No event names the actor watchers"),
  ]

  @Test("A screen is drawn as it was read and approved", arguments: Screenshot.all, sizes)
  func drawing(_ screenshot: Screenshot, _ size: Size) {
    var session = Session(size.columns, size.rows, problems: Self.problems)
    screenshot.steps(&session)
    expectDrawing("\(screenshot.name)-\(size.columns)x\(size.rows)", session.screen)
  }

  @Test("In a locale without Unicode everything has an ASCII twin", arguments: Screenshot.all)
  func asciiTwin(_ screenshot: Screenshot) {
    var session = Session(100, 30, settings: Settings(ascii: true), problems: Self.problems)
    screenshot.steps(&session)
    let screen = session.screen
    #expect(screen.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    if ["timeline-at-an-event", "event", "help", "menu"].contains(screenshot.name) { expectDrawing("\(screenshot.name)-ascii", screen) }
  }

  @Test("Roles say what each cell is for", arguments: ["timeline-at-an-event", "event-with-an-item", "search", "chips"])
  func roles(_ name: String) {
    guard let screenshot = Screenshot.all.first(where: { $0.name == name }) else { return }
    var session = Session(100, 24)
    screenshot.steps(&session)
    expectDrawing("\(name)-roles", session.roles)
  }

  @Test(
    "No size ends the program or draws outside of it", arguments: [(20, 5), (19, 4), (20, 4), (1, 1), (0, 0), (500, 200), (21, 200), (500, 5)], Screenshot.all)
  func anySize(_ size: (Int, Int), _ screenshot: Screenshot) {
    var session = Session(size.0, size.1, problems: Self.problems)
    screenshot.steps(&session)
    #expect(session.canvas.size == Size(columns: size.0, rows: size.1))
    var grown = Session(120, 40, problems: Self.problems)
    screenshot.steps(&grown)
    grown.resize(size.0, size.1)
    grown.resize(80, 24)
    #expect(grown.shows("Sotk conflict"))
  }

  @Test("An actor that looks like another is marked, with the character that tells the two apart", arguments: sizes, [false, true])
  func lookAlikes(_ size: Size, _ ascii: Bool) {
    let names = ["Alder", "\u{0410}lder", "Ministry of Defence and of All Inner Matters", "Ministry of Defence and of AIl Inner Matters", "Birch"]
    let events = names.enumerated().map { Event(id: "e\($0)", date: date("199\($0)"), title: "Shots", kind: .clash, actors: [Participation($1)]) }
    var session = Session(size.columns, size.rows, store: EventStore(Timeline(id: "t", title: "T", events: events)), settings: Settings(ascii: ascii))
    session.press("a")
    let sign = ascii ? "~" : "≈"
    let rows = session.screen.split(separator: "\n").filter { $0.contains(sign) }
    #expect(rows.count == 4)
    for difference in ["U+0041 for U+0410", "U+0410 for U+0041", "U+006C for U+0049", "U+0049 for U+006C"] {
      #expect(rows.contains { $0.contains(difference) })
    }
    #expect(session.screen.split(separator: "\n").contains { $0.contains("Birch") && !$0.contains(sign) })
  }

  @Test("A screen that is too small says what is needed")
  func tooSmall() {
    #expect(Session(19, 4).screen.hasPrefix("annals needs 20×5"))
    #expect(Session(8, 3).screen == "annals\nneeds\n20×5")
    #expect(Session(20, 5).shows("Feb 20"))
  }
}
