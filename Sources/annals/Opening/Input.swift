import Bytes
import TimelineFormats
import TimelineModel

/// One of the things that are opened together: a folder, a file, a pipe, or what is in an archive.
struct Input {
  /// How it is called where locations name it.
  var name: String
  /// The name by which its format is told, as far as names tell it.
  var hint: String
  var bytes: FileBytes.Opened

  /// What a path stands for: one input, or as many as an archive has that can be read.
  static func all(at path: String, system: ReadingOperations, isCancelled: () -> Bool) throws(Failure) -> [Input] {
    let opened: FileBytes.Opened
    do { opened = try FileBytes.open(path, system: system) } catch { throw Failure(error) }
    let input = Input(name: path == "-" ? "standard input" : path, hint: path, bytes: opened)
    guard let container = Container.of(try input.head(isCancelled)) else { return [input] }
    return try container.open(path, system).map { Input(name: $0.stream.bytes.path, hint: $0.name, bytes: .stream($0.stream)) }
  }

  /// What has come of it so far.
  var file: FileBytes {
    switch bytes {
    case .whole(let file): file
    case .stream(let stream): stream.bytes
    }
  }

  /// The pipe that it comes through, while it may bring more.
  var stream: ByteStream? {
    if case .stream(let stream) = bytes { stream } else { nil }
  }

  /// Bytes of a file that are looked at to tell its format.
  private static let headBytes = 8_192
  /// How long a pipe that has brought some lines may pause, in milliseconds, before its format is told by those.
  private static let pause = 200

  /// The first bytes, waited for where they come through a pipe.
  func head(_ isCancelled: () -> Bool) throws(Failure) -> [UInt8] {
    if let stream {
      do {
        while file.count < Self.headBytes {
          if isCancelled() { break }
          let outcome = try stream.read(waiting: Self.pause)
          if outcome == .end || outcome == .nothingYet && file.withUnsafeBytes({ $0.contains(UInt8(ascii: "\n")) }) { break }
        }
      } catch { throw Failure(error) }
    }
    return file.withUnsafeBytes { Array($0.prefix(Self.headBytes)) }
  }

  /// Opens it in its format. A timeline is read whole, however long its pipe takes; of a table the rows are still to be read.
  ///
  /// - Parameter columns: what was said of the columns of plain tables.
  func open(
    columns: ColumnRequest = .remembered, isCancelled: () -> Bool
  ) throws(Failure) -> (reading: Reading, format: Format, note: String?) {
    let head = try head(isCancelled)
    var isChosen = false
    if case .choice = columns { isChosen = true }
    guard let format = Format.detect(name: hint, head: head) ?? (isChosen ? .table : nil) else {
      if let failure = stream?.failure { throw Failure(failure) }
      let known = Format.all.map { "\($0.name) (.\($0.extensions.joined(separator: ", .")))" }.joined(separator: ", ")
      throw Failure("\(name): this is no format that annals reads; it reads \(known)", .unreadableData)
    }
    if !format.isTable { try readToItsEnd(isCancelled) }
    if isChosen, format.isTable, format.name != Format.table.name {
      throw Failure("--map: \(name) is read as \(format.name), which says itself what its columns are", .usage)
    }
    let chooser = ColumnChooser(columns, memory: ColumnMemory(), name: name)
    let reading = reading(in: format, chooser)
    if let failure = chooser.failure { throw failure }
    if case .timeline = reading, let byte = file.missingFrom {
      throw Failure(FileError(path: name, what: "was cut short at byte \(byte) while it was read; try again", exitClass: .ioError))
    }
    return (reading, format, chooser.note)
  }

  /// Its rows once more from the first, or the timeline that it is.
  func reading(in format: Format, _ chooser: ColumnChooser) -> Reading {
    guard format.name == Format.table.name else { return format.open(.file(file), name: name) }
    return .rows(Format.openTable(.file(file), name: name, choosing: chooser.choose))
  }

  /// Whether it is a file of a curated timeline, by its name.
  var isCurated: Bool { hint.hasSuffix(".yaml") || hint.hasSuffix(".yml") }

  /// All its bytes, waited for.
  func wholeBytes(isCancelled: () -> Bool) throws(Failure) -> [UInt8] {
    try readToItsEnd(isCancelled)
    if let failure = stream?.failure { throw Failure(failure) }
    return file.array
  }

  private func readToItsEnd(_ isCancelled: () -> Bool) throws(Failure) {
    guard let stream else { return }
    do { while !isCancelled(), try stream.read(waiting: 100) != .end {} } catch { throw Failure(error) }
  }

  /// What went wrong at the other end of its pipe, as a problem of the file.
  var streamProblem: Problem? {
    guard let failure = stream?.failure else { return nil }
    return Problem(
      .error, at: SourceLocation(file: name), code: "incomplete", "It was not unpacked to its end (\(failure.what))",
      remedy: "What came was read; get the file again")
  }
}
