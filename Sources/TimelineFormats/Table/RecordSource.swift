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
  private var lanes: [LaneWorker<Schema>]
  private let schema: Schema
  /// A filler that has read nothing yet.
  private let fresh: RowFiller
  /// The words of all lanes, column by column.
  private var kinds: FileColumn
  private var actors = FileColumn()
  private var places: FileColumn
  private var sources = FileColumn()
  private var extras: [FileColumn]
  private var division = Division.standard
  /// What the lanes are reading while the pieces before it are handed over.
  private var ahead: Errand<[Piece]>?
  /// What was read already and not yet asked for.
  private var waiting: [Piece] = []
  private var log: ProblemLog
  var forgetsWords = false
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
    self.schema = schema
    fresh = filler
    lanes = [LaneWorker(Lane(schema, filler, dialect: dialect, limits: limits, pace: division.pace))]
    let layout = schema.layout
    kinds = FileColumn { layout.kind(of: $0) }
    places = FileColumn(places: { layout.place($0) })
    extras = filler.extraNames.map { _ in FileColumn() }
    self.ledger = ledger
    self.ledger.begin(file: name)
    self.place = place
    firstRow = place.offset
  }

  var header: Timeline { schema.header }
  var problems: [Problem] { log.problems }
  var report: TableReport {
    let layout = schema.layout
    return TableReport(layout: "\(layout.columnCount) columns set apart by \(dialect.words): \(layout.words)", columns: layout.parts, oddities: log.oddities)
  }
  var bytesRead: Int { isAtEnd ? file.count : place.offset }
  var byteCount: Int { file.count }

  mutating func carryOn(_ ledger: IDLedger) {
    self.ledger = ledger
    self.ledger.begin(file: name)
  }

  func decoder(of records: KeptRecords) -> (any RecordDecoder)? {
    guard records.isSound(in: file.count) else { return nil }
    return RowDecoder(file: file, name: name, dialect: dialect, limits: limits, layout: schema.layout, records)
  }

  mutating func divide(_ division: Division) {
    self.division = division
    lanes = [freshLane]
  }

  private var freshLane: LaneWorker<Schema> {
    LaneWorker(Lane(schema, fresh.fresh, dialect: dialect, limits: limits, pace: division.pace))
  }

  mutating func next(atMost capacity: Int) -> RowReader.Part? {
    guard !isAtEnd else { return nil }
    if waiting.isEmpty { read(atMost: capacity) }
    guard !waiting.isEmpty else { return nil }
    let piece = waiting.removeFirst()
    place = piece.place
    isAtEnd = piece.isAtEnd
    log.append(piece.rows.reports.log)
    if let missing = file.missingFrom {
      (isAtEnd, waiting, ahead) = (true, [], nil)
      log.add(.error, line: place.line, column: 0, code: "cut-short", "The file was cut short at byte \(missing) while it was read", remedy: "Open it again")
    }
    return piece.records.starts.isEmpty ? nil : part(of: piece)
  }

  private mutating func read(atMost capacity: Int) {
    if let ahead {
      self.ahead = nil
      let pieces = ahead.finish()
      forgetWords()
      return take(pieces)
    }
    forgetWords()
    // Asked before the bytes are, for more may come in between.
    let isComplete = file.isComplete
    if isComplete, capacity >= RowChunk.usualCapacity, StretchFinder.isWorthDividing(file.count - place.offset, division) {
      return take(round(from: place)())
    }
    waiting = [lanes[0].read(Stretch(place: place, capacity: capacity, isComplete: isComplete), of: file)]
  }

  /// How many words of columns that are no names are kept from one chunk to the next by whoever lets the chunks go.
  private static var mostWords: Int { 1 << 15 }

  /// Begins anew with the words of sources and of the publisher's columns, when they are many and whoever has the chunks before has their words too.
  private mutating func forgetWords() {
    guard forgetsWords, extras.reduce(sources.count, { $0 + $1.count }) > Self.mostWords else { return }
    lanes = [freshLane]
    kinds.forgetLanes()
    actors.forgetLanes()
    places.forgetLanes()
    sources = FileColumn()
    extras = extras.map { _ in FileColumn() }
  }

  /// The reading of the next stretches, all at the same time.
  private mutating func round(from place: CSVWalk.Place) -> @Sendable () -> [Piece] {
    while lanes.count < division.lanes { lanes.append(freshLane) }
    return { [file, lanes, division] in
      let stretches = file.withBytes { StretchFinder(bytes: $0, division: division).stretches(from: place) }
      return Workers.map(Array(zip(lanes, stretches))) { lane, stretch in lane.read(stretch, of: file) }
    }
  }

  /// Keeps what was read from where a record begins, and has the lanes go on while it is being made into chunks.
  private mutating func take(_ pieces: [Piece]) {
    var right = 1
    while right < pieces.count, pieces[right].from == pieces[right - 1].place { right += 1 }
    waiting = Array(pieces[..<right])
    guard right == pieces.count else {
      // A lane that has read what are no records has learnt words that are none.
      division = Division(lanes: 1, stretch: division.stretch, pace: division.pace)
      lanes = [lanes[0]]
      return
    }
    if let last = pieces.last, !last.isAtEnd { ahead = Workers.begin(round(from: last.place)) }
  }

  /// Makes a chunk of what was read: numbers its words as the file does, and notes whose ids were seen before.
  private mutating func part(of piece: Piece) -> RowReader.Part {
    let rows = piece.rows.facts.count
    var facts = piece.rows.facts
    let kindNumbers = kinds.numbers(of: piece.rows.kinds)
    if kindNumbers.enumerated().contains(where: { $0.offset != $0.element }) {
      for row in facts.indices { facts[row].kind = kindNumbers[Int(facts[row].kind)] }
    }
    var reports = RowReports(log, oddities: piece.rows.reports.oddities)
    if schema.idColumn >= 0 { enterIDs(of: piece, &facts, &reports) }
    log = reports.log
    rowsRead += rows
    var columns: [(name: String, lists: CodeLists)] = []
    for (index, name) in fresh.extraNames.enumerated() {
      let column = piece.rows.extras[index]
      if case .none = column.codes { continue }
      columns.append((name, extras[index].lists(column, rows: rows)))
    }
    if let column = RowReports.column(reports.oddities, rows: rows) { columns.append((RowReports.field, column)) }
    let decoder = RowDecoder(
      file: file, name: name, dialect: dialect, limits: limits, layout: schema.layout,
      KeptRecords(
        base: piece.from.offset, end: piece.place.offset, starts: piece.records.starts, lines: piece.records.lines, oddities: reports.oddities))
    let (actorsBefore, placesBefore) = (actors.count, places.count)
    let placeLists = places.lists(piece.rows.places, rows: rows)
    var chunk = RowChunk(
      facts: facts, kinds: kinds.dictionary, actors: actors.lists(piece.rows.actors, rows: rows), places: placeLists,
      sources: sources.lists(piece.rows.sources, rows: rows), extras: columns, records: decoder, textRows: piece.records.textRows,
      placeNames: places.names(from: placesBefore))
    chunk.newActors = (actorsBefore..<actors.count).compactMap { schema.layout.actor(actors.text($0), note: actors.note($0)) }
    return RowReader.Part(chunk: chunk, decoder: decoder)
  }

  private mutating func enterIDs(of piece: Piece, _ facts: inout [RowFacts], _ reports: inout RowReports) {
    // As many rows as there will be if they go on like this, and some more; the first few are waited for, and a large table takes a while to be blank.
    let bytesPerRow = max(1, (piece.place.offset - firstRow) / max(1, rowsRead + facts.count))
    let left = rowsRead == 0 && facts.count < 1_024 ? 0 : max(0, file.count - piece.place.offset) / bytesPerRow
    ledger.makeRoom(for: facts.count, orBetter: facts.count + left + left / 8)
    let lines = piece.records.lines
    for (row, first) in ledger.enter(facts, skipping: piece.rows.rowsWithoutID, line: { Int(lines[$0]) }) {
      let words = "line \(first.line)" + (first.file == ledger.files.count - 1 ? "" : " of \(ledger.files[first.file].name)")
      file.withBytes { bytes in
        let memory = CSVMemory()
        let start = CSVWalk.Place(offset: piece.from.offset + Int(piece.records.starts[row]), line: Int(lines[row]))
        let walk = CSVWalk(bytes, dialect: dialect, memory: memory, limits: limits, from: start)
        if walk.next() { schema.reportRepeat(of: words, row: row, &facts[row], &reports, walk) }
      }
    }
  }
}
