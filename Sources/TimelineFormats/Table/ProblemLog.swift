import TimelineModel

/// The problems of one file of rows: the first of each kind are listed with their place, the rest is counted, so that a file of nothing but faults stays
/// readable and cheap.
///
/// Stretches of a file that were read apart have logs of their own; joined in the file's order they say what one log of all would.
struct ProblemLog: Sendable {
  private let file: String
  private let limits: ReadingLimits
  private var listed: [Entry] = []
  private var unlisted: [String: Rest] = [:]
  /// How often each kind occurs.
  private(set) var counts: [String: Int] = [:]

  private struct Entry: Sendable {
    let problem: Problem
    /// The line on which its row begins.
    let rowLine: Int
    /// How many of its kind are listed.
    let most: Int
    /// Whether it is said of the file and not of a row, so that a second one is nothing new.
    let isOfFile: Bool
  }

  /// Those of one kind that are not listed.
  private struct Rest: Sendable {
    let severity: Problem.Severity
    var count = 0
    /// The line of the last of them.
    var line = 0

    mutating func add(_ more: Int, _ line: Int) {
      count += more
      self.line = max(self.line, line)
    }
  }

  /// How many of one kind are listed.
  static let perCode = 100

  init(file: String, limits: ReadingLimits) {
    self.file = file
    self.limits = limits
  }

  /// A log of the same file in which nothing stands.
  var emptied: ProblemLog { ProblemLog(file: file, limits: limits) }

  /// Whether another problem of a kind is still listed; counts it otherwise. Asked before words and place are made.
  mutating func hasRoom(for code: String, _ severity: Problem.Severity, line: Int, atMost most: Int = perCode) -> Bool {
    counts[code, default: 0] += 1
    if counts[code, default: 0] <= most { return true }
    count(1, code, severity, line)
    return false
  }

  private mutating func count(_ number: Int, _ code: String, _ severity: Problem.Severity, _ line: Int) {
    unlisted[code, default: Rest(severity: severity)].add(number, line)
  }

  /// Whether a problem of a kind has been told.
  func has(_ code: String) -> Bool { counts[code, default: 0] > 0 }

  /// Lists a problem for which there was room.
  mutating func add(
    _ severity: Problem.Severity, line: Int, column: Int, rowLine: Int? = nil, code: String, atMost most: Int = perCode, isOfFile: Bool = false,
    _ what: String, remedy: String? = nil
  ) {
    let problem = Problem(severity, at: SourceLocation(file: file, line: line, column: column), code: code, what, remedy: remedy)
    listed.append(Entry(problem: problem, rowLine: rowLine ?? line, most: most, isOfFile: isOfFile))
  }

  /// Takes over what was found in the stretch that follows.
  mutating func append(_ next: ProblemLog) {
    for entry in next.listed {
      if entry.isOfFile, has(entry.problem.code) { continue }
      if hasRoom(for: entry.problem.code, entry.problem.severity, line: entry.rowLine, atMost: entry.most) { listed.append(entry) }
    }
    for (code, rest) in next.unlisted {
      counts[code, default: 0] += rest.count
      count(rest.count, code, rest.severity, rest.line)
    }
  }

  /// Those that are listed, in the order of the file.
  var listedProblems: [Problem] { sorted.map(\.problem) }

  private var sorted: [Entry] {
    listed.enumerated().sorted { ($0.element.problem.location, $0.offset) < ($1.element.problem.location, $1.offset) }.map(\.element)
  }

  /// All of them in the order of the file, then for each kind how many more there are.
  var problems: [Problem] {
    let sorted = sorted
    var unlisted = unlisted
    for entry in sorted.dropFirst(limits.problems) {
      unlisted[entry.problem.code, default: Rest(severity: entry.problem.severity)].add(1, entry.rowLine)
    }
    return sorted.prefix(limits.problems).map(\.problem)
      + unlisted.sorted { $0.key < $1.key }.map { code, rest in
        let rows = rest.count == 1 ? "1 more row has" : "\(rest.count) more rows have"
        return Problem(rest.severity, at: SourceLocation(file: file, line: rest.line), code: code, "\(rows) the problem \(code), the last of them here")
      }
  }
}
