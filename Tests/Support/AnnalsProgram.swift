import Foundation

/// The program that was built beside the tests, and the tree that it was built from.
package enum AnnalsProgram {
  /// The root of the package.
  package static let package: String = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The built program: what the variable ANNALS names, else `annals` beside the bundle of the tests, else the debug build of the package.
  package static let path: String = {
    if let chosen = ProcessInfo.processInfo.environment["ANNALS"] { return chosen }
    var folders = [URL(filePath: package).appending(path: ".build/debug")]
    for argument in CommandLine.arguments where argument.contains(".xctest") {
      // The bundle is a program on Linux and a folder on macOS; `annals` lies beside it on both.
      let upTo = argument.split(separator: "/", omittingEmptySubsequences: false).prefix { !$0.hasSuffix(".xctest") }
      folders.insert(URL(filePath: upTo.joined(separator: "/")), at: 0)
    }
    let candidates = folders.map { $0.appending(path: "annals").path }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? candidates[0]
  }()

  /// The timeline that comes with annals, as text.
  package static let bundledTimeline = package + "/data/nagorno-karabakh"

  /// A small invented timeline of three events in which everything that the format can say stands once.
  package static let river = package + "/Tests/Fixtures/native/river"

  /// The program itself, run without a terminal.
  ///
  ///     try await AnnalsProgram.run(["date", "1985"]).text      // "1985: 1985\n  level 0, earliest …"
  package static func run(_ arguments: [String], input: String? = nil, in environment: ChildEnvironment = ChildEnvironment()) async throws -> Ended {
    try await Child.run([path] + arguments, input: input, in: environment)
  }

  /// The program with its standard output and standard error on one terminal of the given width.
  package static func runOnTerminal(_ arguments: [String], columns: Int = 80, in environment: ChildEnvironment = ChildEnvironment()) async throws -> Ended {
    // Opened for writing alone it does not become the terminal that keys come from, whose end would take with it what was not read yet.
    let terminal = try PseudoTerminal(columns: columns, rows: 24)
    let reading = terminal.reading()
    var ended = try await Child.run([path] + arguments, redirections: ">'\(terminal.path)' 2>&1", in: environment)
    terminal.closeChildEnd()
    ended.output = await reading.value
    return ended
  }

  /// The browser in a terminal of its own, with keys pressed one after another, the last until it ends; everything that it told the terminal is its output.
  package static func browse(_ arguments: [String], keys: [String], in environment: ChildEnvironment = ChildEnvironment()) async throws -> Ended {
    let terminal = try PseudoTerminal(columns: 100, rows: 30)
    let reading = terminal.reading()
    let typing = terminal.typing(keys)
    var ended = try await Child.run([path] + arguments, redirections: "<'\(terminal.path)' >'\(terminal.path)' 2>&1", in: environment)
    typing.cancel()
    await typing.value
    terminal.closeChildEnd()
    ended.output = await reading.value
    return ended
  }
}
