import ArgumentParser

/// `annals manual`: the manual page, made from the tables that drive the program, for `man`.
struct ManualCommand: Work {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, as man reads it.", discussion: "annals manual | man -l -")

  func work() throws(Failure) {
    var output = Output()
    try output.write(exactly: Array(ManualPage.text.utf8))
    try output.flush()
  }
}
