import ArgumentParser

/// Where the program begins.
@main
enum Entry {
  static func main() {
    // Parsing no arguments costs milliseconds of the first frame, so it is not done.
    if CommandLine.arguments.count == 1 {
      do { try BrowseCommand.browse(BrowseCommand.Request()) } catch {
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
