import ArgumentParser

/// `annals manual`: the manual page, made from the tables that drive the program, for `man`.
struct ManualCommand: Work {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, as man reads it.", discussion: "annals manual | man -l -")

  @Option(help: .hidden)
  var readme: ReadmeText?

  func work() throws(Failure) {
    var output = Output()
    if let readme {
      try output.data(Array("\(try readme.markdown())\n".utf8))
    } else {
      try output.data(Array(ManualPage.text.utf8))
    }
    try output.flush()
  }
}
