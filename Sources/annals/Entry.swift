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
    Annals.main()
  }
}
