import Terminal
import Testing
import TimelineBrowser
import TimelineModel
import TimelineStore

@Suite("Pages laid out line by line")
struct PageTests {
  private func text(_ page: Page) -> [String] { page.lines.map { $0.runs.map(\.text.text).joined() } }

  @Test(
    "Text flows at blanks, breaks a word that is too long, hangs, and keeps a comma with its word",
    arguments: [
      (["one two three"], 9, 0, ["one two", "three"]), (["one two three"], 9, 2, ["one two", "  three"]), (["abcdefghijkl"], 5, 0, ["abcde", "fghij", "kl"]),
      (["one", ", ", "two"], 4, 0, ["one,", "two"]), (["one two", ", ", "three"], 7, 0, ["one", "two,", "three"]), (["東京都の人"], 5, 0, ["東京", "都の", "人"]),
      ([""], 9, 0, []), (["a", " ", " ", "b"], 1, 0, ["a", "b"]), (["一"], 1, 0, ["一"]), (["one two"], 100, 0, ["one two"]), (["x", "  y"], 2, 4, ["x", " y"]),
    ] as [([String], Int, Int, [String])])
  func flowing(_ row: (runs: [String], width: Int, hanging: Int, lines: [String])) {
    var builder = PageBuilder(width: row.width, ascii: false)
    builder.flow(row.runs.map { builder.run($0) }, indent: 0, hanging: row.hanging)
    #expect(text(builder.page).map { $0.last == " " ? String($0.dropLast()) : $0 } == row.lines)
  }

  @Test("Nothing is wider than the page, at any width", arguments: [1, 2, 7, 20, 33, 46, 56, 110])
  func widths(_ width: Int) {
    for id in ["siege", "sotk-artillery", "brussels", "combining", "april"] {
      var session = Session(max(20, width), 60)
      session.press(":")
      session.type("open \(id)")
      session.press("Enter")
      for row in session.rows { #expect(CellText(row).width <= max(20, width)) }
    }
    var builder = PageBuilder(width: width, ascii: true)
    builder.paragraph("Some thousands asked for the union of the valley.", indent: 3)
    #expect(builder.page.lines.allSatisfy { $0.width <= max(width, 4) })
  }

  @Test(
    "Speakers stand in rows of much the same length, and one that is left over has a row to itself",
    arguments: [
      (1, 2, [1]), (2, 2, [2]), (3, 2, [2, 1]), (4, 3, [2, 2]), (5, 3, [3, 2]), (7, 3, [3, 2, 2]), (3, 0, [1, 1, 1]), (0, 3, []),
    ])
  func speakers(_ row: (count: Int, most: Int, lengths: [Int])) {
    let event = Event(
      id: "e", date: date("2020"), title: "E", kind: .clash, accounts: (0..<row.count).map { Account(by: "speaker-\($0)", says: "Word\($0) of it.") })
    let store = EventStore(Timeline(id: "t", title: "T", events: [event]))
    // Pages have a margin of two columns on either side; a column of an account is 26 wide and its rule 3.
    let width = max(1, row.most) * 29 - 3 + 4
    var session = Session(max(34, width), 60, store: store)
    session.press("Enter")
    let lengths = session.rows.map { line in (0..<row.count).count { line.contains("Word\($0)") } }.filter { $0 > 0 }
    if width >= 60 || row.most <= 1 { #expect(lengths == row.lengths, "\(session.screen)") }
  }

  @Test("An event that several links name stands once, with all their words; one that leads nowhere shows its id")
  func links() {
    var session = Session()
    session.press(":")
    session.type("open armistice")
    session.press("Enter")
    #expect(session.rows.count { $0.contains("Protocol calls for a truce") } == 1)
    #expect(session.shows("(implements, follows, led to by)"))
    session.press(":")
    session.type("open brussels")
    session.press("Enter")
    #expect(session.shows("nowhere (same as)"))
  }

  @Test("A page as plain lines has no blanks at their ends, and fits", arguments: [20, 72])
  func plainLines(_ width: Int) {
    for row in Sample.store.all.rows(0..<24) {
      let lines = EventText.lines(of: row, in: Sample.store, width: width, ascii: true)
      for line in lines { #expect(line.last != " " && line.utf8.count <= width, "\(line)") }
      #expect(lines.contains { $0.hasPrefix("id ") })
    }
  }

  @Test("A kind has its own glyph, its own ASCII twin and its own role", arguments: EventKind.known)
  func glyphs(_ kind: EventKind) {
    let glyph = EventGlyph(kind)
    for other in EventKind.known where other != kind {
      #expect(EventGlyph(other).glyph != glyph.glyph && EventGlyph(other).ascii != glyph.ascii && EventGlyph(other).role != glyph.role)
    }
    #expect(CellText(glyph.glyph).width == 1 && glyph.text(ascii: true).utf8.count == 1)
    #expect(EventGlyph(EventKind(rawValue: "x")).role == .kindOther)
  }

  @Test(
    "A date is shortened by whole words, and a year is never cut",
    arguments: [(10, ["1994-05", "Feb 20", "~Nov – 1989"]), (12, ["~Nov – 1989"]), (16, ["Dec – May 9 1992"])])
  func dates(_ row: (columns: Int, labels: [String])) {
    let size = [10: 38, 12: 44, 16: 60][row.columns] ?? 60
    let rows = Session(size, 24).rows
    for line in rows.dropFirst(5) where line.contains("…") {
      let date = line.dropFirst(2).prefix(row.columns + 1)
      #expect(date.ranges(of: "19…").isEmpty && date.ranges(of: "199…").isEmpty && date.ranges(of: "1…").isEmpty, "\(line)")
    }
    #expect(row.columns < 16 || rows.contains { $0.contains(row.labels[0]) })
  }
}
