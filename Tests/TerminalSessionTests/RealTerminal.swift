import TestSupport
import Testing

/// The built program in a terminal that tmux keeps, as a person sits before it. One at a time: each is a shell, a terminal and a program.
@Suite(
  "In a real terminal", .serialized, .timeLimit(.minutes(Sanitizer.minutes(10))),
  .enabled("tmux is not installed: apt-get install tmux") { await Child.exists("tmux") })
enum RealTerminal {
  /// A line with the cursor mark of the list.
  static func cursorLine(_ screen: String) -> String { screen.split(separator: "\n").first { $0.hasPrefix("▌") || $0.hasPrefix(" ▌") }.map(String.init) ?? "" }

  static let river = AnnalsProgram.river
}

extension TerminalSession {
  /// Starts annals and waits for its first frame.
  func startAnnals(_ arguments: String = "'\(RealTerminal.river)'", before: String = "") async throws {
    try await enter("\(before) annals \(arguments); echo left:$?")
    try await waits(for: "q quit")
  }

  /// Waits until annals has ended with a status.
  func waitsForEnd(status: Int = 0) async throws { try await waits(for: "left:\(status)") }

  /// Waits until the cursor of the list stands on a line with a text.
  func waits(forCursorOn text: String) async throws { try await waits(until: "the cursor on \(text)") { RealTerminal.cursorLine($0).contains(text) } }
}
