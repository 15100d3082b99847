import TimelineModel

/// The rows of the stretch being read, with everything that outlasts it: the words of the columns, the problems.
///
/// A schema puts a row's words in and closes it with ``append(_:)``; what is odd about the row is said with ``report(_:_:in:at:_:remedy:marksRow:atMost:)``
/// before that. No value of a row becomes a String.
struct RowFiller: Sendable {
  let columns: LaneColumns
  let kinds: WordColumn
  let actors: WordListColumn
  let places: WordColumn
  let sources: WordListColumn
  /// The publisher's columns that a filter may name: those with one word a row, and those with lists.
  private var extraColumns: [(name: String, column: ExtraColumn)] = []
  private var singles: [WordColumn] = []
  private var lists: [WordListColumn] = []
  /// The number of the row that is being filled.
  var row = 0
  /// The rows without an id of their own, in rising order.
  private var rowsWithoutID: [UInt32] = []
  private var reports: RowReports

  /// One of the publisher's columns.
  struct ExtraColumn: Sendable {
    /// Its place among those of its sort.
    let number: Int
    let isList: Bool
  }

  init(file: String, limits: ReadingLimits) { self.init(RowReports(ProblemLog(file: file, limits: limits))) }

  private init(_ reports: RowReports) {
    self.reports = reports
    columns = LaneColumns()
    (kinds, places) = (columns.addSingle(), columns.addSingle())
    (actors, sources) = (columns.addList(), columns.addList())
  }

  /// One of the same columns that has read nothing, for another lane.
  var fresh: RowFiller {
    var other = RowFiller(RowReports(reports.log.emptied))
    for (name, column) in extraColumns { _ = other.addColumn(name, isList: column.isList) }
    return other
  }

  /// The names of the publisher's columns.
  var extraNames: [String] { extraColumns.map(\.name) }

  /// Gives what was told so far, and forgets it.
  mutating func takeLog() -> ProblemLog {
    defer { reports = RowReports(reports.log.emptied) }
    return reports.log
  }

  /// Another of the publisher's columns that a filter may name.
  mutating func addColumn(_ name: String, isList: Bool = false) -> ExtraColumn {
    let column = ExtraColumn(number: isList ? lists.count : singles.count, isList: isList)
    if isList { lists.append(columns.addList()) } else { singles.append(columns.addSingle()) }
    extraColumns.append((name, column))
    return column
  }

  /// The row's value in one of those columns; an empty one is none.
  @inline(__always)
  func setExtra(_ column: ExtraColumn, _ value: UnsafeBufferPointer<UInt8>) {
    guard !value.isEmpty else { return }
    if column.isList {
      lists[column.number].add(value, to: row)
    } else {
      singles[column.number].set(value, of: row)
    }
  }

  /// Sets the next rows' values in one of those columns from a field of theirs.
  func fillExtra(_ column: ExtraColumn, _ run: RecordRun, _ position: Int, _ memory: CSVMemory) {
    if column.isList {
      for index in 0..<run.count {
        memory.forget()
        let value = RecordRun.text(of: run.field(index, position), memory)
        if !value.isEmpty { lists[column.number].add(value, to: row + index) }
      }
    } else {
      singles[column.number].fill(from: row, run, position, memory)
    }
  }

  /// Sees to it that so many rows more have room.
  mutating func makeRoom(for rows: Int) {
    while columns.capacity - row <= rows { columns.grow() }
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
  mutating func setID(_ id: UnsafeBufferPointer<UInt8>, of facts: inout RowFacts, _ walk: borrowing CSVWalk) {
    if id.isEmpty {
      rowsWithoutID.append(UInt32(truncatingIfNeeded: row))
      facts.idHash = RowFacts.hash(ofID: "L\(walk.line)")
    } else {
      facts.idHash = walk.mayHaveNonASCII ? RowFacts.hash(ofID: String(decoding: id, as: UTF8.self)) : RowFacts.hash(ofID: id)
    }
  }

  /// Appends the row.
  @inline(__always)
  mutating func append(_ facts: RowFacts) {
    columns.facts[row] = facts
    row += 1
    if row == columns.capacity { columns.grow() }
  }

  /// Hands the columns over and begins the next stretch.
  mutating func takeRows() -> FilledRows {
    defer {
      row = 0
      rowsWithoutID = []
      reports = RowReports(reports.log.emptied)
    }
    return FilledRows(
      facts: Array(UnsafeBufferPointer(start: columns.facts, count: row)), kinds: columns.takeSingle(0, rows: row),
      actors: columns.takeList(0, rows: row), places: columns.takeSingle(1, rows: row), sources: columns.takeList(1, rows: row),
      extras: extraColumns.map { _, column in
        column.isList ? columns.takeList(2 + column.number, rows: row) : columns.takeSingle(2 + column.number, rows: row)
      }, rowsWithoutID: rowsWithoutID, reports: reports)
  }
}

/// The columns of some rows as their lane has them, before it is known whether their ids stood elsewhere too.
struct FilledRows: Sendable {
  var facts: [RowFacts]
  let kinds: LaneColumn
  let actors: LaneColumn
  let places: LaneColumn
  let sources: LaneColumn
  let extras: [LaneColumn]
  /// In rising order.
  let rowsWithoutID: [UInt32]
  let reports: RowReports
}
