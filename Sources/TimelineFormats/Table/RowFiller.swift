import TimelineModel

/// The chunk being filled, with everything that outlasts a chunk: the words of the columns, the ids, the problems.
///
/// A schema puts a row's lists and text in and closes it with ``append(_:)``; what is odd about the row is said with ``report(_:_:at:_:remedy:)`` before that.
struct RowFiller: Sendable {
  var chunk = RowChunk()
  var actors = SymbolColumn()
  var places = SymbolColumn()
  var sources = SymbolColumn()
  var kinds = SymbolColumn()
  /// The publisher's columns that a filter may name, and their words; in two arrays, since an array of both would be copied to be looked at.
  private var extraNames: [String] = []
  private var extraWords: [SymbolColumn] = []
  var log: ProblemLog
  var ledger: IDLedger
  /// What is odd about rows of this chunk: the names of problems by row.
  private(set) var oddities: [Int: [String]] = [:]

  /// Under which name a row's problems are shown and filtered.
  static let oddityField = "problem"

  init(file: String, limits: ReadingLimits, ledger: IDLedger) {
    log = ProblemLog(file: file, limits: limits)
    self.ledger = ledger
    self.ledger.begin(file: file)
  }

  /// Another of the publisher's columns that a filter may name.
  ///
  /// - Returns: its number for ``addExtra(_:_:)``.
  mutating func addColumn(_ name: String) -> Int {
    extraNames.append(name)
    extraWords.append(SymbolColumn())
    return extraNames.count - 1
  }

  /// The row's value in one of those columns; an empty one is none.
  @inline(__always)
  mutating func addExtra(_ column: Int, _ value: UnsafeBufferPointer<UInt8>) {
    guard !value.isEmpty else { return }
    chunk.addExtra(extraNames[column], extraWords[column].text(value))
  }

  /// Says what is odd about the current row and marks it. Words and place are only made while the problem is still listed.
  ///
  /// - Parameter offset: where it shows, in bytes from the start of the file.
  @inline(never)
  mutating func report(
    _ severity: Problem.Severity, _ code: String, in walk: borrowing CSVWalk, at offset: Int, _ what: @autoclosure () -> String,
    remedy: @autoclosure () -> String? = nil, marksRow: Bool = true, atMost: Int = ProblemLog.perCode
  ) {
    if marksRow, oddities[chunk.count]?.contains(code) != true { oddities[chunk.count, default: []].append(code) }
    guard log.hasRoom(for: code, severity, line: walk.line, atMost: atMost) else { return }
    let (line, column) = UTF8Check.position(of: offset, in: walk.bytes, recordStart: walk.start, recordLine: walk.line)
    log.add(severity, line: line, column: column, code: code, what(), remedy: remedy())
  }

  /// The hash by which a store finds an id: that of the text which the bytes are shown as, where they are not UTF-8.
  @inline(__always)
  func hash(ofID id: UnsafeBufferPointer<UInt8>, _ walk: borrowing CSVWalk) -> UInt64 {
    walk.mayHaveNonASCII ? RowFacts.hash(ofID: String(decoding: id, as: UTF8.self)) : RowFacts.hash(ofID: id)
  }

  /// Enters the row's id and marks the row when another has had it before.
  @inline(__always)
  mutating func enter(_ id: UnsafeBufferPointer<UInt8>, _ walk: borrowing CSVWalk, column: Int) {
    guard let first = ledger.enter(id, line: walk.line) else { return }
    let place = "line \(first.line)" + (first.file == ledger.files.count - 1 ? "" : " of \(ledger.files[first.file])")
    report(
      .warning, "duplicate-id", in: walk, at: walk.offset(of: column), "\(String(decoding: id, as: UTF8.self)) is the id of another row too, on \(place)",
      remedy: "Both rows are kept")
  }

  /// Appends the row.
  mutating func append(_ facts: RowFacts) {
    if !oddities.isEmpty, let codes = oddities[chunk.count] { for code in codes { chunk.addExtra(Self.oddityField, code) } }
    chunk.append(facts)
  }

  /// Hands the chunk over and begins the next.
  mutating func takeChunk() -> (chunk: RowChunk, oddities: [Int: [String]]) {
    defer {
      chunk = RowChunk()
      oddities = [:]
      actors.startChunk()
      places.startChunk()
      sources.startChunk()
      kinds.startChunk()
      for column in extraWords.indices { extraWords[column].startChunk() }
    }
    return (chunk, oddities)
  }
}
