import TimelineModel

/// The problems of one file of rows: the first of each kind are listed with their place, the rest is counted, so that a file of nothing but faults stays
/// readable and cheap.
///
/// Stretches of a file that were read apart have logs of their own; joined in the file's order they say what one log of all would.
struct ProblemLog: Sendable {
  private let file: String
  private let limits: ReadingLimits
  private var listed: [Entry] = []
  /// One for each kind that occurs, of which there are few.
  private var kinds: [Kind] = []

  private struct Entry: Sendable {
    let problem: Problem
    /// The line on which its row begins.
    let rowLine: Int
    /// How many of its kind are listed.
    let most: Int
    /// Whether it is said of the file and not of a row, so that a second one is nothing new.
    let isOfFile: Bool
  }

  /// What is counted of one kind of problem.
  private struct Kind: Sendable {
    let code: String
    let severity: Problem.Severity
    /// How often it occurs.
    var count = 0
    /// How many of them are not listed.
    var unlisted = 0
    /// The line of the last of those.
    var line = 0

    mutating func addUnlisted(_ more: Int, _ line: Int) {
      unlisted += more
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
    let kind = kind(code, severity)
    kinds[kind].count += 1
    if kinds[kind].count <= most { return true }
    kinds[kind].addUnlisted(1, line)
    return false
  }

  /// Where a kind is counted.
  private mutating func kind(_ code: String, _ severity: Problem.Severity) -> Int {
    if let known = kinds.firstIndex(where: { $0.code == code }) { return known }
    kinds.append(Kind(code: code, severity: severity))
    return kinds.count - 1
  }

  /// How often a kind occurs.
  func count(of code: String) -> Int { kinds.first { $0.code == code }?.count ?? 0 }

  /// Whether a problem of a kind has been told.
  func has(_ code: String) -> Bool { count(of: code) > 0 }

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
    for other in next.kinds where other.unlisted > 0 {
      let kind = kind(other.code, other.severity)
      kinds[kind].count += other.unlisted
      kinds[kind].addUnlisted(other.unlisted, other.line)
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
    var log = self
    for entry in sorted.dropFirst(limits.problems) { log.kinds[log.kind(entry.problem.code, entry.problem.severity)].addUnlisted(1, entry.rowLine) }
    return sorted.prefix(limits.problems).map(\.problem)
      + log.kinds.filter { $0.unlisted > 0 }.sorted { $0.code < $1.code }.map { kind in
        let rows = kind.unlisted == 1 ? "1 more row has" : "\(kind.unlisted) more rows have"
        return Problem(
          kind.severity, at: SourceLocation(file: file, line: kind.line), code: kind.code, "\(rows) the problem \(kind.code), the last of them here")
      }
  }
}
