#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Other programs: a web browser, an editor. Always by a list of arguments, never through a shell.
enum ChildProcess {
  /// Runs a program and waits for its end.
  ///
  /// - Returns: its exit status, or nil when it could not be started or died by a signal.
  static func run(_ arguments: [String], quietly: Bool) -> Int32? {
    guard let program = arguments.first else { return nil }
    var actions: posix_spawn_file_actions_t = .init()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if quietly {
      for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
      }
    }
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child = pid_t()
    guard posix_spawnp(&child, program, &actions, nil, words, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return nil } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  /// The words of `$VISUAL` or `$EDITOR`, split at blanks as `git` does without a shell; `vi` where neither is set.
  static var editor: [String] {
    let words = (Environment["VISUAL"] ?? Environment["EDITOR"] ?? "").split(separator: " ").map(String.init)
    return words.isEmpty ? ["vi"] : words
  }

  /// Programs that open a web address, the reader's own choice first.
  static var webBrowsers: [[String]] {
    let chosen = (Environment["BROWSER"] ?? "").split(separator: ":").map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
    return chosen + [["xdg-open"], ["open"], ["wslview"]]
  }
}
