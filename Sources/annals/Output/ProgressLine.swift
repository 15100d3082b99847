import TimelineBrowser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How far a command's reading has come, in one line on standard error that is drawn over itself; nothing where that is no terminal, or while it is quick.
struct ProgressLine {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var columns = 0

  /// What is done before this long needs no words.
  private static let patience = Duration.milliseconds(400)
  private static let interval = Duration.milliseconds(100)

  mutating func show(_ progress: Progress) {
    guard isTerminal else { return }
    let now = ContinuousClock.now
    guard now - start > Self.patience, last.map({ now - $0 > Self.interval }) ?? true else { return }
    last = now
    draw(progress.words)
  }

  /// Takes the line away again.
  mutating func clear() {
    guard columns > 0 else { return }
    draw("")
    Output.complain("", end: "\r")
  }

  /// Blanks cover what is left of a longer line; every terminal knows them.
  private mutating func draw(_ words: String) {
    Output.complain(words + String(repeating: " ", count: max(0, columns - words.count)), end: "\r")
    columns = words.count
  }
}
