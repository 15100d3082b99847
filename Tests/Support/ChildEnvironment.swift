import Foundation

/// The variables that a child of a test runs with: the same on every machine, and nothing of the machine's own.
package struct ChildEnvironment: Sendable {
  package var variables: [String: String]

  /// A UTF-8 locale, a terminal of 256 colours, no home but an empty one, and no place in which anything is kept of what was read.
  ///
  /// - Parameter changes: what is different; a variable that is nil is not set at all.
  package init(_ changes: [String: String?] = [:]) {
    variables = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": "/nonexistent",
      "XDG_CACHE_HOME": "/dev/null",
      "LC_ALL": "C.UTF-8",
      "TERM": "xterm-256color",
      // Children of a test with coverage leave no profiles behind.
      "LLVM_PROFILE_FILE": "/dev/null",
    ]
    variables.merge(Sanitizer.options) { $1 }
    for (name, value) in changes { variables[name] = value }
  }

  /// The same with other changes laid over it.
  package func with(_ changes: [String: String?]) -> ChildEnvironment {
    var copy = self
    for (name, value) in changes { copy.variables[name] = value }
    return copy
  }
}
