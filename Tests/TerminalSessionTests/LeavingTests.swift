import TestSupport
import Testing

extension RealTerminal {
  @Suite("How it is left")
  struct LeavingTests {
    /// Lines that say before and after that the terminal's modes are the same.
    private static let rememberModes = "stty -g >\"$HOME/before\"; echo ban''ner"
    private static let compareModes = "stty -g >\"$HOME/after\"; cmp \"$HOME/before\" \"$HOME/after\" && echo modes''-kept"

    @Test("Quitting leaves the screen and the terminal's modes as they were", arguments: ["q", "Q"])
    func quit(key: String) async throws {
      try await TerminalSession.open { terminal in
        try await terminal.enter(Self.rememberModes)
        try await terminal.startAnnals()
        #expect(!(try await terminal.screen()).contains("banner"))
        try await terminal.press(key)
        try await terminal.waitsForEnd()
        let screen = try await terminal.screen()
        #expect(screen.contains("banner") && !screen.contains("River dispute"), "\(screen)")
        try await terminal.enter(Self.compareModes)
        try await terminal.waits(for: "modes-kept")
      }
    }

    @Test("A signal that ends it gives the terminal back first, and so does a crash", arguments: [("TERM", 143), ("HUP", 129), ("SEGV", 139), ("ABRT", 134)])
    func signals(name: String, status: Int) async throws {
      try await TerminalSession.open { terminal in
        try await terminal.enter(Self.rememberModes)
        // Swift's own report of a crash is longer than the screen.
        try await terminal.enter("export SWIFT_BACKTRACE=enable=no; clear; echo ban''ner")
        try await terminal.enter("sh -c 'echo $$ >\"$HOME/pid\"; exec annals \"$0\"' '\(RealTerminal.river)'; echo left:$?")
        try await terminal.waits(for: "q quit")
        let pid = try await terminal.waits(forFile: "pid").split(separator: "\n")[0]
        _ = try await Child.run(["kill", "-\(name)", String(pid)])
        try await terminal.waitsForEnd(status: status)
        let screen = try await terminal.screen()
        #expect(screen.contains("banner") && !screen.contains("River dispute"), "\(screen)")
        try await terminal.enter(Self.compareModes)
        try await terminal.waits(for: "modes-kept")
      }
    }

    @Test("Suspended, the terminal is the shell's; fg draws the screen where it was")
    func suspend() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.enter(Self.rememberModes)
        try await terminal.startAnnals()
        try await terminal.press("j")
        try await terminal.waits(forCursorOn: "Talks on the bridge")
        try await terminal.press("C-z")
        let stopped = try await terminal.waits(for: "Stopped")
        #expect(stopped.contains("banner") && !stopped.contains("River dispute"), "\(stopped)")
        try await terminal.enter(Self.compareModes)
        try await terminal.waits(for: "modes-kept")
        try await terminal.enter("fg")
        try await terminal.waits(forCursorOn: "Talks on the bridge")
        try await terminal.press("k")
        try await terminal.waits(forCursorOn: "Shots at the old bridge")
        try await terminal.press("q")
        try await terminal.waits(until: "the shell") { $0.contains("modes-kept") && !$0.contains("River dispute") }
      }
    }

    @Test("Resized while it was suspended, it comes back in the new size")
    func resizedWhileStopped() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.startAnnals()
        try await terminal.press("C-z")
        try await terminal.waits(for: "Stopped")
        try await terminal.resize(columns: 70, rows: 20)
        try await terminal.enter("fg")
        try await terminal.waits(until: "the list without a pane") { $0.contains("q quit") && !$0.contains("│") }
      }
    }

    @Test("A shell that ends takes it along: nothing keeps running without its terminal")
    func terminalGone() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.enter("sh -c 'echo $$ >\"$HOME/pid\"; exec annals \"$0\"' '\(RealTerminal.river)'")
        try await terminal.waits(for: "q quit")
        let pid = try await terminal.waits(forFile: "pid").split(separator: "\n")[0]
        try await terminal.closeWindow()
        let start = ContinuousClock.now
        while try await Child.run(["kill", "-0", String(pid)]).status == 0 {
          try #require(ContinuousClock.now - start < .seconds(10), "annals still runs without its terminal")
          try await Task.sleep(for: .milliseconds(20))
        }
      }
    }
  }
}
