import ArgumentParser

/// Where the program begins.
@main
enum Entry {
  static func main() {
    if let files = filesAlone {
      do { try BrowseCommand.browse(BrowseCommand.Request(files: files)) } catch {
        if !error.words.isEmpty { Output.complain("annals: \(error.words)") }
        ExitStatus.end(error.status)
      }
      return
    }
    do {
      var command = try Annals.parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// The files to browse where nothing else stands on the command line; nil where something has to be understood first.
  ///
  /// ArgumentParser takes milliseconds of the first frame, and would come to the same.
  private static var filesAlone: [String]? {
    let words = CommandLine.arguments.dropFirst()
    guard words.allSatisfy({ $0 == "-" || !$0.hasPrefix("-") }) else { return nil }
    if let first = words.first, first == "help" || Annals.configuration.subcommands.contains(where: { $0.configuration.commandName == first }) { return nil }
    return Array(words)
  }

  /// Ends as ArgumentParser would, but says what it says through the gate: a complaint about an argument quotes the argument.
  private static func end(with error: any Error) -> Never {
    let status = Annals.exitCode(for: error)
    let words = Annals.fullMessage(for: error)
    if !status.isSuccess {
      if !words.isEmpty { Output.complain(words) }
    } else if !words.isEmpty {
      do {
        var output = Output()
        try output.data(Array(words.utf8) + [UInt8(ascii: "\n")])
        try output.flush()
      } catch {
        Output.complain("annals: \(error.words)")
        ExitStatus.end(error.status)
      }
    }
    Annals.exit(withError: status)
  }
}
