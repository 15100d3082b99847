import TimelineModel

/// What is odd about the rows of one chunk: told in the log, and marked on the rows.
struct RowReports: Sendable {
  var log: ProblemLog
  /// The names of problems by row.
  private(set) var oddities: [Int: [String]] = [:]

  /// Under which name a row's problems are shown and filtered.
  static let field = "problem"

  init(_ log: ProblemLog) { self.log = log }

  /// Goes on with a chunk that has marks already.
  init(_ log: ProblemLog, oddities: [Int: [String]]) {
    self.log = log
    self.oddities = oddities
  }

  /// Says what is odd about a row and marks it. Words and place are only made while the problem is still listed.
  ///
  /// - Parameters:
  ///   - row: its number in the chunk; nil for what is said of the file and marks no row.
  ///   - offset: where it shows, in bytes from the start of the file.
  @inline(never)
  mutating func report(
    _ severity: Problem.Severity, _ code: String, in walk: borrowing CSVWalk, row: Int?, at offset: Int, atMost: Int = ProblemLog.perCode,
    isOfFile: Bool = false, _ what: () -> String, remedy: () -> String?
  ) {
    if let row, oddities[row]?.contains(code) != true { oddities[row, default: []].append(code) }
    guard log.hasRoom(for: code, severity, line: walk.line, atMost: atMost) else { return }
    let (line, column) = UTF8Check.position(of: offset, in: walk.bytes, recordStart: walk.start, recordLine: walk.line)
    log.add(severity, line: line, column: column, rowLine: walk.line, code: code, atMost: atMost, isOfFile: isOfFile, what(), remedy: remedy())
  }

  /// The marks as a column that a filter may name; nil where no row has any.
  static func column(_ oddities: [Int: [String]], rows: Int) -> CodeLists? {
    guard !oddities.isEmpty else { return nil }
    var dictionary = CodeDictionary()
    var codes: [UInt32] = []
    var ends: [UInt32] = []
    for (row, names) in oddities.sorted(by: { $0.key < $1.key }) {
      while ends.count < row { ends.append(UInt32(clamping: codes.count)) }
      codes += names.map { dictionary.code(for: $0) }
    }
    while ends.count < rows { ends.append(UInt32(clamping: codes.count)) }
    return CodeLists(dictionary: dictionary, codes: codes, risingEnds: ends)
  }
}
