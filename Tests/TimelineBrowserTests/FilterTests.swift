import Terminal
import Testing
import TimelineBrowser
import TimelineModel
import TimelineStore

@Suite("Filters, chips and undo")
struct FilterTests {
  private func filtered(_ text: String, _ columns: Int = 120, _ rows: Int = 40) -> Session {
    var session = Session(columns, rows)
    session.press("f")
    session.type(text)
    session.press("Enter")
    return session
  }

  @Test("The prompt says how many events would be shown while it is typed, and what is wrong once nothing can complete it")
  func whileTyping() {
    var session = Session()
    session.press("f")
    session.type("kind:clash")
    #expect(session.footer.hasSuffix("4 events"))
    session.press("^U")
    session.type("knd:clash")
    #expect(session.shows("Did you mean “kind”?"))
    session.press("Enter")
    #expect(session.state.prompt != nil && session.filter.isEmpty)
    session.press("Esc")
    #expect(session.state.prompt == nil && session.count == 24)
  }

  @Test("Tab puts the first completion in, the arrows choose another, and the most frequent value stands first")
  func completion() {
    var session = Session()
    session.press("f")
    session.type("act")
    session.press("Tab")
    #expect(session.state.prompt?.editor.text == "actor:")
    #expect(session.state.prompt?.choices.first?.text == "belmark")
    session.press("Down", "Down", "Enter")
    #expect(session.state.prompt?.editor.text == "actor:arvania")
    session.press("Enter")
    #expect(session.filter == "actor:arvania" && session.count == 14)
  }

  @Test("Undo and redo walk through the filters, and end with a word", arguments: [0, 3])
  func undo(_ extra: Int) {
    var session = filtered("kind:clash")
    session.press("f")
    session.type("since:2020")
    session.press("Enter")
    #expect(session.filter == "kind:clash since:2020")
    session.press("u")
    #expect(session.filter == "kind:clash" && session.notice == "Filter: kind:clash")
    session.press("u")
    #expect(session.count == 24 && session.notice == "No filter")
    for _ in 0...extra { session.press("u") }
    #expect(session.notice == "Nothing to undo")
    session.type("2")
    session.press("^R")
    #expect(session.filter == "kind:clash since:2020")
    session.press("^R")
    #expect(session.notice == "Nothing to do again")
    session.press("u", ",", "1", "^R")
    #expect(session.notice == "Nothing to do again")
  }

  @Test("All filters go off and on again without being forgotten; clearing can be undone")
  func toggling() {
    var session = filtered("kind:clash since:2020")
    session.press("T")
    #expect(session.count == 24 && session.shows("(kind:clash) (since:2020)"))
    session.press("T")
    #expect(session.filter == "kind:clash since:2020" && session.notice == "All filters on")
    session.press("F")
    #expect(session.count == 24 && !session.shows("kind:clash"))
    session.press("F")
    #expect(session.notice.contains("There is no filter; f makes one"))
    session.press("u")
    #expect(session.filter == "kind:clash since:2020")
  }

  @Test("Chips: Tab goes into them and round, Space switches one, x deletes one, Enter edits, Esc leaves")
  func chips() {
    var session = filtered("kind:clash since:2008 -place:sotk")
    session.press("Tab")
    #expect(session.place == .chips && session.state.chip == 0)
    session.press("Tab", "Right", "Tab", "S-Tab", "Left")
    #expect(session.state.chip == 1)
    session.press("Space")
    #expect(session.filter == "kind:clash -place:sotk")
    session.press("f")
    #expect(session.state.prompt?.editor.text == "kind:clash -place:sotk ")
    session.type("weight:1")
    session.press("Enter")
    #expect(session.filter == "kind:clash -place:sotk weight:1" && session.shows("(since:2008)"), "what is off is not forgotten by editing")
    session.press("Tab", "x", "x")
    #expect(session.filter == "weight:1")
    session.press("Del", "Del")
    #expect(session.state.chip == nil && session.place == .timeline && session.state.filter.clauses.isEmpty)
    session.press("Tab")
    #expect(session.notice.contains("There is no filter"))
    session.press("u", "Tab", "?")
    #expect(session.shows("Keys and commands: chips"))
    session.press("q")
    #expect(session.place == .chips)
    session.press("Esc")
    #expect(session.place == .timeline)
    session.press("Tab", "a", "q")
    #expect(session.place == .timeline)
  }

  @Test("More chips than fit are moved until the one that has the keys is seen", arguments: [40, 80])
  func manyChips(_ columns: Int) {
    var session = filtered("kind:clash,war,political since:1990 until:2024 -place:sotk -actor:mediators has:dispute", columns, 24)
    session.press("Tab")
    for index in 0..<6 {
      #expect(session.state.chip == index)
      #expect(session.rows[1].contains(session.state.filter.clauses[index].text.prefix(8)), "\(session.rows[1])")
      session.press("Tab")
    }
  }

  @Test("One key chooses among the event's actors, place and kind; negated with the other key")
  func menus() {
    var session = Session()
    session.press(":")
    session.type("open sotk-artillery")
    session.press("Enter", "q", ",")
    #expect(session.shows("Only events with …") && session.shows("Gegha Province"))
    session.press("4")
    #expect(session.filter == "place:gegha" && session.count == 3 && session.notice == "3 events shown; u undoes")
    session.press("!", "Down", "Down", "Up", "Enter")
    #expect(session.filter.hasPrefix("place:gegha -"))
    session.press("F", ",", "z")
    #expect(session.state.menu == nil && session.filter.isEmpty, "a key that is none of the menu's closes it")
    session.press(",", "End", "j", "k", "Home", "PgDn", "PgUp", "^L", "^Z", "Esc")
    #expect(session.state.menu == nil && session.effects.suffix(2) == [.redraw, .suspend])
  }

  @Test("On the event page the marked item is what only and not speak of")
  func itemOnPage() {
    var session = Session()
    session.press(":")
    session.type("open sotk-artillery")
    session.press("Enter", "Tab", "!")
    #expect(session.filter == "-kind:clash" && session.place == .timeline)
    session.press("u", ":")
    session.type("open sotk-artillery")
    session.press("Enter", "Tab", "Tab", ",")
    #expect(session.filter == "place:sotk")
  }

  @Test("A filter that hides everything says so, keeps the place, and one key brings all back")
  func nothing() {
    var session = Session()
    session.press("5j")
    session.type("5j")
    session.press("f")
    session.type("killed>99999")
    session.press("Enter")
    #expect(session.count == 0 && session.selectedID == nil)
    #expect(session.notice == "Nothing matches; u undoes" && session.shows("No event matches killed>99999"))
    for key in ["j", "G", ">", "w", "Enter", ",", "C", "y", "o", "e", "x", "] a", "J", "n", "@", "Esc", "a", "q", "S", "q", "+", "0", "s", "Esc"] {
      session.press(key)
    }
    session.press("u")
    #expect(session.selectedID == "protocol")
  }

  @Test("The order of the list is chosen from a menu or typed, and is said")
  func order() {
    var session = Session()
    session.press("s", "w")
    #expect(session.state.sort == .weight && session.selectedID == "rally" && session.notice == "Ordered by weight")
    session.press(":")
    session.type("sort killed")
    session.press("Enter")
    #expect(session.selectedID == "siege")
    session.press("s")
    #expect(session.shows("killed, most first") && session.shows("now"))
    session.press("Enter")
    #expect(session.state.sort == .date && session.selectedID == "siege")
    session.press(":")
    session.type("sort beauty")
    session.press("Enter")
    #expect(session.notice == "beauty is none of date, killed, weight")
  }

  @Test("Actors are marked in and out, ordered and narrowed, and Enter filters by them")
  func actors() {
    var session = Session()
    session.press("a", "Space", "j", "Space", "x", "j", "!")
    session.press("Enter")
    #expect(session.filter == "actor:belmark -actor:mediators" && session.place == .timeline)
    session.press("u", "a", "s")
    #expect(session.notice == "Ordered by killed")
    session.press("s", "s", "s", "s", "/")
    session.type("調停")
    #expect(session.shows("Group of Mediators") && !session.shows("Rights Watch"))
    session.press("Enter", "Enter")
    #expect(session.filter == "actor:mediators")
    session.press("u", "a", "/")
    session.type("nobody at all")
    #expect(session.shows("Nothing matches nobody at all."))
    session.press("Esc", "g", "Enter")
    #expect(session.filter == "actor:belmark")
  }

  @Test("Sources lead to the events that rest on them")
  func sources() {
    var session = Session()
    session.press("S", "/")
    session.type("atlas")
    session.press("Enter", "Enter")
    #expect(session.filter == "source:=atlas" && session.count == 3)
    session.press("u", "S", "o")
    #expect(session.shows("http://example.org/a") && session.shows("Copy the address"))
    session.press("y")
    #expect(session.effects.last == .copy("http://example.org/a"))
  }
}
