import Testing
import TimelineBrowser
import TimelineStore

@Suite("Search")
struct SearchTests {
  @Test("Typing moves to the nearest hit from where the reader began, and Esc restores everything")
  func asTyped() {
    var session = Session(80, 24)
    session.press("@")
    session.type("2016")
    session.press("Enter")
    let before = session.screen
    session.press("/")
    session.type("arm")
    #expect(session.footer.hasSuffix("of 3") || session.footer.contains(" of "))
    #expect(session.selectedID != "april")
    session.type("istice")
    #expect(session.selectedID == "armistice" && session.footer.hasSuffix("1 of 1"))
    session.press("^U")
    #expect(session.selectedID == "april")
    session.type("xyzzy")
    #expect(session.footer.hasSuffix("nothing found") && session.selectedID == "april")
    session.press("Esc")
    #expect(session.screen == before)
  }

  @Test("Enter keeps the hit, n and N go round, with counts, and the footer says which of how many")
  func nextHits() {
    var session = Session()
    session.press("/")
    session.type("truce")
    session.press("Enter")
    #expect(session.selectedID == "protocol" && session.footer.hasPrefix(" /truce: 1 of 2"))
    session.press("n")
    #expect(session.selectedID == "truce-1" && session.footer.hasPrefix(" /truce: 2 of 2"))
    session.press("n")
    #expect(session.selectedID == "protocol")
    session.press("N", "N", "j", "N")
    #expect(session.selectedID == "protocol")
    session.press("j")
    #expect(session.footer.hasPrefix(" /truce: 2 hits"))
    session.press("n", "H", "H")
    #expect(session.state.selected != nil)
    session.press("Esc")
    #expect(!session.footer.contains("truce"))
    session.press("n")
    #expect(session.notice == "Nothing was searched yet; / searches")
  }

  @Test(
    "A name is found in any script and without its accents",
    arguments: [("susa", "siege"), ("Գեղարքունիք", "village"), ("調停団", "protocol"), ("arlington", "rally"), ("Армения", "rally")])
  func scripts(_ row: (text: String, id: String)) {
    var session = Session()
    session.press("/")
    session.type(row.text)
    session.press("Enter")
    #expect(session.selectedID == row.id, "\(row.text)")
  }

  @Test("What is not found is said, and nothing moves")
  func nothing() {
    var session = Session()
    session.press("j", "/")
    session.type("xyzzy")
    session.press("Enter")
    #expect(session.selectedID == "exodus" && session.notice == "Nothing found for xyzzy")
    session.press("n")
    #expect(session.notice == "Nothing found for xyzzy")
  }

  @Test("From a page the search begins at its event; Esc opens the page again, Enter leaves a way back to it")
  func fromPage() {
    var session = Session()
    session.press(":")
    session.type("open armistice")
    session.press("Enter", "/")
    session.type("truce")
    #expect(session.place == .timeline && session.selectedID == "truce-1")
    session.press("Esc")
    #expect(session.place == .event && session.currentID == "armistice")
    session.press("/")
    session.type("sotk")
    session.press("Enter", "H")
    #expect(session.place == .event && session.currentID == "armistice")
    session.press("L")
    #expect(session.currentID == "sotk-artillery")
  }

  @Test("In an order other than that of time hits follow the list")
  func otherOrder() {
    var session = Session()
    session.press("s", "k", "/")
    session.type("line")
    session.press("Enter")
    let first = session.selectedID
    session.press("n", "N")
    #expect(session.selectedID == first)
  }

  @Test("A search given on the command line is the same search; in a table it narrows")
  func commandLine() {
    var session = Session()
    session.press(":")
    session.type("search artillery")
    session.press("Enter")
    #expect(session.selectedID == "sotk-artillery")
    session.press("a", ":")
    session.type("search river")
    session.press("Enter")
    #expect(session.shows("Court of the Rivers") && session.rows.count { $0.contains("Mediators") } == 0)
    session.press("n")
    #expect(session.notice.contains("narrows this list"))
  }

  @Test("Filtering keeps the search, over what is left")
  func underFilter() {
    var session = Session()
    session.press("/")
    session.type("truce")
    session.press("Enter", "f")
    session.type("since:2020")
    session.press("Enter")
    #expect(session.state.search?.hits?.count == 1)
    session.press("n")
    #expect(session.selectedID == "truce-1")
  }
}
