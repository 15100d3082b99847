import Notebook
import Terminal
import Testing
import TimelineBrowser
import TimelineModel
import TimelineStore

extension Session {
  /// The disk has taken everything that was written.
  mutating func save() { send(.saved(state.unsaved.entries.map(\.stamp))) }

  /// Opens the page of an event.
  mutating func open(_ id: String) {
    press(":")
    type("open \(id)")
    press("Enter")
  }

  var written: [Fact] {
    effects.compactMap { if case .write(let entry) = $0 { entry.fact } else { nil } }
  }

  static func note(_ id: String, _ text: String, time: Int64 = 10) -> JournalEntry { JournalEntry(Stamp(time: time, writer: 9), .note(on: id, text)) }
}

@Suite("Writing in the margin")
struct MarginTests {
  @Test("A bookmark holds at once, is said to be saved when it is, and is drawn in the list and on the page")
  func bookmark() {
    var session = Session()
    session.press("B")
    #expect(session.written == [.bookmark("rally", isSet: true)])
    #expect(session.notice == "Bookmarked; saving …")
    #expect(session.shows("•") && session.shows("• bookmarked") && !session.shows("YOUR NOTE"))
    session.save()
    #expect(session.notice == "Bookmarked; u undoes")
    session.press("B")
    #expect(session.written.last == .bookmark("rally", isSet: false))
    #expect(!session.shows("•"))
  }

  @Test("A note is typed, saved by Enter, drawn, changed and taken off", arguments: ["", "Enter"])
  func note(_ before: String) {
    var session = Session()
    session.press(before, "c")
    #expect(session.shows("Your note on “First rally on the square”"))
    session.type("Compare the map")
    session.press("^J")
    session.type("of 1988")
    session.press("Enter")
    #expect(session.written == [.note(on: "rally", "Compare the map\nof 1988")])
    #expect(session.shows("YOUR NOTE") && session.shows("  Compare the map") && session.shows("  of 1988"))
    session.save()
    #expect(session.notice == "Note written; u undoes")
    session.press("c")
    session.type("!")
    session.press("Enter")
    #expect(session.written.last == .note(on: "rally", "Compare the map\nof 1988!"))
    session.press("c", "^U", "Backspace", "^U", "Enter")
    #expect(session.written.last == .note(on: "rally", ""))
    #expect(!session.shows("YOUR NOTE"))
  }

  @Test("Words that are put away with Esc are taken up again, and nothing was written")
  func draft() {
    var session = Session()
    session.press("c")
    session.type("half a thought")
    session.press("Esc")
    #expect(session.written.isEmpty && !session.shows("half a thought"))
    #expect(session.notice == "Not saved; c takes these words up again")
    session.press("j", "c")
    #expect(!session.shows("half a thought"))
    session.press("Esc", "k", "c")
    #expect(session.shows("half a thought"))
    session.press("Enter")
    #expect(session.written == [.note(on: "rally", "half a thought")])
  }

  @Test("A note that is the same, or empty where none was, is not written")
  func unchanged() {
    var session = Session()
    session.press("c", "Enter")
    session.press("c", "Space", "^J", "Enter")
    #expect(session.written.isEmpty)
    session.send(.margin(Marginalia([Session.note("rally", "old")]), []))
    session.press("c", "Space", "Enter")
    #expect(session.written.isEmpty && session.notice == "The note is as it was")
  }

  @Test("Undo and redo walk through filters, notes, bookmarks and marks as they came")
  func undo() {
    var session = Session()
    session.press("B", "c")
    session.type("one")
    session.press("Enter", ":")
    session.type("filter kind:political")
    session.press("Enter", "m", "a")
    session.press("u")
    #expect(session.state.margin.marks.isEmpty && session.notice.hasPrefix("No mark a"))
    session.press("u")
    #expect(session.filter == "")
    session.press("2", "u")
    #expect(session.state.margin.note(on: "rally") == nil)
    #expect(!session.state.margin.isBookmarked("rally"))
    session.press("u")
    #expect(session.notice == "Nothing to undo")
    session.press("4", "^R")
    #expect(session.state.margin.isBookmarked("rally"))
    #expect(session.state.margin.note(on: "rally") == "one")
    #expect(session.filter == "kind:political")
    #expect(session.state.margin.event(marked: "a") == "rally")
    #expect(session.written.count == 9 && session.state.unsaved.entries.count == 9)
  }

  @Test("has:note and has:bookmark find what the reader wrote, and follow when it changes")
  func filter() {
    var session = Session()
    session.send(.margin(Marginalia([Session.note("siege", "x"), Session.note("sotk-artillery", "y"), Session.note("nowhere", "z")]), []))
    session.press("f")
    session.type("has:note")
    session.press("Enter")
    #expect(session.ids == ["siege", "sotk-artillery"])
    session.press("c", "^U", "Enter")
    #expect(session.ids == ["sotk-artillery"])
    #expect(session.selectedID == "sotk-artillery")
    session.press("u")
    #expect(session.ids == ["siege", "sotk-artillery"])
    session.press("F", "B", "f")
    session.type("has:bookmark")
    session.press("Enter")
    #expect(session.count == 1)
    session.press("f", "^U")
    session.type("has:")
    #expect(session.shows("bookmark") && session.shows("note"))
  }

  @Test("A letter marks an event, and leads back to it")
  func marks() {
    var session = Session()
    session.open("siege")
    session.press("m")
    #expect(session.notice == "A letter marks this event")
    session.press("s")
    #expect(session.written == [.mark("s", "siege")])
    #expect(session.shows("mark s"))
    session.press("q", "g", "m", "é")
    session.press("G", "'")
    #expect(session.shows("Siege and capture") && session.shows("First rally"))
    session.press("s")
    #expect(session.currentID == "siege")
    session.press("^O")
    #expect(session.currentID != "siege")
    session.press("m", "7")
    #expect(session.notice == "A mark is a letter; nothing was marked")
    session.press("m", "Esc")
    #expect(session.written.count == 2)
    session.press(":")
    session.type("go-to-mark s")
    session.press("Enter")
    #expect(session.currentID == "siege")
    session.press(":")
    session.type("mark ab")
    session.press("Enter")
    #expect(session.notice == "A mark is one letter; ab is not")
  }

  @Test("Without marks the reader is told how to set one; a mark on an event that is gone says so")
  func noMarks() {
    var session = Session()
    session.press("'")
    #expect(session.notice == "There are no marks yet; m and a letter sets one")
    session.send(.margin(Marginalia([JournalEntry(Stamp(time: 1, writer: 1), .mark("x", "nowhere"))]), []))
    session.press("'")
    #expect(session.shows("nowhere") && session.shows("not in this timeline"))
    session.press("x")
    #expect(session.selectedID == "rally")
    session.press(":")
    session.type("go-to-mark x")
    session.press("Enter")
    #expect(session.notice == "There is no mark x in this timeline")
  }

  @Test("A note can be typed after the colon")
  func commandLine() {
    var session = Session()
    session.press(":")
    session.type("note see the atlas")
    session.press("Enter")
    #expect(session.written == [.note(on: "rally", "see the atlas")])
  }

  @Test("What cannot be saved stays, is said, and is said again in the footer until it is saved")
  func unsaved() {
    var session = Session()
    session.press("B")
    session.send(.unsaved("/state/notes: cannot be written: No space left on device"))
    #expect(session.notice.hasPrefix("Not saved: /state/notes: cannot be written: No space left on device. What you wrote stays here"))
    session.press("j")
    #expect(session.footer.contains("1 change not saved: /state"))
    session.press("c")
    session.type("x")
    session.press("Enter")
    #expect(session.notice == "Note written, but not saved yet")
    session.save()
    #expect(session.notice == "Note written; u undoes")
    session.press("j")
    #expect(!session.footer.contains("not saved"))
    session.send(.saved([]))
    session.send(.unsaved("late news"))
    #expect(!session.footer.contains("not saved"))
  }

  @Test("When everything is saved at last and the reader is elsewhere, it is said once")
  func savedAtLast() {
    var session = Session()
    session.press("B")
    session.send(.unsaved("no room"))
    session.press("j")
    session.save()
    #expect(session.notice == "Everything you wrote is saved now")
  }

  @Test("What is read from the disk does not push aside what is being saved, and damage is reported")
  func reading() {
    var session = Session()
    session.press("B")
    let problem = Problem(.warning, at: SourceLocation(file: "notes.journal", line: 7), code: "journal", "This record of your notes is damaged")
    session.send(.margin(Marginalia([Session.note("siege", "kept")]), [problem, problem]))
    #expect(session.state.margin.isBookmarked("rally"))
    #expect(session.state.margin.note(on: "siege") == "kept")
    #expect(session.notice.hasPrefix("notes.journal:7: warning: This record of your notes is damaged") || session.notice.hasPrefix("notes.journal:7"))
    #expect(session.notice.hasSuffix("There are 1 more line like it"))
  }

  @Test("Another store knows what is in the margin too")
  func reload() {
    var session = Session()
    session.send(.margin(Marginalia([Session.note("siege", "x")]), []))
    session.send(.loaded(Sample.without("rally"), []))
    session.press("f")
    session.type("has:note")
    session.press("Enter")
    #expect(session.ids == ["siege"])
  }

  @Test("Notes are drawn clean, whatever was put into them")
  func hostile() {
    var session = Session()
    session.press("c")
    session.paste("a\u{1B}[31m\r\nb\u{202E}c\u{0}\td")
    session.press("Enter")
    #expect(session.written == [.note(on: "rally", "a [31m\nb\u{202E}c  d")])
    #expect(session.shows("a [31m") && session.shows("⟨U+202E⟩"))
  }
}

@Suite("From one visit to the next")
struct VisitTests {
  private static let visit = Visit(event: "siege", title: "Siege and capture", filter: "kind:war", order: "killed")
  private static let margin = Marginalia([JournalEntry(Stamp(time: 1, writer: 1), .visit(visit))])

  @Test("Where the last visit ended is offered, and gone back to with its filter and order")
  func offered() {
    var session = Session()
    session.send(.margin(Self.margin, []))
    #expect(session.notice == "You were last at “Siege and capture”, filter kind:war; '' goes back there")
    session.press("'")
    #expect(session.shows("where the last visit ended"))
    session.press("'")
    #expect(session.selectedID == "siege" && session.filter == "kind:war" && session.state.sort.key == .killed)
    session.press("u")
    #expect(session.filter == "" && session.selectedID == "siege")
  }

  @Test("Nobody who has begun to read is interrupted by the offer")
  func notOffered() {
    var session = Session()
    session.press("j")
    session.send(.margin(Self.margin, []))
    #expect(session.notice == "")
  }

  @Test("What the last visit showed may be gone")
  func gone() {
    var session = Session(store: Sample.without("siege"))
    session.send(.margin(Self.margin, []))
    session.press("'", "'")
    #expect(session.notice == "“Siege and capture” is not in this timeline any more")
  }

  @Test("A visit that went nowhere leaves no trace; any other is kept when it ends")
  func leaving() {
    var session = Session()
    #expect(session.state.visit == nil)
    let untouched = session.state.leave()
    #expect(untouched == [])
    session.press("j", "s", "w")
    #expect(session.state.visit?.order == "weight")
    session.open("siege")
    let effects = session.state.leave()
    guard case .write(let entry)? = effects.last, case .visit(let visit) = entry.fact else {
      Issue.record("no visit was written")
      return
    }
    #expect(visit.event == "siege" && visit.title.hasPrefix("Siege") && visit.filter == "" && visit.order == "weight")
    #expect(session.state.visit == nil)
  }

  @Test("Words in an open editor are kept when the terminal goes away")
  func openEditor() {
    var session = Session()
    session.press("c")
    session.type("unfinished")
    let effects = session.state.leave()
    guard case .write(let entry)? = effects.first else {
      Issue.record("nothing was written")
      return
    }
    #expect(entry.fact == .note(on: "rally", "unfinished"))
  }
}

@Suite("The screens of the margin, as a reader sees them")
struct MarginDrawingTests {
  private static let margin = Marginalia([
    Session.note("siege", "The dates in the two accounts differ by a day: see the atlas, p. 112.\n\nAsk the archive for the order of 7 May."),
    JournalEntry(Stamp(time: 11, writer: 9), .bookmark("siege", isSet: true)), JournalEntry(Stamp(time: 12, writer: 9), .bookmark("rally", isSet: true)),
    JournalEntry(Stamp(time: 13, writer: 9), .mark("a", "siege")), JournalEntry(Stamp(time: 14, writer: 9), .mark("t", "armistice")),
    JournalEntry(Stamp(time: 15, writer: 9), .visit(Visit(event: "april", title: "Four days of fighting", filter: "kind:clash", order: "date"))),
  ])

  private static let screens = [
    Screenshot("margin-timeline") { $0.press("j", "j") },
    Screenshot("margin-offer"),
    Screenshot("margin-event") { Screenshot.open("siege", in: &$0) },
    Screenshot("margin-editor") { $0.press("j", "j", "c") },
    Screenshot("margin-marks") { $0.press("'") },
  ]

  @Test("Notes, bookmarks and marks are drawn as it was read and approved", arguments: screens, DrawingTests.sizes)
  func drawing(_ screenshot: Screenshot, _ size: Size) {
    var session = Session(size.columns, size.rows)
    session.send(.margin(Self.margin, []))
    screenshot.steps(&session)
    expectDrawing("\(screenshot.name)-\(size.columns)x\(size.rows)", session.screen)
  }

  @Test("They have ASCII twins", arguments: screens)
  func asciiTwin(_ screenshot: Screenshot) {
    var session = Session(100, 30, settings: Settings(ascii: true))
    session.send(.margin(Self.margin, []))
    screenshot.steps(&session)
    #expect(session.screen.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    if screenshot.name == "margin-editor" { expectDrawing("\(screenshot.name)-ascii", session.screen) }
  }

  @Test("No size draws the editor outside of the screen", arguments: [(20, 5), (19, 4), (1, 1), (0, 0), (500, 200), (21, 200), (500, 5)])
  func anySize(_ size: (Int, Int)) {
    var session = Session(size.0, size.1)
    session.send(.margin(Self.margin, []))
    session.press("c")
    session.paste(String(repeating: "words and 調停 words\n", count: 40))
    session.press("Up", "Down", "Home", "Up")
    #expect(session.canvas.size == Size(columns: size.0, rows: size.1))
    if size.0 >= 20, let cursor = session.canvas.cursor { #expect(cursor.x >= 0 && cursor.x < size.0 && cursor.y >= 0 && cursor.y < size.1) }
  }
}
