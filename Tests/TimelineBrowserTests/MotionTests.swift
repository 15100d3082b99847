import Terminal
import Testing
import TimelineBrowser
import TimelineStore

@Suite("Moving in time")
struct MotionTests {
  @Test(
    "Keys move as in vim and less",
    arguments: [
      (["j"], "exodus"), (["5j"], "protocol"), (["5", "j", "k"], "village"), (["Down", "Down", "Up"], "exodus"), (["G"], "no-date"), (["G", "g"], "rally"),
      (["3G"], "siege"), (["End", "Home"], "rally"), (["^N", "^P"], "rally"), (["1000000000000j"], "no-date"), (["k"], "rally"), (["5g"], "village"),
    ])
  func keys(_ row: (keys: [String], id: String)) {
    var session = Session()
    for key in row.keys { key.count > 1 && key.first?.isNumber == true ? session.type(key) : session.press(key) }
    #expect(session.selectedID == row.id)
  }

  @Test(
    "A page down and a page up come back to the same event, and none is passed over", arguments: [("Space", "b"), ("PgDn", "PgUp"), ("^F", "^B"), ("^D", "^U")])
  func pages(_ keys: (down: String, up: String)) {
    var session = Session(80, 24)
    var seen = Set(session.idsOnScreen)
    for _ in 0..<12 {
      session.press(keys.down)
      seen.formUnion(session.idsOnScreen)
    }
    #expect(session.selectedID == "no-date")
    #expect(seen == Set(session.ids))
    for _ in 0..<12 { session.press(keys.up) }
    #expect(session.selectedID == "rally")
  }

  @Test("Periods are the bars of the strip: every step leaves the bar and meets the first event of another")
  func periods() {
    var session = Session()
    var visited: [String] = []
    for _ in 0..<30 {
      visited.append(session.selectedID ?? "")
      session.press(">")
    }
    #expect(session.notice.contains("later period"))
    #expect(Set(visited).count > 12)
    #expect(visited.prefix(4) == ["rally", "exodus", "siege", "village"], "the war of 1992 begins in the bar of the siege")
    for _ in 0..<30 { session.press("<") }
    #expect(session.selectedID == "rally" && session.notice.contains("earlier period"))
    session.press("G", "<")
    #expect(session.selectedID == "treaty-draft")
    session.type("3")
    session.press("<")
    #expect(session.selectedID == "talks" || session.selectedID == "food" || session.selectedID == "checkpoint")
  }

  @Test("Periods work in any order of the list and where the strip has no room")
  func periodsElsewhere() {
    var session = Session()
    session.press("s", "k", "]", "c")
    session.press(">")
    #expect(session.selectedID != nil)
    var small = Session(20, 5)
    small.press(">")
    #expect(small.selectedID == "siege")
  }

  @Test(
    "A date is gone to in every form in which it is typed",
    arguments: [
      ("1994-05", "protocol"), ("1994-05-06", "armistice"), ("2020", "attack"), ("today", "shots"), ("50%", "attack"), ("0%", "rally"), ("100%", "no-date"),
      ("+2w", "exodus"), ("+10y", "relief"), ("1988~", "rally"), ("199X", "siege"), ("2023-05-01/2023-05-04", "talks"),
    ])
  func dates(_ row: (text: String, id: String)) {
    var session = Session()
    session.press("@")
    session.type(row.text)
    session.press("Enter")
    #expect(session.selectedID == row.id)
    var line = Session()
    line.press(":")
    line.type(row.text)
    line.press("Enter")
    #expect(line.selectedID == row.id)
  }

  @Test("Nonsense is no date, says so and moves nothing", arguments: ["soon", "2020-13", "101%", "2020-11-31", "+w", "..", "%"])
  func nonsense(_ text: String) {
    var session = Session()
    session.press("j", "@")
    session.type(text)
    session.press("Enter")
    #expect(session.selectedID == "exodus")
    #expect(!session.notice.isEmpty)
  }

  @Test(
    "A date beyond the last event goes to the last, and says so; far ones saturate",
    arguments: ["2100", "+999999999999999y", "Y99999999999", "9223372036854775807%"])
  func beyond(_ text: String) {
    var session = Session()
    session.press("@")
    session.type(text)
    session.press("Enter")
    #expect(!session.notice.isEmpty)
    #expect(["treaty-draft", "rally"].contains(session.selectedID))
  }

  @Test("The same date again, and the reason when there is none")
  func again() {
    var session = Session()
    session.press(".")
    #expect(session.notice.contains("@ goes to one"))
    session.press("@")
    session.type("+1d")
    session.press("Enter", ".", ".")
    #expect(session.selectedID == "first-war-event")
    session.press("@", "Enter")
    #expect(session.selectedID == "first-war-event")
  }

  @Test("Brackets walk by actor, place, dispute, link and gap, with counts")
  func brackets() {
    var session = Session()
    session.press("] a")
    #expect(session.selectedID == "exodus")
    session.press("] c", "] c")
    #expect(session.selectedID == "village")
    session.type("2")
    session.press("] c")
    #expect(session.selectedID == "attack")
    session.press("[ c", "] p")
    #expect(session.selectedID == "sotk-artillery")
    session.press("] l")
    #expect(session.selectedID == "brussels")
    session.press("[ l", "[ p", "[ a")
    #expect(session.selectedID == "snipers")
    session.press("g", "] g")
    #expect(session.selectedID == "exodus")
    session.press("[ g")
    #expect(session.notice == "No earlier event before a long gap is shown")
    session.press("] z")
    #expect(session.notice.contains("]z is not bound; after ] come a, p, c, l, g"))
  }

  @Test("The strip zooms around the event, and the gaps of the list with it")
  func zoom() {
    var session = Session()
    session.press("@")
    session.type("2023-05-11")
    session.press("Enter", "+")
    #expect(session.state.zoom == .decade && session.shows("12 earlier"))
    session.press("+", "+", "=", "+")
    #expect(session.state.zoom == .day && session.notice == "The strip goes no closer")
    #expect(session.shows("May 11"))
    session.press("-")
    #expect(session.state.zoom == .month)
    session.press("0")
    #expect(session.state.zoom == .all)
    session.press("G", "+")
    #expect(session.notice.contains("no date"))
  }

  @Test("The page of the next event follows the list, and the cursor with it")
  func pagesOfTheList() {
    var session = Session()
    session.press("Enter", "J", "J")
    #expect(session.place == .event && session.currentID == "siege" && session.selectedID == "siege")
    session.press("K", "Right", "Left", "^P")
    #expect(session.currentID == "rally")
    session.press("K")
    #expect(session.notice == "This is the first event of the list")
    session.type("100")
    session.press("J")
    #expect(session.currentID == "no-date")
    session.press("C", "^P")
    #expect(session.place == .accounts && session.currentID == "treaty-draft")
    session.press("q", "q", "q")
    #expect(session.effects == [.quit])
  }

  @Test("From an event that the filter hides the next of the list is its neighbour in time")
  func hiddenEvent() {
    var session = Session()
    session.press("f")
    session.type("kind:clash")
    session.press("Enter", ":")
    session.type("open armistice")
    session.press("Enter")
    #expect(session.currentID == "armistice" && session.selectedID != "armistice")
    session.press("J")
    #expect(session.currentID == "snipers")
  }
}

extension Session {
  /// The ids of the events that have a row in the list on the screen, by their titles.
  var idsOnScreen: [String] {
    let screen = screen
    return (0..<count).compactMap { state.shown.row(at: $0) }.map { state.store.summary(at: $0) }.filter { screen.contains(CellText($0.title).text.prefix(12)) }
      .map(\.id)
  }
}
