import Bytes
import TimelineBrowser
import TimelineFormats
import TimelineModel

/// What is opened together while it is read, piece by piece: curated timelines whole at the beginning, then the rows of one table after the other.
///
///     var intake = try Intake(["ged.csv", "acled.csv.gz"])
///     var builder = StoreBuilder(intake.header)
///     while case .rows(let part) = intake.next() { builder.append(part.chunk, from: builder.addSource(part.decoder)) }
struct Intake {
  /// What reading on came to.
  enum Piece {
    case rows(RowReader.Part)
    /// A pipe has brought nothing new for a moment.
    case nothingYet
    case end
  }

  private struct Table {
    var reader: RowReader
    let format: Format
    let input: Input
    /// Which of the paths it belongs to.
    let position: Int
    /// The length at which the rows of a stream are asked for next, so that they come in pieces worth taking.
    var nextLook = 0
    /// Its length when they were asked for last.
    var looked = 0
    var failure: Problem?
    var rows = 0

    var problems: [Problem] { reader.problems + [failure ?? input.streamProblem].compactMap(\.self) }
  }

  /// What is known before the first row: titles, names, and the events of curated timelines.
  let header: Timeline
  /// What should be said of the files beside what is wrong with them: which members of an archive were read.
  private(set) var notes: [String] = []
  /// How many rows and curated events there are so far.
  private(set) var events: Int
  /// Whether it was told to stop before the end.
  private(set) var isCancelled = false
  private var tables: [Table] = []
  private var current = 0
  private var problemsOfTimelines: [Int: [Problem]] = [:]
  private let shouldStop: @Sendable () -> Bool
  private let isStreamed: Bool
  private let columns: ColumnRequest
  /// What was read whole, with how many events each has.
  private(set) var curatedFiles: [(name: String, format: Format, events: Int)] = []

  /// How many bytes of a stream are worth a look for rows.
  private static let lookBytes = 1 << 20

  /// Opens everything, and reads what is no table.
  ///
  /// - Parameters:
  ///   - paths: files and folders as given; `-` is standard input.
  ///   - system: the calls by which files are read.
  ///   - columns: what was said of the columns of plain tables.
  ///   - isStreamed: whether rows are let go when the next come, so that words need not be known once for all of them.
  ///   - shouldStop: asked while it waits and between pieces; true ends the reading with what there is.
  init(
    _ paths: [String], columns: ColumnRequest = .remembered, system: ReadingOperations = .system, isStreamed: Bool = false,
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws(Failure) {
    self.columns = columns
    self.shouldStop = shouldStop
    self.isStreamed = isStreamed
    var timelines: [Timeline] = []
    for (position, path) in paths.enumerated() {
      for opened in try Self.open(path, columns, system, shouldStop, &notes) {
        switch opened {
        case .timeline(let result, let problem, let name, let format):
          curatedFiles.append((name, format, result.timeline.events.count))
          timelines.append(result.timeline)
          problemsOfTimelines[position, default: []] += result.problems + [problem].compactMap(\.self)
        case .table(var reader, let format, let input):
          reader.forgetsWords = isStreamed
          timelines.append(reader.header)
          tables.append(Table(reader: reader, format: format, input: input, position: position))
        }
      }
    }
    header = Timeline(joining: timelines)
    events = header.events.count
  }

  /// What opening a path gives.
  private enum Opened {
    case timeline(ReadResult, Problem? = nil, name: String, Format = .native)
    case table(RowReader, Format, Input)
  }

  private static func open(
    _ path: String, _ columns: ColumnRequest, _ system: ReadingOperations, _ shouldStop: () -> Bool, _ notes: inout [String]
  ) throws(Failure) -> [Opened] {
    if FileBytes.isDirectory(path) {
      var files: [InputFile]
      do { files = try TimelineFolder.files(at: path) } catch { throw Failure(error) }
      // Named from where the reader stands, so that an editor finds them.
      for index in files.indices { files[index].name = path.hasSuffix("/") ? path + files[index].name : "\(path)/\(files[index].name)" }
      return [.timeline(Format.native.read(files), name: path)]
    }
    let inputs = try Input.all(at: path, system: system, isCancelled: shouldStop)
    if inputs.count > 1 { notes.append(Self.note(path, inputs)) }
    // The YAML files of an archive are one timeline, as those of a folder are.
    let curated = inputs.count > 1 ? inputs.filter(\.isCurated) : []
    var all: [Opened] = []
    if !curated.isEmpty {
      var files: [InputFile] = []
      for input in curated { files.append(InputFile(name: input.name, bytes: try input.wholeBytes(isCancelled: shouldStop))) }
      all.append(.timeline(Format.native.read(files), name: path))
    }
    for input in inputs where curated.isEmpty || !input.isCurated {
      let opened = try input.open(columns: columns, isCancelled: shouldStop)
      if let note = opened.note { notes.append(note) }
      switch opened.reading {
      case .timeline(let result): all.append(.timeline(result, input.streamProblem, name: input.name, opened.format))
      case .rows(let reader): all.append(.table(reader, opened.format, input))
      }
    }
    return all
  }

  /// `ged.zip: read 2 of its files: GEDEvent.csv, Codebook.csv`
  private static func note(_ path: String, _ inputs: [Input]) -> String {
    let names = inputs.prefix(5).map { $0.name.dropFirst(path.count + 1) }.joined(separator: ", ")
    return "\(path): read \(inputs.count) of its files: \(names)\(inputs.count > 5 ? " …" : "")"
  }

  /// A table that lies on the disk, as it was opened.
  struct WholeTable {
    let file: FileBytes
    let name: String
    let format: Format
    let reader: RowReader
  }

  /// The tables, where all of them lie on the disk and nothing else is opened with them; nil otherwise.
  var wholeTables: [WholeTable]? {
    guard !tables.isEmpty, problemsOfTimelines.isEmpty else { return nil }
    var whole: [WholeTable] = []
    for table in tables {
      guard case .whole(let file) = table.input.bytes, file.isMapped else { return nil }
      whole.append(WholeTable(file: file, name: table.input.name, format: table.format, reader: table.reader))
    }
    return whole
  }

  /// What is wrong so far, in the order of the paths.
  var problems: [Problem] {
    var all = problemsOfTimelines
    for table in tables.prefix(current + 1) { all[table.position, default: []] += table.problems }
    return all.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// What the tables are, and what was odd in each.
  var reports: [(name: String, format: Format, rows: Int, report: TableReport)] {
    tables.map { ($0.input.name, $0.format, $0.rows, $0.reader.report) }
  }

  /// The problems of all that is no table.
  var curatedProblems: [Problem] {
    problemsOfTimelines.sorted { $0.key < $1.key }.flatMap(\.value) + tables.compactMap { $0.failure ?? $0.input.streamProblem }
  }

  /// Whether there are no more rows to come.
  var isAtEnd: Bool { current >= tables.count || current == tables.count - 1 && tables[current].reader.isAtEnd }

  /// How far the tables have been read; the bytes in all are known where none of them comes through a pipe.
  var progress: Progress {
    let read = tables.prefix(current + 1).reduce(0) { $0 + $1.reader.bytesRead }
    let isKnown = tables.allSatisfy { $0.input.stream == nil }
    return Progress(bytesRead: read, bytesInAll: isKnown ? tables.reduce(0) { $0 + $1.reader.byteCount } : nil, events: events)
  }

  /// Reads on.
  ///
  /// - Parameter count: the most rows to give at once.
  mutating func next(atMost count: Int = RowChunk.usualCapacity) -> Piece {
    while current < tables.count {
      if shouldStop() {
        isCancelled = true
        tables[current].input.stream?.cancel()
        return .end
      }
      if let waiting = waitForRows() { return waiting }
      if let part = tables[current].reader.next(atMost: count) {
        events += part.chunk.count
        tables[current].rows += part.chunk.count
        return .rows(part)
      }
      if tables[current].reader.isAtEnd || tables[current].input.stream == nil {
        turnToNext()
      } else {
        // One row longer than all that has come: look again when there is twice as much.
        let file = tables[current].input.file
        tables[current].nextLook = file.count + max(Self.lookBytes, file.count - tables[current].reader.bytesRead)
      }
    }
    return .end
  }

  /// Takes what a stream has brought, until it is worth a look; nil when it is.
  private mutating func waitForRows() -> Piece? {
    let input = tables[current].input
    guard let stream = input.stream, !input.file.isComplete else { return nil }
    let before = input.file.count
    do {
      switch try stream.read(waiting: 100) {
      case .end: return nil
      case .more: if input.file.count < tables[current].nextLook { return .nothingYet }
      case .nothingYet: if before == tables[current].looked { return .nothingYet }
      }
    } catch {
      tables[current].failure = Problem(
        .error, at: SourceLocation(file: input.name), code: "incomplete", "It was not read to its end: it \(error.what)", remedy: "What came was read")
    }
    tables[current].looked = input.file.count
    tables[current].nextLook = input.file.count + Self.lookBytes
    return nil
  }

  /// Goes back to the first row of the first table. Of a pipe it is there still.
  mutating func startAgain() {
    for index in tables.indices {
      let (input, format) = (tables[index].input, tables[index].format)
      guard case .rows(var reader) = input.reading(in: format, ColumnChooser(columns, memory: ColumnMemory(), name: input.name)) else { continue }
      reader.forgetsWords = isStreamed
      (tables[index].reader, tables[index].rows, tables[index].nextLook, tables[index].looked) = (reader, 0, 0, 0)
    }
    (current, events) = (0, header.events.count)
  }

  private mutating func turnToNext() {
    let ledger = tables[current].reader.ledger
    current += 1
    if current < tables.count { tables[current].reader.carryOn(ledger) }
  }
}
