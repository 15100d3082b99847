import Terminal
import Testing
import TimelineBrowser
import TimelineStore

@Suite("Lines that are typed")
struct PromptTests {
  @Test(
    "A line is edited as in a shell",
    arguments: [
      (["abc", "Left", "Left", "x"], "axbc", 2), (["abc", "Home", "x", "End", "y"], "xabcy", 5), (["one two", "^W"], "one ", 4),
      (["one two ", "^W"], "one ", 4),
      (["abc", "^A", "^K"], "", 0), (["abc", "Left", "^U"], "c", 0), (["abc", "Backspace", "^H"], "a", 1), (["abc", "^B", "^D"], "ab", 2),
      (["abc", "Home", "Del", "Del"], "c", 0), (["abc", "^A", "^F", "^E", "^B"], "abc", 2), (["é\u{301}ş"], "é\u{301}ş", 3),
      (["", "^D", "Del", "Right", "Left"], "", 0),
    ])
  func editing(_ row: (steps: [String], text: String, cursor: Int)) {
    var editor = LineEditor()
    for (index, step) in row.steps.enumerated() {
      let keys = index > 0 ? Keymap.keys(named: step) : step.unicodeScalars.map { Key.character($0) }
      for key in keys ?? [] {
        let isOfEditing = editor.handle(key)
        #expect(isOfEditing)
      }
    }
    #expect(editor.text == row.text && editor.cursor == row.cursor)
    let others = [Key.enter, .function(5)].map { editor.handle($0) }
    #expect(others == [false, false])
  }

  @Test(
    "A replacement stays inside the text, whatever its offsets say", arguments: [(0..<1, "X\u{301}ef"), (2..<99, "aéX"), (-5 ..< -1, "Xaéef"), (1..<3, "aXef")])
  func replacing(_ row: (range: Range<Int>, text: String)) {
    var editor = LineEditor("aéef")
    editor.replace(utf8: row.range, with: "X")
    #expect(editor.text.unicodeScalars.count <= 5 && editor.text.contains("X"))
    #expect(editor.cursor <= editor.scalars.count && editor.cursorUTF8 <= editor.text.utf8.count)
  }

  @Test("A line holds what anybody types and no more; what is pasted becomes one line")
  func limits() {
    var editor = LineEditor(String(repeating: "x", count: 5_000))
    #expect(editor.scalars.count == LineEditor.mostScalars)
    _ = editor.handle(.paste("more"))
    #expect(editor.scalars.count == LineEditor.mostScalars)
    var session = Session()
    session.press("/")
    session.paste("sotk\nartillery\u{1b}[2J")
    #expect(session.state.prompt?.editor.text == "sotk artillery [2J")
    #expect(!session.screen.unicodeScalars.contains("\u{1b}"))
  }

  @Test("A paste outside of a line says where it would go; in a menu it does nothing")
  func pasting() {
    var session = Session()
    session.paste("sotk")
    #expect(session.notice.contains("/ searches"))
    session.press("s")
    session.paste("k")
    #expect(session.state.menu != nil && session.state.sort == .date)
    session.send(.key(.unknown))
    session.send(.key(.focusIn))
    session.send(.key(.focusOut))
    #expect(session.state.menu != nil)
  }

  @Test("Up brings back what was typed before, Down one's own line")
  func history() {
    var session = Session()
    for text in ["truce", "sotk", "sotk"] {
      session.press("/")
      session.type(text)
      session.press("Enter")
    }
    session.press("/")
    session.type("arm")
    session.press("Up")
    #expect(session.state.prompt?.editor.text == "sotk")
    session.press("Up", "Up", "^P")
    #expect(session.state.prompt?.editor.text == "truce")
    session.press("Down", "^N")
    #expect(session.state.prompt?.editor.text == "arm")
    session.press("Esc", "@", "Up")
    #expect(session.state.prompt?.editor.text.isEmpty == true)
  }

  @Test("Each line is left by Esc, ^C, ^G, and Backspace where it is empty", arguments: ["/", "f", "@", ":"], ["Esc", "^C", "^G", "Backspace"])
  func leaving(_ key: String, _ exit: String) {
    var session = Session(80, 24)
    let before = session.screen
    session.press(key, exit)
    #expect(session.state.prompt == nil && session.screen == before)
    session.press(key, "x", "Backspace", "Backspace")
    #expect(session.state.prompt == nil)
  }

  @Test("The line scrolls under a cursor that stays on the screen", arguments: [20, 40, 80])
  func longLine(_ columns: Int) {
    var session = Session(columns, 12)
    session.press(":")
    session.type(String(repeating: "long line ", count: 30))
    let cursor = session.canvas.cursor
    #expect(cursor.map { $0.x >= 0 && $0.x < columns && $0.y == 11 } == true)
    session.press("Home")
    #expect(session.canvas.cursor == Point(x: 2, y: 11))
  }

  // MARK: - The command line

  @Test("Every command is in the palette and runs by its name; a beginning that only one has is enough", arguments: Command.allCases)
  func everyCommand(_ command: Command) {
    var session = Session()
    session.press(":")
    #expect(session.state.prompt?.choices.contains { $0.command == command } == true)
    session.type(command.name)
    session.press("Enter")
    #expect(!session.notice.contains("There is no command"))
  }

  @Test("What is no command names the nearest, what takes no argument says so")
  func unknown() {
    var session = Session()
    for (line, words) in [
      ("sourcs", "There is no command sourcs; did you mean sources?"), ("qqqqqqqqq", "There is no command qqqqqqqqq"), ("help me", "help takes no argument"),
      ("open nothing", "There is no event with the id nothing"), ("filter kin:war", "There is no field"), ("go-to-date soon", ""),
    ] {
      session.press(":")
      session.type(line)
      session.press("Enter")
      #expect(session.notice.hasPrefix(words) && !session.notice.isEmpty, "\(session.notice)")
    }
    session.press(":", "Enter")
    #expect(session.place == .timeline && session.notice.isEmpty)
    session.press(":")
    session.type("prob")
    session.press("Enter")
    #expect(session.notice == "Nothing was odd in the data")
  }

  @Test("Commands, filters and names complete after the colon")
  func completion() {
    var session = Session()
    session.press(":")
    session.type("zoom-i")
    session.press("Down", "Enter")
    #expect(session.state.zoom == .decade)
    session.press(":")
    session.type("them")
    session.press("Tab")
    #expect(session.state.prompt?.editor.text == "theme ")
    session.press("Down", "Down", "Up", "Down", "Enter")
    #expect(session.state.settings.preferences.theme == "light")
    session.press(":")
    session.type("filter kind:cl")
    session.press("Tab", "Enter")
    #expect(session.filter == "kind:clash" && session.notice == "4 events shown; u undoes")
    session.press("F", ":")
    session.type("sort ")
    session.press("S-Tab", "Enter")
    #expect(session.state.sort == .weight)
    session.press(":")
    session.type("go to a date")
    session.press("Down", "Enter")
    #expect(session.state.prompt?.purpose == .date)
  }
}
