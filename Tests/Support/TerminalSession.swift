import Foundation

/// A shell in a real terminal: tmux keeps it, keys are pressed in it, and its screen is read as a person sees it.
///
/// Nothing sleeps and hopes: whatever is expected is waited for, for twenty seconds at most.
///
///     try await TerminalSession.open(columns: 80, rows: 24) { terminal in
///       try await terminal.enter("annals")
///       try await terminal.waits(for: "q quit")
///     }
package struct TerminalSession: Sendable {
  /// What was expected of a screen did not come; says what was there instead.
  package struct Missed: Error, CustomStringConvertible {
    package let description: String
  }

  /// The home of everything that runs in it.
  package let home: TemporaryFolder
  private let environment: ChildEnvironment
  private let socket: String

  private static let patience = Duration.seconds(20)
  private static let interval = Duration.milliseconds(20)

  /// Opens a terminal with a shell for the time of a test.
  package static func open(
    columns: Int = 120, rows: Int = 40, variables: [String: String?] = [:], _ body: (TerminalSession) async throws -> Void
  ) async throws {
    let terminal = try await TerminalSession(columns: columns, rows: rows, variables: variables)
    do { try await body(terminal) } catch {
      _ = try? await terminal.tmux("kill-server")
      throw error
    }
    try await terminal.tmux("kill-server")
  }

  private init(columns: Int, rows: Int, variables: [String: String?]) async throws {
    home = try TemporaryFolder()
    socket = home.path + "/tmux"
    // TERM is set by tmux for what runs inside.
    environment = ChildEnvironment(["HOME": home.path, "XDG_CONFIG_HOME": home.path + "/config", "PS1": "$ "]).with(variables)
    let settings = try home.write(
      "tmux.conf",
      "set -g default-terminal screen-256color\nset -g status off\nset -g escape-time 0\nset -g default-command 'exec bash --noprofile --norc -i'\n")
    try home.write("annals", "#!/bin/sh\nexec '\(AnnalsProgram.path)' \"$@\"\n", executable: true)
    try await tmux("-f", settings, "new-session", "-d", "-x", String(columns), "-y", String(rows))
    try await enter("PATH=\"$HOME:$PATH\"; PS1='$ '; clear; echo ready''-now")
    try await waits(for: "ready-now")
  }

  /// Runs tmux on the private socket of this terminal.
  @discardableResult
  private func tmux(_ arguments: String...) async throws -> Ended {
    let ended = try await Child.run(["tmux", "-u", "-S", socket] + arguments, in: environment)
    guard ended.status == 0 else { throw Missed(description: "tmux \(arguments.joined(separator: " ")): \(ended.errorText)") }
    return ended
  }

  // MARK: Hands

  /// Types a text as it is.
  package func type(_ text: String) async throws { try await tmux("send-keys", "-l", "--", text) }

  /// Presses keys by the names that tmux gives them: Enter, Escape, Down, C-z.
  package func press(_ keys: String...) async throws { for key in keys { try await tmux("send-keys", key) } }

  /// Types a line and presses Enter.
  package func enter(_ line: String) async throws {
    try await type(line)
    try await press("Enter")
  }

  /// Pastes a text as a terminal does, in the brackets that the program asked for.
  package func paste(_ text: String) async throws {
    try await tmux("set-buffer", "--", text)
    try await tmux("paste-buffer", "-p", "-r")
  }

  /// Takes the terminal away from what runs in it. A second window keeps tmux itself alive.
  package func closeWindow() async throws {
    try await tmux("new-window", "-d", "sleep 60")
    try await tmux("kill-window", "-t", ":0")
  }

  /// Keeps everything that is written to the terminal from now on, also what is gone from the screen again.
  package func record(toFile name: String) async throws { try await tmux("pipe-pane", "cat >'\(home.path)/\(name)'") }

  package func resize(columns: Int, rows: Int) async throws { try await tmux("resize-window", "-x", String(columns), "-y", String(rows)) }

  // MARK: Eyes

  /// The screen as text, a line a row, without the blanks at the end of each.
  package func screen() async throws -> String { try await tmux("capture-pane", "-p").text }

  /// The screen with the sequences that colour it.
  package func styledScreen() async throws -> String { try await tmux("capture-pane", "-p", "-e").text }

  /// Waits until the screen is as it should be.
  ///
  /// - Returns: that screen.
  @discardableResult
  package func waits(until what: String, _ isThere: (String) -> Bool) async throws -> String {
    let start = ContinuousClock.now
    while true {
      let seen = try await screen()
      if isThere(seen) { return seen }
      guard ContinuousClock.now - start < Self.patience else { throw Missed(description: "waited for \(what); the screen is\n\(seen)") }
      try await Task.sleep(for: Self.interval)
    }
  }

  @discardableResult
  package func waits(for text: String) async throws -> String { try await waits(until: text) { $0.contains(text) } }

  @discardableResult
  package func waits(forNo text: String) async throws -> String { try await waits(until: "no \(text)") { !$0.contains(text) } }

  /// Waits until a file in the home holds something, and gives it back.
  package func waits(forFile name: String) async throws -> String {
    let start = ContinuousClock.now
    while true {
      if let text = home.text(name), !text.isEmpty { return text }
      guard ContinuousClock.now - start < Self.patience else { throw Missed(description: "waited for the file \(name); the screen is\n\(try await screen())") }
      try await Task.sleep(for: Self.interval)
    }
  }
}
