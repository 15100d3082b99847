import Terminal
import Testing
import TimelineBrowser
import TimelineModel
import TimelineStore

@Suite("Another store in place of the present one")
struct ReloadTests {
  @Test("Event, page, filter, search and order stay where they still mean something")
  func keepsThePlace() {
    var session = Session(80, 24)
    session.press("f")
    session.type("since:1992")
    session.press("Enter", "/")
    session.type("artillery")
    session.press("Enter", "Enter", "C")
    session.send(.loaded(Sample.without("rally", "village", "court"), []))
    #expect(session.place == .accounts && session.currentID == "sotk-artillery" && session.filter == "since:1992")
    session.press("q", "q")
    #expect(session.selectedID == "sotk-artillery" && session.footer.contains("1 of 1"))
    #expect(session.count == 19)
  }

  @Test("What is gone is left for its neighbour in time, and its page is closed")
  func gone() {
    var session = Session()
    session.press(":")
    session.type("open village")
    session.press("Enter", "H", "L", "H")
    session.press("f", "Esc")
    session.send(.loaded(Sample.without("village"), DrawingTests.problems))
    #expect(session.currentID != "village" && session.place == .timeline)
    #expect(session.notice == "2 problems in the data; P lists them")
    session.press("H", "L", "j", "k")
    #expect(session.selectedID != nil)
  }

  @Test("An empty store is shown as such, and one with events again")
  func empty() {
    var session = Session()
    session.press("j", "Enter")
    session.send(.loaded(EventStore(Timeline(id: "none", title: "")), []))
    #expect(session.shows("There are no events in this timeline") && session.shows("annals") && session.place == .timeline)
    for key in ["j", "G", "/", "x", "Enter", "n", "a", "q", "S", "q", "?", "q", "w", ">", "+", "-", "@", "1", "Enter", "s", "k", "Y"] { session.press(key) }
    session.send(.loaded(Sample.store, []))
    #expect(session.count == 24 && session.selectedID != nil)
  }

  @Test("A store that comes while a line is typed or a menu is open does not confuse them")
  func whileTyping() {
    var session = Session()
    session.press("Enter", "/")
    session.type("truce")
    session.send(.loaded(Sample.without("rally"), []))
    #expect(session.state.prompt?.editor.text == "truce" && session.selectedID == "protocol")
    session.press("Esc")
    #expect(session.place == .timeline && session.state.selected != nil)
    session.press(",")
    session.send(.loaded(Sample.store, []))
    #expect(session.state.menu != nil)
    session.press("Esc")
    session.press("a", "j")
    session.send(.loaded(Sample.without("rally"), []))
    #expect(session.place == .actors)
  }

  @Test("A visit begins where the command line says")
  func beginning() {
    var session = Session()
    session.state.begin(with: Filter([.kind(.clash)]))
    #expect(session.count == 4 && session.selectedID == "snipers")
    let wrong = ["2020", "soon"].map { session.state.begin(atDate: $0) }
    #expect(wrong[0] == nil && wrong[1] != nil && session.selectedID == "sotk-artillery")
    let found = ["nothing", "armistice"].map { session.state.begin(atEvent: $0) }
    #expect(found == [false, true] && session.place == .event && session.currentID == "armistice")
    session.press("q", "u")
    #expect(session.notice == "Nothing to undo")
  }
}
