import TimelineModel

/// The problems of one file of rows: the first of each kind are listed with their place, the rest is counted, so that a file of nothing but faults stays
/// readable and cheap.
struct ProblemLog: Sendable {
  private let file: String
  private let limits: ReadingLimits
  private var listed: [Problem] = []
  private var unlisted: [String: (count: Int, severity: Problem.Severity, line: Int)] = [:]
  private var counts: [String: Int] = [:]
  /// In which order kinds of problems first went unlisted.
  private var order: [String] = []

  /// How many of one kind are listed.
  static let perCode = 100

  init(file: String, limits: ReadingLimits) {
    self.file = file
    self.limits = limits
  }

  /// Whether another problem of a kind is still listed; counts it otherwise. Asked before words and place are made.
  mutating func hasRoom(for code: String, _ severity: Problem.Severity, line: Int, atMost: Int = perCode) -> Bool {
    let count = counts[code, default: 0]
    counts[code] = count + 1
    if count < atMost, listed.count < limits.problems { return true }
    if unlisted[code] == nil { order.append(code) }
    unlisted[code, default: (0, severity, line)].count += 1
    unlisted[code]?.line = line
    return false
  }

  mutating func add(_ severity: Problem.Severity, line: Int, column: Int, code: String, _ what: String, remedy: String? = nil) {
    listed.append(Problem(severity, at: SourceLocation(file: file, line: line, column: column), code: code, what, remedy: remedy))
  }

  /// All of them in the order of the file, then for each kind how many more there are.
  var problems: [Problem] {
    let sorted = listed.enumerated().sorted { ($0.element.location, $0.offset) < ($1.element.location, $1.offset) }.map(\.element)
    return sorted
      + order.compactMap { code in
        unlisted[code].map { rest in
          let rows = rest.count == 1 ? "1 more row has" : "\(rest.count) more rows have"
          return Problem(
            rest.severity, at: SourceLocation(file: file, line: rest.line), code: code, "\(rows) the problem \(code), the last of them here")
        }
      }
  }
}
