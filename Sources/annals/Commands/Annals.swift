import ArgumentParser
import BundledData

/// The command line: what each command is called, what it takes, and how it ends.
struct Annals: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annals",
    abstract: "Read the history of a conflict in the terminal: what happened and when, who was involved, who says so, what led to it.",
    discussion: """
      Alone it opens the timeline of the Nagorno-Karabakh (Armenia–Azerbaijan) conflict that comes with it. \
      Files and folders are opened in its place; several become one timeline, and - is standard input. \
      In the browser ? lists every key.
      """,
    version: Version.text,
    subcommands: [
      BrowseCommand.self, ListCommand.self, ShowCommand.self, NoteCommand.self, StatsCommand.self, CheckCommand.self, DateCommand.self, FormatsCommand.self,
      ManualCommand.self, CompileCommand.self,
    ],
    defaultSubcommand: BrowseCommand.self)
}

/// Which annals this is.
enum Version {
  static let number = "0.1.0"

  /// The commit that it was built from, where whoever built it said so; with `-dirty` where the tree held more than that.
  static var commit: String? {
    let commit = String(cString: annals_commit())
    return commit.isEmpty ? nil : commit
  }

  /// `annals 0.1.0 (1f0c3a9b2d44)`
  static var text: String { "annals \(number)" + (commit.map { " (\($0))" } ?? "") }
}

/// A command that ends in a failure with words for standard error and a status of its own.
protocol Work: ParsableCommand {
  func work() throws(Failure)
}

extension Work {
  func run() throws {
    do { try work() } catch {
      if !error.words.isEmpty { Output.complain("annals: \(error.words)") }
      throw ExitCode(error.status.rawValue)
    }
  }
}
