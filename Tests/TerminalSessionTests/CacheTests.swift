import TestSupport
import Testing

extension RealTerminal {
  @Suite("A large file, opened again")
  struct CacheTests {
    /// Few rows, and long ones, so that it is read in a moment. As old as if it had been downloaded yesterday.
    private static let making = """
      import os, sys
      with open('t.csv', 'w') as file:
          file.write('id,date,title,actors,place,summary\\n')
          for row in range(1000):
              place = 'Şuşa' if row == 7 else 'Shusha'
              # Those that are looked at are short: an unoptimised program takes a while to lay out the others.
              file.write('%d,%d-05-01,Event number %d,Alder;Birch,%s,%s\\n' % (row, 1000 + row, row, place, 'word ' * (7500 if row > 50 else 1)))
      os.utime('t.csv', (1600000000, 1600000000))
      """

    private static func make(_ terminal: TerminalSession) async throws {
      #expect(try await Child.run(["python3", "-c", "import os; os.chdir('\(terminal.home.path)')\n" + making]).status == 0)
    }

    /// When the one file of the cache was written or used last; nil as long as there is none.
    private static func time(_ terminal: TerminalSession) async throws -> Int? {
      let told = try await Child.run(["sh", "-c", "cd '\(terminal.home.path)'/cache/annals && { stat -c %Y *.columns || stat -f %m *.columns; }"])
      return told.text.split(separator: "\n").first.flatMap { Int($0) }
    }

    private static func waitsForCache(_ terminal: TerminalSession, after time: Int = 0) async throws {
      let start = ContinuousClock.now
      while try await Self.time(terminal) ?? 0 <= time {
        try #require(ContinuousClock.now - start < .seconds(60), "nothing was kept")
        try await Task.sleep(for: .milliseconds(50))
      }
    }

    @Test("is whole on the first screen, says what it said, and R reads it again")
    func twice() async throws {
      try await TerminalSession.open(variables: ["XDG_CACHE_HOME": nil]) { terminal in
        try await Self.make(terminal)
        let begin = "cd; rm -rf .local; XDG_CACHE_HOME=\"$HOME/cache\" annals t.csv; echo left:$?"
        try await terminal.enter(begin)
        let first = try await terminal.waits(until: "all rows") { $0.contains("1,000 events") && !$0.contains("Reading") && $0.contains("q quit") }
        try await Self.waitsForCache(terminal)
        try await terminal.press("q")
        try await terminal.waitsForEnd()
        #expect(try await Child.run(["sh", "-c", "touch -t 202001010000 '\(terminal.home.path)'/cache/annals/*.columns"]).status == 0)
        let old = try #require(try await Self.time(terminal))

        try await terminal.enter("clear; " + begin)
        let second = try await terminal.waits(until: "all rows again") { $0.contains("1,000 events") && !$0.contains("Reading") && $0.contains("q quit") }
        #expect(second == first)
        // It says that it was used.
        try await Self.waitsForCache(terminal, after: old)
        try await terminal.press("R")
        try await terminal.waits(until: "read again") { $0.contains("1,000 events") && !$0.contains("Reading") }
        try await terminal.press("Enter")
        try await terminal.waits(for: "Event number 0")
        try await terminal.press("Q")
        try await terminal.waitsForEnd()
      }
    }

    @Test("leaves nothing behind where the reader wants nothing kept", arguments: ["--no-cache", "config"])
    func unwanted(way: String) async throws {
      try await TerminalSession.open(variables: ["XDG_CACHE_HOME": nil]) { terminal in
        try await Self.make(terminal)
        if way == "config" { try terminal.home.write("config/annals/config", "cache: no\n") }
        try await terminal.enter("cd; XDG_CACHE_HOME=\"$HOME/cache\" annals \(way == "config" ? "" : way) t.csv; echo left:$?")
        try await terminal.waits(until: "all rows") { $0.contains("1,000 events") && !$0.contains("Reading") }
        // A filter is answered when all is prepared, which comes before anything is kept.
        try await terminal.press("f")
        try await terminal.enter("actor:Birch")
        try await terminal.waits(for: "actor:Birch")
        try await Task.sleep(for: .seconds(2))
        #expect(try await Self.time(terminal) == nil)
        try await terminal.press("Q")
        try await terminal.waitsForEnd()
      }
    }
  }
}
