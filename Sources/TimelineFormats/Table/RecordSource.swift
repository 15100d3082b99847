import TimelineModel

/// The rows of one delimited file under one schema.
struct RecordSource<Schema: RowSchema>: RowSource {
  private let file: TableBytes
  private let name: String
  private let dialect: CSVDialect
  private let limits: ReadingLimits
  private var schema: Schema
  private var filler: RowFiller
  private var place: CSVWalk.Place
  private let capacity: Int
  private let columnCount: Int
  private var isDone = false
  private var hasReportedReturns = false

  /// - Parameters:
  ///   - place: where the first row begins, behind the header.
  ///   - capacity: how many rows a chunk has; smaller ones are for tests.
  init(
    _ file: TableBytes, name: String, dialect: CSVDialect, limits: ReadingLimits, schema: Schema, filler: RowFiller, from place: CSVWalk.Place,
    capacity: Int = RowChunk.usualCapacity
  ) {
    self.file = file
    self.name = name
    self.dialect = dialect
    self.limits = limits
    self.schema = schema
    self.filler = filler
    self.place = place
    self.capacity = capacity
    columnCount = schema.layout.columnCount
  }

  var header: Timeline { schema.header }
  var problems: [Problem] { filler.log.problems }
  var bytesRead: Int { isDone ? file.count : place.offset }
  var byteCount: Int { file.count }
  var ledger: IDLedger { filler.ledger }

  mutating func next() -> RowReader.Part? {
    guard !isDone else { return nil }
    var starts: [Int] = []
    var lines: [UInt32] = []
    starts.reserveCapacity(min(capacity, file.count / 32 + 1))
    lines.reserveCapacity(min(capacity, file.count / 32 + 1))
    file.withBytes { bytes in
      let memory = CSVMemory()
      var walk = CSVWalk(bytes, dialect: dialect, memory: memory, limits: limits, from: place)
      while starts.count < capacity {
        guard walk.next() else {
          isDone = true
          break
        }
        starts.append(walk.start)
        lines.append(UInt32(clamping: walk.line))
        check(walk)
        schema.fill(&filler, from: walk)
      }
      place = walk.place
    }
    if let missing = file.missingFrom {
      isDone = true
      filler.log.add(
        .error, line: place.line, column: 0, code: "cut-short", "The file was cut short at byte \(missing) while it was read", remedy: "Open it again")
    }
    guard !starts.isEmpty else { return nil }
    let (chunk, oddities) = filler.takeChunk()
    return RowReader.Part(
      chunk: chunk,
      decoder: RowDecoder(
        file: file, name: name, dialect: dialect, limits: limits, layout: schema.layout, starts: starts, lines: lines, oddities: oddities))
  }

  /// What is odd about a record, whatever its fields mean.
  private mutating func check(_ walk: borrowing CSVWalk) {
    let expected = columnCount
    if walk.count != expected {
      let isLast = walk.isCutOff && walk.count < expected
      filler.report(
        .error, isLast ? "cut-off-row" : "ragged-row", in: walk, at: walk.count > expected ? walk.offset(of: expected) : walk.end,
        isLast
          ? "The file ends within a row: \(walk.count) of \(expected) fields" : "This row has \(walk.count) fields and the header \(expected)",
        remedy: "The row was kept, its fields taken from the left")
    }
    if !walk.faults.isEmpty { reportFaults(walk) }
    if walk.mayHaveNUL { reportNUL(walk) }
    if walk.mayHaveNonASCII { reportInvalidBytes(walk) }
    if walk.hasLoneReturns, !hasReportedReturns {
      hasReportedReturns = true
      filler.report(
        .warning, "carriage-return", in: walk, at: walk.end, "Lines end in carriage returns alone", remedy: "They were read as line ends", marksRow: false)
    }
  }

  private mutating func reportFaults(_ walk: borrowing CSVWalk) {
    let limits = limits
    for fault in walk.faults {
      switch fault.kind {
      case .unterminatedQuote:
        filler.report(
          .error, "unterminated-quote", in: walk, at: fault.offset, "The quote opened here is never closed",
          remedy: "It was read as a character, and the row ends with its line; close the quote, or double it")
      case .textAfterQuote:
        filler.report(
          .warning, "text-after-quote", in: walk, at: fault.offset, "Text stands behind the closing quote of a field",
          remedy: "It was added to the field; quotes inside a field are written twice")
      case .recordTooLong:
        filler.report(
          .error, "row-too-long", in: walk, at: fault.offset, "This row is longer than the \(limits.recordBytes) bytes that are read of one",
          remedy: "What lies beyond was left out, up to the end of the line")
      case .tooManyColumns:
        filler.report(
          .error, "too-many-columns", in: walk, at: fault.offset, "This row has more than the \(limits.columns) fields that are read",
          remedy: "The others were left out")
      }
    }
  }

  private mutating func reportNUL(_ walk: borrowing CSVWalk) {
    guard let offset = (walk.start..<walk.end).first(where: { walk.bytes[$0] == 0 }) else { return }
    filler.report(.warning, "nul", in: walk, at: offset, "A NUL byte stands here", remedy: "It was kept; remove it")
  }

  private mutating func reportInvalidBytes(_ walk: borrowing CSVWalk) {
    guard let offset = UTF8Check.firstInvalid(in: UnsafeBufferPointer(rebasing: walk.bytes[walk.start..<walk.end])) else { return }
    filler.report(
      .error, "invalid-utf8", in: walk, at: walk.start + offset, "The bytes here are not UTF-8",
      remedy: "They are shown as \u{FFFD}; save the file as UTF-8")
  }
}
