import TestSupport
import Testing

extension RealTerminal {
  @Suite("What is pressed")
  struct KeyTests {
    @Test("j and k, the arrows, g and G move the cursor")
    func moving() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.startAnnals()
        try await terminal.waits(forCursorOn: "Shots at the old bridge")
        for (key, title) in [
          ("j", "Talks"), ("j", "Treaty"), ("k", "Talks"), ("Up", "Shots"), ("Down", "Talks"), ("G", "Treaty"), ("g", "Shots"), ("End", "Treaty"),
          ("Home", "Shots"),
        ] {
          try await terminal.press(key)
          try await terminal.waits(forCursorOn: title)
        }
      }
    }

    @Test("Enter opens the event, Esc comes back to where the cursor was", arguments: [(120, 40), (80, 24)])
    func opening(columns: Int, rows: Int) async throws {
      try await TerminalSession.open(columns: columns, rows: rows) { terminal in
        try await terminal.startAnnals()
        try await terminal.press("Enter")
        let page = try await terminal.waits(for: "q back")
        #expect(page.contains("GUARD OF ALDER SAYS") && page.contains("Tuesday 1 May 1990"))
        try await terminal.press("Escape")
        try await terminal.waits(for: "q quit")
        try await terminal.waits(forCursorOn: "Shots at the old bridge")
      }
    }

    @Test("A filter is typed and applied, and taken back")
    func filter() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.startAnnals()
        try await terminal.press("f")
        try await terminal.type("kind:mediation")
        try await terminal.waits(for: "kind:mediation")
        try await terminal.press("Enter")
        try await terminal.waits(until: "the filtered list") { $0.contains("1 shown, 2 hidden") && RealTerminal.cursorLine($0).contains("Talks on the bridge") }
        try await terminal.press("u")
        try await terminal.waits(until: "the whole list") { $0.contains("3 events") }
      }
    }

    @Test("A filter with a mistake is not applied, and the nearest word is named")
    func wrongFilter() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.startAnnals()
        try await terminal.press("f")
        try await terminal.type("acto:birch")
        try await terminal.press("Enter")
        let screen = try await terminal.waits(for: "Did you mean")
        #expect(screen.contains("Treaty of the bridge"))
      }
    }

    @Test("Search goes to the hit while it is typed; Enter keeps it, Esc goes back")
    func search() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.startAnnals()
        try await terminal.press("/")
        try await terminal.type("treaty")
        try await terminal.waits(forCursorOn: "Treaty of the bridge")
        try await terminal.press("Escape")
        try await terminal.waits(forCursorOn: "Shots at the old bridge")
        try await terminal.press("/")
        // Under any of its names: the town is called Берёза too, and letters that come in two bytes arrive whole.
        try await terminal.type("Берёза")
        try await terminal.press("Enter")
        try await terminal.waits(until: "the hit count") { $0.contains(" of ") }
        try await terminal.waits(for: "q quit")
      }
    }

    @Test("Help lists the keys of the view, and q closes it")
    func help() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.startAnnals()
        try await terminal.press("?")
        try await terminal.waits(for: "Next event")
        try await terminal.press("q")
        try await terminal.waits(for: "q quit")
      }
    }

    @Test("^C does not end it, and says how to")
    func interrupt() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.startAnnals()
        try await terminal.press("C-c")
        try await terminal.waits(until: "a word about leaving") { $0.contains("q quit") && $0.lowercased().contains("leave") }
        try await terminal.press("Q")
        try await terminal.waitsForEnd()
      }
    }

    @Test("Begun at a date or an event, it is there")
    func beginning() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.startAnnals("'\(RealTerminal.river)' --at 1991-07")
        try await terminal.waits(forCursorOn: "Treaty of the bridge")
        try await terminal.press("q")
        try await terminal.waitsForEnd()
        try await terminal.enter("clear; annals '\(RealTerminal.river)' --event bridge-shots-1990-05-01; echo left''-again")
        try await terminal.waits(until: "the page") { $0.contains("q back") && $0.contains("GUARD OF ALDER SAYS") }
        try await terminal.press("Q")
        try await terminal.waits(for: "left-again")
      }
    }

    @Test("A paste is text where text is typed, and nothing anywhere else")
    func paste() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.startAnnals()
        try await terminal.paste("qqQ\nj")
        try await terminal.press("j")
        try await terminal.waits(forCursorOn: "Talks on the bridge")
        try await terminal.press("f")
        try await terminal.paste("kind:clash")
        try await terminal.waits(for: "kind:clash")
        try await terminal.press("Enter")
        try await terminal.waits(forCursorOn: "Shots at the old bridge")
      }
    }
  }
}
