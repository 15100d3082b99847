import TestSupport
import Testing

@Suite("The terminals of the tests")
struct PseudoTerminalTests {
  @Test("Opened side by side each is called by its own name")
  func names() async throws {
    let terminals = try await withThrowingTaskGroup(of: PseudoTerminal.self) { group in
      for _ in 0..<200 { group.addTask { try PseudoTerminal(columns: 80, rows: 24) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(terminals.map(\.path)).count == terminals.count)
    for terminal in terminals {
      let reading = terminal.reading()
      terminal.closeChildEnd()
      #expect(await reading.value.isEmpty)
    }
  }
}
