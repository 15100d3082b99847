import TestSupport
import Testing

extension RealTerminal {
  @Suite("What it has to do with the world outside")
  struct OutsideTests {
    @Test("Data from a pipe are browsed with keys from the terminal")
    func pipe() async throws {
      try await TerminalSession.open { terminal in
        let file = try terminal.home.write(
          "ferry.yaml",
          """
          id: ferry
          title: The ferry
          sources:
            - {id: ledger, publisher: Ferry House, title: Ledger, date: 1989, kind: media}
          events:
            - {id: ferry-1989, date: 1989-04-02, title: The ferry sinks, kind: political, sources: [ledger]}
            - {id: ferry-1990, date: 1990-04-02, title: The ferry is raised, kind: political, sources: [ledger]}

          """)
        try await terminal.enter("cat '\(file)' | annals -; echo left:$?")
        try await terminal.waits(forCursorOn: "The ferry sinks")
        try await terminal.press("j")
        try await terminal.waits(forCursorOn: "The ferry is raised")
        try await terminal.press("q")
        try await terminal.waitsForEnd()
      }
    }

    @Test("A citation that was copied is printed once the terminal is the shell's again")
    func citation() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.startAnnals()
        try await terminal.press("y")
        try await terminal.waits(for: "Chicago")
        try await terminal.press("Enter")
        try await terminal.waits(for: "Printed when you leave")
        try await terminal.press("q")
        try await terminal.waitsForEnd()
        let screen = try await terminal.screen()
        #expect(screen.contains("“Shots at the old bridge,” 1 May 1990."), "\(screen)")
      }
    }

    @Test("A source is opened in the reader's web browser, its address given as one word")
    func source() async throws {
      try await TerminalSession.open { terminal in
        let browser = try terminal.home.write("browser", "#!/bin/sh\nprintf '%s|' \"$@\" >\"$HOME/opened\"\n", executable: true)
        try await terminal.startAnnals(before: "BROWSER='\(browser)'")
        try await terminal.press("o")
        try await terminal.waits(for: "Open in the web browser")
        try await terminal.press("Enter")
        #expect(try await terminal.waits(forFile: "opened") == "https://example.org/gazette/1990-05-01?page=1|")
        try await terminal.waits(for: "River dispute")
      }
    }

    @Test("The editor is opened at the event's line, and the changed file is read again")
    func editor() async throws {
      try await TerminalSession.open { terminal in
        let folder = try terminal.home.copy(of: RealTerminal.river, as: "river")
        let editor = try terminal.home.write(
          "editor", "#!/bin/sh\nprintf '%s|' \"$@\" >\"$HOME/edited\"\nsed -i.bak 's/Shots at the old bridge/Shots at the new bridge/' \"$3\"\n",
          executable: true)
        try await terminal.startAnnals("'\(folder)'", before: "VISUAL='\(editor)'")
        try await terminal.press("e")
        #expect(try await terminal.waits(forFile: "edited") == "+3|--|\(folder)/events/1990.yaml|")
        try await terminal.waits(forCursorOn: "Shots at the new bridge")
      }
    }

    @Test("R reads a file again that was changed outside")
    func reload() async throws {
      try await TerminalSession.open { terminal in
        let folder = try terminal.home.copy(of: RealTerminal.river, as: "river")
        try await terminal.startAnnals("'\(folder)'")
        let text = try #require(terminal.home.text("river/events/1991.yaml"))
        try terminal.home.write("river/events/1991.yaml", text.split(separator: "Treaty of the bridge").joined(separator: "Treaty of the ferry"))
        try await terminal.press("R")
        try await terminal.waits(for: "Treaty of the ferry")
      }
    }

    @Test("A key bound anew means what the reader's file says, and a mistake in it is a problem with its line")
    func keys() async throws {
      try await TerminalSession.open { terminal in
        try terminal.home.write("config/annals/keys", "timeline:\n  z: next-event\n  j: none\nanywhere:\n  ^T: no-such-command\n")
        try await terminal.startAnnals()
        try await terminal.press("z")
        try await terminal.waits(forCursorOn: "Talks on the bridge")
        try await terminal.press("P")
        let problems = try await terminal.waits(for: "no-such-command")
        #expect(problems.contains("keys:5:"), "\(problems)")
      }
    }

    @Test("A theme that was chosen is remembered, beside what else the file holds")
    func theme() async throws {
      try await TerminalSession.open { terminal in
        try terminal.home.write("config/annals/config", "# mine\nmouse: no\n")
        try await terminal.startAnnals()
        let before = try await terminal.styledScreen()
        try await terminal.press("t")
        try await terminal.waits(until: "the theme in the file") { _ in terminal.home.text("config/annals/config")?.contains("theme: ") == true }
        try await terminal.press("q")
        try await terminal.waitsForEnd()
        let config = try #require(terminal.home.text("config/annals/config"))
        #expect(config.hasPrefix("# mine\nmouse: no\ntheme: ") && !config.contains("theme: dark"), "\(config)")
        try await terminal.enter("clear; annals '\(RealTerminal.river)'")
        try await terminal.waits(for: "q quit")
        #expect(try await terminal.styledScreen() != before)
      }
    }

    @Test("A home that cannot be written to is said once, and the session goes on")
    func readOnlyHome() async throws {
      try await TerminalSession.open { terminal in
        try terminal.home.write("file", "in the way")
        try await terminal.startAnnals(before: "XDG_CONFIG_HOME=\"$HOME/file\"")
        try await terminal.press("t")
        try await terminal.waits(for: "Not remembered")
        try await terminal.press("j")
        try await terminal.waits(forCursorOn: "Talks on the bridge")
      }
    }
  }
}
