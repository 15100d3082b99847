import TimelineModel

/// The beginning of a delimited file: what its encoding is, how its fields are set apart, and what its first record says.
enum TableHead {
  /// How rows begin to be read.
  struct Start<Schema: RowSchema> {
    let schema: Schema
    let place: CSVWalk.Place

    init(_ schema: Schema, rowsBegin place: CSVWalk.Place) {
      self.schema = schema
      self.place = place
    }
  }

  /// How much of a file is looked at to tell its dialect.
  private static let guessBytes = 1 << 16

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Asks the first record of a file's first bytes a question; false when there is none.
  static func first(of head: [UInt8], name: String = "", dialect: CSVDialect? = nil, _ ask: (borrowing CSVWalk) -> Bool) -> Bool {
    guard !isUTF16(head) else { return false }
    return head.withUnsafeBufferPointer { bytes in
      let start = bytes.starts(with: mark) ? mark.count : 0
      let text = UnsafeBufferPointer(rebasing: bytes[start...])
      let memory = CSVMemory()
      let walk = CSVWalk(text, dialect: dialect ?? CSVDialect.guess(name: name, head: text), memory: memory)
      guard walk.next() else { return false }
      return ask(walk)
    }
  }

  /// Whether a text is in UTF-16: by its mark, or because every other byte is zero.
  static func isUTF16(_ head: some Collection<UInt8>) -> Bool {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
    let sample = head.prefix(512)
    return sample.count >= 8 && sample.count { $0 == 0 } * 5 > sample.count * 2
  }

  /// Opens a file: skips the mark, reads the first record, and lets a format make a schema of it.
  ///
  /// - Parameters:
  ///   - dialect: how fields are set apart; nil where the first lines are to show it.
  ///   - begin: makes the schema; the walk stands on the first record, and what is wrong with it is reported to the filler.
  static func open<Schema: RowSchema>(
    _ file: TableBytes, name: String, limits: ReadingLimits, ledger: IDLedger, dialect: CSVDialect? = nil,
    _ begin: (borrowing CSVWalk, inout RowFiller) -> Start<Schema>?
  ) -> RowReader {
    file.withBytes { bytes in
      var filler = RowFiller(file: name, limits: limits)
      guard !isUTF16(bytes.prefix(512)) else {
        filler.add(.error, line: 1, code: "utf-16", "The file is UTF-16", remedy: "Save it as UTF-8; nothing of it was read")
        return RowReader(EmptySource(filler.takeLog(), ledger, byteCount: file.count, title: name))
      }
      let hasMark = bytes.starts(with: mark)
      if hasMark {
        filler.add(
          .warning, line: 1, code: "byte-order-mark", "The file begins with a byte order mark",
          remedy: "Save it as UTF-8 without one; it was skipped")
      }
      let first = CSVWalk.Place(offset: hasMark ? mark.count : 0)
      let dialect = dialect ?? CSVDialect.guess(name: name, head: UnsafeBufferPointer(rebasing: bytes[first.offset..<min(bytes.count, guessBytes)]))
      let memory = CSVMemory()
      let walk = CSVWalk(bytes, dialect: dialect, memory: memory, limits: limits, from: first)
      guard walk.next() else {
        filler.add(.error, line: 1, code: "empty-file", "The file is empty", remedy: "A table begins with the names of its columns")
        return RowReader(EmptySource(filler.takeLog(), ledger, byteCount: file.count, title: name))
      }
      guard let start = begin(walk, &filler) else { return RowReader(EmptySource(filler.takeLog(), ledger, byteCount: file.count, title: name)) }
      // A first record that is a row already is read once more, as one.
      if start.place != first {
        if walk.hasFaults { filler.reportFaults(of: walk, limits, isRow: false) }
        filler.reportInvalidText(of: walk, isRow: false)
        filler.reportNUL(of: walk, isRow: false)
      }
      return RowReader(
        RecordSource(file, name: name, dialect: dialect, limits: limits, schema: start.schema, filler: filler, ledger: ledger, from: start.place))
    }
  }
}

/// A file of which no row can be read; its problems say why.
struct EmptySource: RowSource {
  private let log: ProblemLog
  private let name: String
  private(set) var ledger: IDLedger
  var forgetsWords = false
  let byteCount: Int
  let header: Timeline

  init(_ log: ProblemLog, _ ledger: IDLedger, byteCount: Int, title: String) {
    self.log = log
    self.ledger = ledger
    name = title
    self.byteCount = byteCount
    header = Timeline(id: title, title: title)
  }

  mutating func next(atMost count: Int) -> RowReader.Part? { nil }
  var isAtEnd: Bool { true }
  var problems: [Problem] { log.problems }
  var report: TableReport { TableReport(layout: "nothing that could be read", oddities: log.oddities) }
  var bytesRead: Int { byteCount }
  mutating func carryOn(_ ledger: IDLedger) { self.ledger = ledger }
  mutating func divide(_ division: Division) {}
}
