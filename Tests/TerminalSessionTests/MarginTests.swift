import TestSupport
import Testing

extension RealTerminal {
  @Suite("What the reader writes")
  struct MarginTests {
    @Test("A note and a bookmark are saved as they are made, and are there at the next visit, with the way back to where the last one ended")
    func visits() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.startAnnals()
        try await terminal.press("j", "B")
        try await terminal.waits(for: "Bookmarked; u undoes")
        try await terminal.press("c")
        try await terminal.waits(for: "Your note on")
        try await terminal.type("Who was there?")
        try await terminal.press("C-j")
        try await terminal.type("Շուշի")
        try await terminal.press("Enter")
        try await terminal.waits(for: "Note written; u undoes")
        try await terminal.press("q")
        try await terminal.waitsForEnd()
        try await terminal.enter("clear")
        try await terminal.startAnnals()
        try await terminal.waits(for: "You were last at “Talks on the bridge”; '' goes back there")
        try await terminal.press("'", "'")
        try await terminal.waits(forCursorOn: "Talks on the bridge")
        let screen = try await terminal.screen()
        #expect(screen.contains("Who was there?") && screen.contains("Շուշի") && screen.contains("◦•"))
      }
    }

    @Test("Two programs that write at once both see what was written")
    func two() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.startAnnals()
        try await terminal.press("c")
        try await terminal.type("from the browser")
        let other = try await AnnalsProgram.run(
          ["note", "--from", "-", "--in", RealTerminal.river], input: "\(try await firstID())\tfrom the shell\n",
          in: ChildEnvironment(["HOME": terminal.home.path]))
        #expect(other.status == 0)
        try await terminal.press("Enter")
        try await terminal.waits(until: "both notes") { $0.contains("from the browser") && $0.contains("from the shell") }
      }
    }

    private func firstID() async throws -> String {
      let line = try await AnnalsProgram.run(["list", RealTerminal.river, "--format", "jsonl", "--limit", "1"]).text
      return String(line.dropFirst("{\"id\":\"".count).prefix { $0 != "\"" })
    }

    @Test("What cannot be saved is said, tried again, and saved when it can be")
    func triedAgain() async throws {
      try await TerminalSession.open { terminal in
        try terminal.home.write("state", "a file where a folder should be")
        try await terminal.startAnnals(before: "XDG_STATE_HOME=\"$HOME/state\"")
        try await terminal.press("B")
        try await terminal.waits(for: "Not saved:")
        try await terminal.press("j")
        try await terminal.waits(for: "1 change not saved")
        _ = try await Child.run(["rm", terminal.home.path + "/state"])
        try await terminal.waits(for: "Everything you wrote is saved now")
      }
    }

    @Test("What could not be saved by the end is printed")
    func printed() async throws {
      try await TerminalSession.open { terminal in
        try terminal.home.write("state", "a file where a folder should be")
        try await terminal.startAnnals(before: "XDG_STATE_HOME=\"$HOME/state\"")
        try await terminal.press("c")
        try await terminal.type("worth keeping")
        try await terminal.press("Enter")
        try await terminal.waits(for: "Not saved:")
        try await terminal.press("q")
        try await terminal.waitsForEnd()
        let screen = try await terminal.screen()
        #expect(screen.contains("this could not be saved") && screen.contains("worth keeping"))
      }
    }

    @Test("Words in an open editor are saved when the terminal is taken away")
    func hangUp() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.startAnnals()
        try await terminal.press("c")
        try await terminal.type("half a thought")
        try await terminal.waits(for: "half a thought")
        try await terminal.closeWindow()
        let start = ContinuousClock.now
        var found = ""
        while found.isEmpty, ContinuousClock.now - start < .seconds(20) {
          found = try await Child.run(["sh", "-c", "grep -rh 'half a thought' \"$1/.local/state\" 2>/dev/null", "sh", terminal.home.path]).text
        }
        #expect(found.contains("note"))
      }
    }
  }
}
