import TimelineModel

/// The rows of the chunk being filled, with everything that outlasts a chunk: the words of the columns, the problems.
///
/// A schema puts a row's words in and closes it with ``append(_:)``; what is odd about the row is said with ``report(_:_:in:at:_:remedy:marksRow:atMost:)``
/// before that. No value of a row becomes a String, but those that are new to the file.
struct RowFiller: Sendable {
  var kinds = WordList()
  var actors = WordListColumn()
  var places = WordColumn()
  var sources = WordListColumn()
  /// The publisher's columns that a filter may name: those with one word a row, and those with lists.
  private var extraColumns: [(name: String, column: ExtraColumn)] = []
  private var singles: [WordColumn] = []
  private var lists: [WordListColumn] = []
  private var facts: [RowFacts] = []
  /// The rows without an id of their own, in rising order.
  private var rowsWithoutID: [UInt32] = []
  private var reports: RowReports

  /// One of the publisher's columns.
  struct ExtraColumn: Sendable {
    /// Its place among those of its sort.
    let number: Int
    let isList: Bool
  }

  init(file: String, limits: ReadingLimits) { reports = RowReports(ProblemLog(file: file, limits: limits)) }

  /// Gives what was told so far, and forgets it.
  mutating func takeLog() -> ProblemLog {
    defer { reports = RowReports(reports.log.emptied) }
    return reports.log
  }

  /// The number of the row that is being filled.
  @inline(__always) var row: Int { facts.count }

  /// Another of the publisher's columns that a filter may name.
  mutating func addColumn(_ name: String, isList: Bool = false) -> ExtraColumn {
    let column = ExtraColumn(number: isList ? lists.count : singles.count, isList: isList)
    if isList { lists.append(WordListColumn()) } else { singles.append(WordColumn()) }
    extraColumns.append((name, column))
    return column
  }

  /// The row's value in one of those columns; an empty one is none.
  @inline(__always)
  mutating func setExtra(_ column: ExtraColumn, _ value: UnsafeBufferPointer<UInt8>) {
    guard !value.isEmpty else { return }
    if column.isList {
      lists[column.number].add(value, to: facts.count)
    } else {
      singles[column.number].set(value, of: facts.count)
    }
  }

  /// Says what is odd about the current row and marks it. Words and place are only made while the problem is still listed.
  ///
  /// - Parameter offset: where it shows, in bytes from the start of the file.
  mutating func report(
    _ severity: Problem.Severity, _ code: String, in walk: borrowing CSVWalk, at offset: Int, _ what: @autoclosure () -> String,
    remedy: @autoclosure () -> String? = nil, marksRow: Bool = true, atMost: Int = ProblemLog.perCode
  ) {
    reports.report(severity, code, in: walk, row: marksRow ? row : nil, at: offset, atMost: atMost, what, remedy: remedy)
  }

  /// Says something of the file at the beginning of a line.
  mutating func add(_ severity: Problem.Severity, line: Int, code: String, _ what: String, remedy: String) {
    guard reports.log.hasRoom(for: code, severity, line: line) else { return }
    reports.log.add(severity, line: line, column: 1, code: code, what, remedy: remedy)
  }

  /// Says something of the file that needs saying once, at the row that shows it.
  mutating func reportOfFile(_ code: String, in walk: borrowing CSVWalk, at offset: Int, _ what: @autoclosure () -> String, remedy: @autoclosure () -> String?)
  {
    guard !reports.log.has(code) else { return }
    reports.report(.warning, code, in: walk, row: nil, at: offset, isOfFile: true, what, remedy: remedy)
  }

  /// Gives the row the hash by which its id is found; an id that is not UTF-8 by the text that it is shown as.
  @inline(__always)
  mutating func setID(_ id: UnsafeBufferPointer<UInt8>, of row: inout RowFacts, _ walk: borrowing CSVWalk) {
    if id.isEmpty {
      rowsWithoutID.append(UInt32(truncatingIfNeeded: facts.count))
      row.idHash = RowFacts.hash(ofID: "L\(walk.line)")
    } else {
      row.idHash = walk.mayHaveNonASCII ? RowFacts.hash(ofID: String(decoding: id, as: UTF8.self)) : RowFacts.hash(ofID: id)
    }
  }

  /// Appends the row.
  @inline(__always)
  mutating func append(_ row: RowFacts) { facts.append(row) }

  /// Hands the columns over and begins the next chunk.
  mutating func takeRows() -> FilledRows {
    let count = facts.count
    var extras: [(name: String, lists: CodeLists)] = []
    for (name, column) in extraColumns {
      let isEmpty = column.isList ? lists[column.number].isEmpty : singles[column.number].isEmpty
      if isEmpty { continue }
      extras.append((name, column.isList ? lists[column.number].take(rows: count) : singles[column.number].take(rows: count)))
    }
    defer {
      facts = []
      facts.reserveCapacity(count)
      rowsWithoutID = []
      reports = RowReports(reports.log.emptied)
    }
    return FilledRows(
      facts: facts, kinds: kinds.dictionary(), actors: actors.take(rows: count), places: places.take(rows: count), sources: sources.take(rows: count),
      extras: extras, rowsWithoutID: rowsWithoutID, reports: reports)
  }
}

/// The columns of some rows, before it is known whether their ids stood elsewhere too.
struct FilledRows: Sendable {
  var facts: [RowFacts]
  let kinds: CodeDictionary
  let actors: CodeLists
  let places: CodeLists
  let sources: CodeLists
  let extras: [(name: String, lists: CodeLists)]
  /// In rising order.
  let rowsWithoutID: [UInt32]
  let reports: RowReports
}
