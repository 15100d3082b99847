import Terminal
import Testing
import TimelineBrowser
import TimelineModel
import TimelineStore

@Suite("The mouse")
struct MouseTests {
  @Test("A click moves the cursor to a row, a second one opens it")
  func list() {
    var session = Session()
    session.click(on: "Siege and capture")
    #expect(session.selectedID == "siege" && session.place == .timeline)
    session.click(on: "Siege and capture")
    #expect(session.place == .event && session.currentID == "siege")
    session.press("q")
    session.click(on: "1993")
    #expect(session.selectedID == "siege", "a heading is no event")
    session.click(100, 10)
    #expect(session.place == .event, "a click on the detail opens it")
  }

  @Test("A click on the strip goes to its time, and back is remembered")
  func strip() {
    var session = Session()
    session.click(1, 2)
    #expect(session.selectedID == "rally")
    session.click(60, 3)
    #expect(session.selectedID == "snipers" || session.selectedID == "april")
    session.click(119, 2)
    #expect(session.selectedID == "treaty-draft")
    session.press("H", "H")
    #expect(session.selectedID == "rally")
  }

  @Test("The wheel scrolls what is under it: list, detail, page, table, menu")
  func wheel() {
    var session = Session(120, 24)
    session.wheel(.wheelDown, 10, 10)
    #expect(session.selectedID == "first-war-event")
    session.wheel(.wheelUp, 10, 10)
    #expect(session.selectedID == "rally")
    session.press(":")
    session.type("open siege")
    session.press("Enter", "q")
    let before = session.screen
    session.wheel(.wheelDown, 100, 12)
    #expect(session.screen != before && session.selectedID == "siege")
    session.wheel(.wheelUp, 100, 12)
    #expect(session.screen == before)
    session.resize(40, 12)
    session.press("Enter")
    session.wheel(.wheelDown, 5, 5)
    #expect(!session.shows(" Siege and capture"))
    session.press("q", "?")
    session.wheel(.wheelDown, 5, 5)
    #expect(session.shows("▌ ^D") || session.shows("▌ ^U"))
    session.press("q", "s")
    session.wheel(.wheelDown, 5, 5)
    session.press("Enter")
    #expect(session.state.sort == .killed)
    session.press("/")
    session.wheel(.wheelDown, 5, 5)
    session.click(5, 5)
    #expect(session.state.prompt != nil)
  }

  @Test("A click on a chip switches it, on a menu's item chooses it, beside the menu closes it")
  func chipsAndMenus() {
    var session = Session()
    session.press("f")
    session.type("kind:clash since:2010")
    session.press("Enter")
    session.click(on: "[since:2010]")
    #expect(session.filter == "kind:clash" && session.place == .timeline)
    session.click(on: "(since:2010)")
    #expect(session.filter == "kind:clash since:2010")
    session.press("s")
    session.click(on: "weight, 1 first")
    #expect(session.state.sort == .weight)
    session.press("s")
    session.click(on: "Order by")
    #expect(session.state.menu != nil, "the frame chooses nothing")
    session.click(0, 0)
    #expect(session.state.menu == nil)
    session.click(0, 0)
    session.click(500, 500)
    session.send(.key(.mouse(MouseEvent(.press(.right), at: Point(x: 3, y: 9)))))
    session.send(.key(.mouse(MouseEvent(.move, at: Point(x: 3, y: 9)))))
    #expect(session.place == .timeline)
  }

  @Test("A click on a link, an actor or a source of a page follows it")
  func page() {
    var session = Session()
    session.press(":")
    session.type("open sotk-artillery")
    session.press("Enter")
    session.click(on: "Foreign ministers meet")
    #expect(session.currentID == "talks" && session.place == .event)
    session.press("H")
    session.click(on: "Belmark Ministry of Defence")
    #expect(session.notice.contains("no address"))
    session.click(on: "Both armies")
    session.click(3, 38)
    #expect(session.place == .event)
    session.click(on: "Gegha Province")
    #expect(session.filter == "place:gegha")
  }

  @Test("In tables a click marks a row and a second one opens it")
  func tables() {
    var session = Session()
    session.press("a")
    session.click(on: "Group of Mediators")
    #expect(session.place == .actors)
    session.click(5, 1)
    session.click(5, 30)
    session.click(on: "Group of Mediators")
    #expect(session.filter == "actor:mediators")
    session.press("u", "C")
    session.click(5, 5)
    #expect(session.place == .accounts)
  }
}
