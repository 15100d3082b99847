import TestSupport
import Testing

extension RealTerminal {
  @Suite("What is seen")
  struct FrameTests {
    @Test("annals alone opens the timeline that comes with it", arguments: [(120, 40), (80, 24), (60, 20), (40, 12)])
    func firstFrame(columns: Int, rows: Int) async throws {
      try await TerminalSession.open(columns: columns, rows: rows) { terminal in
        try await terminal.enter("annals")
        let screen = try await terminal.waits(until: "the first frame") { $0.contains("Nagorno-Karabakh") && $0.contains("q quit") }
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= columns })
        #expect(!RealTerminal.cursorLine(screen).isEmpty, "\(screen)")
        // Beside the list there is room for the detail from a hundred columns on.
        #expect(lines.contains { $0.contains("│") } == (columns >= 100), "\(screen)")
      }
    }

    @Test("The screen follows the terminal's size, down to one in which nothing fits and back")
    func resize() async throws {
      try await TerminalSession.open(columns: 120, rows: 40) { terminal in
        try await terminal.startAnnals()
        try await terminal.waits(for: "│")
        for (columns, rows) in [(70, 20), (20, 5)] {
          try await terminal.resize(columns: columns, rows: rows)
          try await terminal.waits(until: "\(columns)×\(rows)") { screen in
            let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
            return lines.allSatisfy { $0.count <= columns } && lines.count <= rows + 1 && !screen.contains("│") && screen.contains("▌")
          }
        }
        try await terminal.resize(columns: 3, rows: 2)
        try await terminal.waits(until: "a word about the size") { !$0.contains("▌") }
        try await terminal.resize(columns: 120, rows: 40)
        try await terminal.waits(until: "the whole screen again") { $0.contains("│") && $0.contains("q quit") && $0.contains("River dispute") }
        try await terminal.press("q")
        try await terminal.waitsForEnd()
      }
    }

    @Test("With NO_COLOR the screen has no colour, and every mark is still there")
    func noColour() async throws {
      try await TerminalSession.open(variables: ["NO_COLOR": "1"]) { terminal in
        try await terminal.startAnnals()
        let styled = try await terminal.styledScreen()
        #expect(Self.colours(styled).isEmpty, "\(Self.colours(styled))")
        #expect(RealTerminal.cursorLine(try await terminal.screen()).contains("✶"))
      }
    }

    @Test("Without it there is colour")
    func colour() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.startAnnals()
        #expect(!Self.colours(try await terminal.styledScreen()).isEmpty)
      }
    }

    /// The parameters of SGR sequences that choose a colour.
    private static func colours(_ styled: String) -> [Int] {
      styled.split(separator: "\u{1B}[").dropFirst().flatMap { part in
        let end = part.firstIndex { !$0.isNumber && $0 != ";" && $0 != ":" } ?? part.endIndex
        return end < part.endIndex && part[end] == "m" ? part[..<end].split { $0 == ";" || $0 == ":" }.compactMap { Int($0) } : []
      }
      .filter { (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0) }
    }

    @Test("In the C locale everything is drawn in ASCII, names with accents too")
    func ascii() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.enter("LC_ALL=C annals")
        let list = try await terminal.waits(for: "q quit")
        #expect(list.utf8.allSatisfy { $0 < 0x80 }, "\(list)")
        try await terminal.press("Enter")
        let page = try await terminal.waits(for: "q back")
        #expect(page.utf8.allSatisfy { $0 < 0x80 }, "\(page)")
      }
    }

    @Test("It draws on old and plain terminals too", arguments: ["vt100", "linux", "screen", "xterm", "tmux-256color"])
    func terminals(term: String) async throws {
      try await TerminalSession.open { terminal in
        try await terminal.startAnnals(before: "TERM=\(term)")
        try await terminal.press("j")
        try await terminal.waits(forCursorOn: "Talks on the bridge")
        try await terminal.press("q")
        try await terminal.waitsForEnd()
      }
    }

    @Test("A terminal that cannot be drawn on gets the list", arguments: ["TERM=dumb", "TERM=", "TERM=no-such-terminal", "env -u TERM"])
    func poor(prefix: String) async throws {
      try await TerminalSession.open { terminal in
        try await terminal.enter("\(prefix) annals '\(RealTerminal.river)'; echo left:$?")
        let screen = try await terminal.waits(for: "left:0")
        #expect(screen.contains("TERM") && screen.contains("This is the list") && screen.contains("Shots at the old bridge"))
      }
    }
  }
}
