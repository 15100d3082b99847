import Terminal
import Testing
import TimelineBrowser

@Suite("From event to event")
struct WalkTests {
  private func at(_ id: String, _ columns: Int = 120, _ rows: Int = 40) -> Session {
    var session = Session(columns, rows)
    session.press(":")
    session.type("open \(id)")
    session.press("Enter")
    return session
  }

  @Test("One cause is gone to, several are offered, none is said; the same for what followed")
  func causes() {
    var session = at("talks")
    session.press("w")
    #expect(session.notice == "Nothing is recorded as having led to this")
    session.press("W")
    #expect(session.currentID == "sotk-artillery")
    session.press("W")
    #expect(session.currentID == "brussels")
    session.press("w", "w")
    #expect(session.currentID == "talks")
    session = at("statement")
    session.press("w")
    #expect(session.shows("1  ✸ Attack along the whole line") && session.shows("2  ◇ Truce of October"))
    session.press("2")
    #expect(session.currentID == "truce-1")
    session.press("W")
    #expect(session.currentID == "statement")
    session.press("W")
    #expect(session.notice == "Nothing is recorded as having come of this")
  }

  @Test("Back and forward walk like the pages of a browser, with counts, and end with a word")
  func trail() {
    var session = at("talks")
    session.press("W", "W")
    session.type("2")
    session.press("H")
    #expect(session.currentID == "talks" && session.place == .event)
    session.press("L", "L")
    #expect(session.currentID == "brussels")
    session.press("L")
    #expect(session.notice == "There is nothing further ahead")
    session.type("99")
    session.press("^O")
    #expect(session.notice == "This is where you began" && session.selectedID == "rally" && session.place == .timeline)
    session.press("L", "W", "L")
    #expect(session.notice == "There is nothing further ahead", "a new way forgets what lay ahead")
  }

  @Test("A jump to an event that the filter hides opens its page and says so")
  func hidden() {
    var session = Session()
    session.press("f")
    session.type("kind:clash")
    session.press("Enter", "G", "k")
    #expect(session.selectedID == "sotk-artillery")
    session.press("w")
    #expect(session.place == .event && session.currentID == "talks" && session.notice == "The filter hides this event in the list")
    session.press("q")
    #expect(session.selectedID == "sotk-artillery")
  }

  @Test("Tab walks everything that can be followed, round and back, and keeps it on the screen", arguments: [(120, 40), (80, 24), (40, 12), (20, 5)])
  func items(_ size: (Int, Int)) {
    var session = at("siege", size.0, size.1)
    var seen: Set<Int> = []
    for _ in 0..<14 {
      session.press("Tab")
      guard case .event(let view)? = session.state.views.last, let item = view.item else {
        Issue.record("no item")
        return
      }
      seen.insert(item)
      #expect(session.roles.contains("Z"), "the focused item is on the screen")
    }
    #expect(seen.count == 10, "kind, place, two links, two actors, four sources")
    session.press("S-Tab")
    session.type("1000000")
    session.press("Tab")
    #expect(session.roles.contains("Z"))
  }

  @Test("Enter follows what is marked: a kind, a place and an actor filter, a source asks first, a link goes there")
  func following() {
    for (steps, filter) in [(1, "kind:war"), (2, "place:shusha"), (5, "actor:arvania")] {
      var session = at("siege")
      for _ in 0..<steps { session.press("Tab") }
      session.press("Enter")
      #expect(session.filter == filter && session.place == .timeline)
    }
    var session = at("siege")
    session.press("Enter")
    #expect(session.notice == "Tab walks the links, actors, places and sources; Enter follows one")
    session.press("Tab", "Tab", "Tab", "Enter")
    #expect(session.currentID == "armistice")
    session.press("H", "S-Tab", "Enter")
    #expect(session.shows("Copy the address"))
  }

  @Test("A page scrolls by line, half page, page and to its ends, and never past them")
  func scrolling() {
    var session = at("siege", 40, 12)
    let top = session.screen
    session.press("j", "k", "^D", "^U", "Space", "b", "k")
    #expect(session.screen == top)
    session.press("G")
    #expect(session.shows("events.yaml:17:3"))
    session.press("j", "Space")
    #expect(session.shows("events.yaml:17:3"))
    session.press("g")
    #expect(session.screen == top)
    session.press("C", "G", "j", "g", "Space", "G", "l", "l", "l")
    #expect(session.shows("source") || session.shows("Disputed"))
  }

  @Test("The table of accounts shows speakers side by side, and the others a column further")
  func speakers() {
    var session = at("siege", 60, 24)
    session.press("C")
    #expect(session.shows("Speakers 1 to 1 of 3") || session.shows("Speaker 1 of 3") || session.shows("Speakers 1 to 2 of 3"))
    session.press("Right", "l", "Tab", "Right")
    #expect(session.shows("Rights Watch"))
    session.type("9")
    session.press("Left")
    #expect(session.shows("Arvania"))
    session.press("C")
    #expect(session.place == .event)
    session.resize(120, 40)
    session.press("C", "Right")
    #expect(session.notice == "All who speak of this event are on the screen")
    var nobody = at("court")
    nobody.press("C")
    #expect(nobody.shows("Nobody's account of this event is recorded."))
  }

  @Test("Views of the same sort are not stacked; a S a S comes back with as many q as there are views")
  func stack() {
    var session = Session(problems: DrawingTests.problems)
    session.press("a", "S", "a", "S", "P", "S")
    #expect(session.place == .sources)
    session.press("q", "q")
    #expect(session.place == .timeline)
    session.press("?", "?", "F1", "q")
    #expect(session.place == .timeline)
  }

  @Test("Help runs what is chosen, in the view that it explains")
  func help() {
    var session = Session()
    session.press("?", "/")
    session.type("to the last")
    session.press("Enter", "Enter")
    #expect(session.selectedID == "no-date" && session.place == .timeline)
    session.press("?", "g", "Enter")
    #expect(session.place == .help, "a heading runs nothing")
    session.press("/")
    session.type("shushi")
    #expect(session.shows("Nothing matches shushi."))
    session.press("Esc", "G", "k", "Enter", "q")
    #expect(session.place == .timeline)
    session.press("f")
    session.type("kind:clash")
    session.press("Enter", "Tab", "?", "/")
    session.type("delete")
    session.press("Enter", "Enter")
    #expect(session.filter.isEmpty)
  }

  @Test("The detail pane scrolls as far as there is more, and says so; another event begins at its top")
  func detail() {
    var session = at("siege", 120, 24)
    session.press("q")
    #expect(session.shows("more"))
    session.type("5")
    session.press("J")
    #expect(!session.shows("│  Siege and capture"))
    session.type("500")
    session.press("J")
    #expect(session.shows("back up") && session.shows("events.yaml:17:3"))
    session.type("500")
    session.press("K")
    #expect(session.shows("│  Siege and capture"))
    session.press("J", "j", "k")
    #expect(session.shows("│  Siege and capture"))
    session.resize(80, 24)
    session.press("J")
    #expect(session.notice == "There is no detail pane here; Enter opens the event")
  }
}
