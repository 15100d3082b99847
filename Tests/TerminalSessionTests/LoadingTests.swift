import TestSupport
import Testing

extension RealTerminal {
  @Suite("While it reads")
  struct LoadingTests {
    private static func table(_ rows: Range<Int>) -> String { rows.map { "\(1_000 + $0 / 365)-01-01,Event number \($0)\n" }.joined() }

    @Test("A large file is there with its first rows, and whole a little later; the cursor stays")
    func large() async throws {
      try await TerminalSession.open { terminal in
        try terminal.home.write("t.csv", "date,title\n" + Self.table(0..<40_000))
        try await terminal.enter("annals \"$HOME/t.csv\"; echo left:$?")
        try await terminal.waits(forCursorOn: "Event number 0")
        try await terminal.press("j")
        try await terminal.waits(forCursorOn: "Event number 1")
        let screen = try await terminal.waits(until: "all rows") { $0.contains("40,000 events") && !$0.contains("Reading") }
        #expect(RealTerminal.cursorLine(screen).contains("Event number 1"))
        try await terminal.press("G")
        try await terminal.waits(forCursorOn: "Event number 39999")
        try await terminal.press("q")
        try await terminal.waitsForEnd()
      }
    }

    @Test("Esc is Esc while something is looked for in all of it, and gives that up")
    func escapeWhileLooking() async throws {
      try await TerminalSession.open(columns: 80, rows: 24) { terminal in
        let straw = String(repeating: "straw ", count: 100)
        try terminal.home.write("t.csv", "date,title,text\n" + (0..<40_000).map { "\(1_000 + $0 / 365)-01-01,Event number \($0),\(straw)\n" }.joined())
        try await terminal.enter("annals \"$HOME/t.csv\"; echo left:$?")
        try await terminal.waits(until: "all rows") { $0.contains("40,000 events") && !$0.contains("Reading") }
        try await terminal.type("/")
        try await terminal.record(toFile: "seen")
        // In one, so that the search has only just begun.
        try await terminal.type("xyzzy\u{1B}")
        try await terminal.waits(for: "q quit")
        try await terminal.press("q")
        try await terminal.waitsForEnd()
        let seen = try await terminal.waits(forFile: "seen")
        #expect(seen.contains("xyzzy") && !seen.contains("nothing found"), "\(seen)")
      }
    }

    @Test("Rows of a pipe are shown while it is still writing, and ^C leaves it at what there is")
    func pipe() async throws {
      try await TerminalSession.open(columns: 80, rows: 24) { terminal in
        try terminal.home.write("t.csv", "date,title\n" + Self.table(0..<50))
        try await terminal.enter("(cat \"$HOME/t.csv\"; sleep 1000) | annals -; echo left:$?")
        try await terminal.waits(forCursorOn: "Event number 0")
        try await terminal.waits(for: "Reading: 50 events  ^C stops")
        try await terminal.press("j", "C-c")
        try await terminal.waits(for: "Stopped: these are the first 50 events")
        try await terminal.press("R")
        try await terminal.waits(for: "cannot be read a second time")
        try await terminal.press("q")
      }
    }

    @Test("Before a pipe has brought anything the screen is there, and q leaves")
    func silentPipe() async throws {
      try await TerminalSession.open(columns: 80, rows: 24) { terminal in
        try await terminal.enter("mkfifo \"$HOME/p\"; annals \"$HOME/p\"; echo left:$?")
        try await terminal.waits(for: "The first events are on their way")
        try await terminal.press("q")
        try await terminal.waitsForEnd()
      }
    }

    @Test("What turns out to be unreadable ends it in words")
    func unreadable() async throws {
      try await TerminalSession.open { terminal in
        try await terminal.enter("(sleep 1; echo hello) | annals -; echo left:$?")
        try await terminal.waits(for: "annals: standard input: this is no format that annals reads")
        try await terminal.waitsForEnd(status: 65)
      }
    }

    @Test("A file that grew is told of, and R reads it again")
    func grown() async throws {
      try await TerminalSession.open { terminal in
        let file = try terminal.home.write("t.csv", "date,title\n" + Self.table(0..<5))
        try await terminal.startAnnals("'\(file)'")
        try await terminal.press("j")
        try terminal.home.write("t.csv", "date,title\n" + Self.table(0..<6))
        try await terminal.waits(for: "R reads again: ")
        try await terminal.press("R")
        try await terminal.waits(until: "the new row") { $0.contains("6 events") && $0.contains("Event number 5") && !$0.contains("reads again") }
        try await terminal.waits(forCursorOn: "Event number 1")
      }
    }

    @Test("A file that was cut short under it is told of, and nothing breaks")
    func cutShort() async throws {
      try await TerminalSession.open { terminal in
        let file = try terminal.home.write("t.csv", "date,title\n" + Self.table(0..<5_000))
        try await terminal.startAnnals("'\(file)'")
        try await terminal.waits(for: "5,000 events")
        #expect(try await Child.run(["truncate", "-s", "1000", file]).status == 0)
        try await terminal.press("G")
        try await terminal.waits(for: "was cut short to 1,000 bytes")
        try await terminal.press("g", "G", "Enter", "q", "R")
        try await terminal.waits(until: "what is left") { $0.contains(" events") && !$0.contains("5,000") }
        try await terminal.press("q")
        try await terminal.waitsForEnd()
      }
    }

    @Test("A signal ends it at once while it reads", arguments: ["t.csv", "-"])
    func signal(input: String) async throws {
      try await TerminalSession.open { terminal in
        try terminal.home.write("t.csv", "date,title\n" + Self.table(0..<60_000))
        try await terminal.enter("cd; (cat t.csv; sleep 1000) | sh -c 'echo $$ >pid; exec annals \(input)'; echo left:$?")
        try await terminal.waits(for: " events")
        let pid = try await terminal.waits(forFile: "pid").split(separator: "\n")[0]
        #expect(try await Child.run(["kill", "-TERM", String(pid)]).status == 0)
        let start = ContinuousClock.now
        while try await Child.run(["kill", "-0", String(pid)]).status == 0 {
          try #require(ContinuousClock.now - start < .seconds(5), "it still runs")
          try await Task.sleep(for: .milliseconds(10))
        }
      }
    }

    @Test("Compressed files open as they were downloaded")
    func compressed() async throws {
      try await TerminalSession.open { terminal in
        try terminal.home.write("t.csv", "date,title\n" + Self.table(0..<50))
        try await terminal.enter("cd; gzip t.csv; annals t.csv.gz; echo left:$?")
        try await terminal.waits(forCursorOn: "Event number 0")
        try await terminal.press("q")
        try await terminal.waitsForEnd()
      }
    }

    @Test("A filter on the command line may name what only later rows name")
    func filterOfLaterRows() async throws {
      try await TerminalSession.open { terminal in
        let rows = (0..<30_000).map { "2001-01-01,Event number \($0),\($0 == 29_000 ? "late" : "x")\n" }
        try terminal.home.write("t.csv", "date,title,actors\n" + rows.joined())
        try await terminal.enter("annals \"$HOME/t.csv\" --filter actor:late; echo left:$?")
        try await terminal.waits(forCursorOn: "Event number 29000")
        try await terminal.press("Q")
        try await terminal.waitsForEnd()
        try await terminal.enter("clear; annals \"$HOME/t.csv\" --filter actor:nobody; echo left:$?")
        try await terminal.waits(for: "there is no actor “nobody”")
      }
    }
  }
}
