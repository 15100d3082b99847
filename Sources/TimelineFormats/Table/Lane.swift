import TimelineModel

/// Reads stretches of a file one after the other into columns. Several lanes read different stretches of one file at the same time; each numbers words by
/// itself, and the numbers are made one when the rows come together (``FileColumn``).
struct Lane<Schema: RowSchema>: Sendable {
  private let dialect: CSVDialect
  private let limits: ReadingLimits
  private var schema: Schema
  private var filler: RowFiller
  private let columnCount: Int
  private let pace: CSVWalk.Pace
  private let fillsRuns: Bool

  init(_ schema: Schema, _ filler: RowFiller, dialect: CSVDialect, limits: ReadingLimits, pace: CSVWalk.Pace) {
    self.schema = schema
    self.filler = filler
    self.dialect = dialect
    self.limits = limits
    self.pace = pace
    fillsRuns = schema.fillsRuns
    columnCount = schema.layout.columnCount
  }

  /// Within a piece, records are found by offsets of 32 bits.
  private static var mostBytes: Int { 1 << 31 }

  mutating func read(_ stretch: Stretch, of bytes: UnsafeBufferPointer<UInt8>) -> Piece {
    var found = PieceRecords()
    var (place, isAtEnd) = (stretch.place, false)
    let likely = min(stretch.capacity, min(bytes.count, stretch.end) - stretch.place.offset) / 256
    found.starts.reserveCapacity(max(0, likely))
    found.lines.reserveCapacity(max(0, likely))
    let memory = CSVMemory()
    let walk = CSVWalk(bytes, dialect: dialect, memory: memory, limits: limits, from: stretch.place, pace: pace)
    let end = min(stretch.end, stretch.place.offset + Self.mostBytes)
    while found.starts.count < stretch.capacity, walk.position < end {
      if fillsRuns,
        let run = walk.takeRun(of: columnCount, before: end, atMost: min(RecordRun.mostRecords, stretch.capacity - found.starts.count))
      {
        read(run, of: walk, &found, from: stretch.place.offset, memory)
        place = walk.place
        continue
      }
      guard walk.next() else {
        isAtEnd = stretch.isComplete
        break
      }
      // What follows in a stream may change what its last bytes mean.
      if walk.sawEnd, !stretch.isComplete { break }
      found.starts.append(UInt32(truncatingIfNeeded: walk.start - stretch.place.offset))
      found.lines.append(UInt32(truncatingIfNeeded: walk.line))
      if walk.mayHaveNonASCII { noteText(&found, walk) }
      if walk.count != columnCount || walk.isScanned || walk.mayHaveNUL { check(walk) }
      schema.fill(&filler, from: walk)
      place = walk.place
    }
    return Piece(from: stretch.place, place: place, isAtEnd: isAtEnd, records: found, rows: filler.takeRows())
  }

  /// Reads many rows at once, and then those by themselves that are not as rows nearly always are.
  private mutating func read(_ run: RecordRun, of walk: CSVWalk, _ found: inout PieceRecords, from origin: Int, _ memory: CSVMemory) {
    filler.makeRoom(for: run.count)
    let (doubts, row, base) = (filler.columns.doubts, filler.row, walk.runBase - origin)
    doubts.update(repeating: [], count: run.count)
    for index in 0..<run.count {
      found.starts.append(UInt32(truncatingIfNeeded: base + run.start(of: index)))
      found.lines.append(UInt32(truncatingIfNeeded: walk.line(ofRecord: run.firstRecord + index)))
    }
    walk.forEachBeyondASCII(of: run) { index, isText in
      found.textRows.append(UInt32(truncatingIfNeeded: row + index))
      if !isText { doubts[index].insert(.text) }
    }
    schema.fill(&filler, run, memory, doubts)
    for index in 0..<run.count where !doubts[index].isEmpty {
      walk.stand(onRecord: run.firstRecord + index)
      filler.row = row + index
      if doubts[index].contains(.text) { reportInvalidText(walk) }
      schema.look(at: doubts[index], &filler, from: walk)
    }
    filler.row = row + run.count
  }

  /// Notes a row with letters beyond ASCII, and looks whether they are UTF-8.
  @inline(never)
  private mutating func noteText(_ found: inout PieceRecords, _ walk: borrowing CSVWalk) {
    let record = UnsafeBufferPointer(rebasing: walk.bytes[walk.start..<walk.end])
    if walk.isScanned, !record.contains(where: { $0 >= 0x80 }) { return }
    found.textRows.append(UInt32(truncatingIfNeeded: filler.row))
    if UTF8Check.firstInvalid(in: record) != nil { reportInvalidText(walk) }
  }

  /// Says where in a record the first bytes stand that are not UTF-8.
  private mutating func reportInvalidText(_ walk: borrowing CSVWalk) {
    var invalid: Int?
    walk.forEachFieldBeyondASCII { column in
      if invalid == nil, let offset = UTF8Check.firstInvalid(in: walk[column]) { invalid = walk.offset(of: column) + offset }
    }
    guard let invalid else { return }
    filler.report(.error, "invalid-utf8", in: walk, at: invalid, "The bytes here are not UTF-8", remedy: "They are shown as \u{FFFD}; save the file as UTF-8")
  }
}

extension Lane {
  /// What is odd about a record, whatever its fields mean.
  @inline(never)
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
    if walk.hasFaults { filler.reportFaults(of: walk, limits) }
    if walk.mayHaveNUL { reportNUL(walk) }
    if walk.hasLoneReturns {
      filler.reportOfFile(
        "carriage-return", in: walk, at: walk.end, "Lines end in carriage returns alone", remedy: "They were read as line ends")
    }
  }

  private mutating func reportNUL(_ walk: borrowing CSVWalk) {
    guard let offset = (walk.start..<walk.end).first(where: { walk.bytes[$0] == 0 }) else { return }
    filler.report(.warning, "nul", in: walk, at: offset, "A NUL byte stands here", remedy: "It was kept; remove it")
  }
}
