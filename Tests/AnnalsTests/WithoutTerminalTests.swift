import TestSupport
import Testing

@Suite("Browsing where nothing can be drawn", .timeLimit(.minutes(Sanitizer.minutes(10))))
struct WithoutTerminalTests {
  @Test("In a pipe the list is printed, standard error says so, and all is well")
  func pipe() async throws {
    let browse = try await AnnalsProgram.run([AnnalsProgram.river])
    #expect(browse.status == 0)
    #expect(browse.output == (try await AnnalsProgram.run(["list", AnnalsProgram.river]).output))
    #expect(browse.errorText == "annals: Standard output is not a terminal. This is the list; annals list has more to choose from.\n")
  }

  @Test("Without arguments it is the bundled list")
  func bundled() async throws {
    let browse = try await AnnalsProgram.run([])
    #expect(browse.status == 0 && browse.lines.count > 300)
  }

  @Test("The filter holds for the list as well")
  func filtered() async throws {
    let browse = try await AnnalsProgram.run([AnnalsProgram.river, "--filter", "kind:mediation"])
    #expect(browse.lines.count == 1 && browse.text.contains("Talks on the bridge"))
  }

  @Test("A terminal to write to, and none to read keys from, gets the list and a word about it")
  func noKeys() async throws {
    let browse = try await AnnalsProgram.runOnTerminal([AnnalsProgram.river])
    #expect(browse.status == 0)
    #expect(browse.text.hasPrefix("annals: There is no terminal to read keys from (/dev/tty). This is the list;"), "\(browse.text)")
    #expect(browse.text.contains("Shots at the old bridge") && !browse.output.obeysOrders)
  }
}
