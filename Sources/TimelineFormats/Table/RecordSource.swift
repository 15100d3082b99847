import Bytes
import TimelineModel

/// The rows of one delimited file under one schema, read in one lane or in several at once.
///
/// ```
/// file     | header |  lane 0 reads here …      |  lane 1 reads here …      |  not yet read …
///                   ^ place                     ^ guessed by counting quotes
/// ```
/// Where a lane begins is a guess: a record starts there if quotes are as they should be. The lane before it shows whether it was right, for it has to
/// stop at that very place; if it was not, what the later lane read is thrown away, and the rest of the file is read in one.
struct RecordSource<Schema: RowSchema>: RowSource {
  private let file: TableBytes
  private let name: String
  private let dialect: CSVDialect
  private let limits: ReadingLimits
  private var lanes: [Lane<Schema>]
  /// A lane that has read nothing yet.
  private let fresh: Lane<Schema>
  private var division = Division.standard
  /// What was read already and not yet asked for.
  private var waiting: [Piece] = []
  private var names = NameCollection()
  private var log: ProblemLog
  private(set) var ledger: IDLedger
  /// Where the rows that were handed over end.
  private var place: CSVWalk.Place
  private var rowsRead = 0
  private let firstRow: Int
  private(set) var isAtEnd = false

  /// - Parameter place: where the first row begins, behind the header.
  init(
    _ file: TableBytes, name: String, dialect: CSVDialect, limits: ReadingLimits, schema: Schema, filler: RowFiller, ledger: IDLedger,
    from place: CSVWalk.Place
  ) {
    self.file = file
    self.name = name
    self.dialect = dialect
    self.limits = limits
    var filler = filler
    log = filler.takeLog()
    fresh = Lane(schema, filler, dialect: dialect, limits: limits)
    lanes = [fresh]
    self.ledger = ledger
    self.ledger.begin(file: name)
    self.place = place
    firstRow = place.offset
  }

  var header: Timeline { fresh.schema.header }
  var problems: [Problem] { log.problems }
  var report: TableReport {
    let layout = fresh.schema.layout
    return TableReport(layout: "\(layout.columnCount) columns set apart by \(dialect.words): \(layout.words)", oddities: log.oddities)
  }
  var bytesRead: Int { isAtEnd ? file.count : place.offset }
  var byteCount: Int { file.count }

  mutating func carryOn(_ ledger: IDLedger) {
    self.ledger = ledger
    self.ledger.begin(file: name)
  }

  mutating func divide(_ division: Division) { self.division = division }

  mutating func next(atMost capacity: Int) -> RowReader.Part? {
    guard !isAtEnd else { return nil }
    if waiting.isEmpty { read(atMost: capacity) }
    guard !waiting.isEmpty else { return nil }
    let piece = waiting.removeFirst()
    place = piece.place
    isAtEnd = piece.isAtEnd
    log.append(piece.rows.reports.log)
    if let missing = file.missingFrom {
      isAtEnd = true
      waiting = []
      log.add(.error, line: place.line, column: 0, code: "cut-short", "The file was cut short at byte \(missing) while it was read", remedy: "Open it again")
    }
    return piece.records.starts.isEmpty ? nil : part(of: piece)
  }

  private mutating func read(atMost capacity: Int) {
    // Asked before the bytes are, for more may come in between.
    let isComplete = file.isComplete
    if isComplete, capacity >= RowChunk.usualCapacity, division.lanes > 1 {
      let stretches = file.withBytes { StretchFinder(bytes: $0, division: division).stretches(from: place) }
      if stretches.count > 1 { return read(stretches) }
    }
    file.withBytes { bytes in
      waiting = [lanes[0].read(Stretch(place: place, capacity: capacity, isComplete: isComplete), of: bytes)]
    }
  }

  /// Reads some stretches at the same time, and keeps what was read from where a record begins.
  private mutating func read(_ stretches: [Stretch]) {
    while lanes.count < stretches.count { lanes.append(fresh) }
    // Given out of hand, so that no lane is copied when it learns a word.
    let workers = zip(lanes, stretches).map { LaneWorker($0, $1) }
    let spare = lanes[stretches.count...]
    lanes = []
    let pieces = Workers.map(workers) { [file] worker in file.withBytes { worker.read($0) } }
    lanes = workers.map(\.lane) + spare
    var right = 1
    while right < pieces.count, pieces[right].from == pieces[right - 1].place { right += 1 }
    waiting = Array(pieces[..<right])
    guard right < pieces.count else { return }
    // A lane that has read what are no records has learnt words that are none.
    lanes = [lanes[0]]
    division = Division(lanes: 1, stretch: division.stretch)
  }

  /// Makes a chunk of what was read, and notes whose ids were seen before.
  private mutating func part(of piece: Piece) -> RowReader.Part {
    var facts = piece.rows.facts
    var reports = RowReports(log, oddities: piece.rows.reports.oddities)
    if fresh.schema.idColumn >= 0 { enterIDs(of: piece, &facts, &reports) }
    log = reports.log
    rowsRead += facts.count
    var extras = piece.rows.extras
    if let column = RowReports.column(reports.oddities, rows: facts.count) { extras.append((RowReports.field, column)) }
    let decoder = RowDecoder(
      file: file, name: name, dialect: dialect, limits: limits, layout: fresh.schema.layout, base: piece.from.offset, starts: piece.records.starts,
      end: piece.place.offset, lines: piece.records.lines, oddities: reports.oddities)
    var chunk = RowChunk(
      facts: facts, kinds: piece.rows.kinds, actors: piece.rows.actors, places: piece.rows.places, sources: piece.rows.sources, extras: extras,
      records: decoder, text: piece.records.text, textRows: piece.records.textRows, textEnds: piece.records.textEnds)
    (chunk.newActors, chunk.newPlaces) = names.new(of: piece.names)
    return RowReader.Part(chunk: chunk, decoder: decoder)
  }

  private mutating func enterIDs(of piece: Piece, _ facts: inout [RowFacts], _ reports: inout RowReports) {
    // As many rows as there will be if they go on like this, and some more.
    let bytesPerRow = max(1, (piece.place.offset - firstRow) / max(1, rowsRead + facts.count))
    let left = max(0, file.count - piece.place.offset) / bytesPerRow
    ledger.makeRoom(for: facts.count, orBetter: facts.count + left + left / 8)
    var without = piece.rows.rowsWithoutID[...]
    for row in facts.indices {
      if let next = without.first, next == row {
        without.removeFirst()
        continue
      }
      guard let first = ledger.enter(facts[row].idHash, line: Int(piece.records.lines[row])) else { continue }
      let words = "line \(first.line)" + (first.file == ledger.files.count - 1 ? "" : " of \(ledger.files[first.file].name)")
      file.withBytes { bytes in
        let memory = CSVMemory()
        let start = CSVWalk.Place(offset: piece.from.offset + Int(piece.records.starts[row]), line: Int(piece.records.lines[row]))
        var walk = CSVWalk(bytes, dialect: dialect, memory: memory, limits: limits, from: start)
        if walk.next() { fresh.schema.reportRepeat(of: words, row: row, &facts[row], &reports, walk) }
      }
    }
  }
}
