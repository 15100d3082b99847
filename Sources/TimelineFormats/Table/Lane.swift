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
      if walk.count != columnCount || walk.isScanned || walk.mayHaveNUL || walk.end - walk.start > limits.fieldBytes { check(walk) }
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
      if run.end(of: index) - run.start(of: index) > limits.fieldBytes { doubts[index].insert(.length) }
    }
    walk.forEachBeyondASCII(of: run) { index, isText in
      found.textRows.append(UInt32(truncatingIfNeeded: row + index))
      if !isText { doubts[index].insert(.text) }
    }
    schema.fill(&filler, run, memory, doubts)
    for index in 0..<run.count where !doubts[index].isEmpty {
      walk.stand(onRecord: run.firstRecord + index)
      filler.row = row + index
      if doubts[index].contains(.text) { filler.reportInvalidText(of: walk) }
      if doubts[index].contains(.length) { check(walk) }
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
    filler.reportInvalidText(of: walk)
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
    if walk.mayHaveNUL { filler.reportNUL(of: walk) }
    if walk.end - walk.start > limits.fieldBytes { reportLongFields(walk) }
    if walk.hasLoneReturns {
      filler.reportOfFile(
        "carriage-return", in: walk, at: walk.end, "Lines end in carriage returns alone", remedy: "They were read as line ends")
    }
  }

  private mutating func reportLongFields(_ walk: borrowing CSVWalk) {
    let most = limits.fieldBytes
    for column in 0..<walk.count where walk[column].count > most {
      filler.report(
        .warning, "field-too-large", in: walk, at: walk.offset(of: column),
        "This field has \(walk[column].count) bytes and at most \(most) are shown", remedy: "The rest stays in the file; search and filters know it")
    }
  }
}
