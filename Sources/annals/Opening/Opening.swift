import Bytes
import TimelineFormats
import TimelineModel
import TimelineStore

/// Reads what a command was asked to open: the timeline that comes with annals, a folder, files, or standard input.
struct Opening {
  var store: EventStore
  var problems: [Problem] = []

  /// - Parameter paths: files and folders as given; none is the bundled timeline, `-` is standard input.
  static func read(_ paths: [String]) throws(Failure) -> Opening {
    guard !paths.isEmpty else { return try bundled }
    var timelines: [Timeline] = []
    var parts: [RowReader.Part] = []
    var problems: [Problem] = []
    // Handed from table to table, so that an id that occurs in two files is noticed.
    var ledger = IDLedger()
    for path in paths {
      switch try open(path, ledger) {
      case .timeline(let result):
        timelines.append(result.timeline)
        problems += result.problems
      case .rows(var reader):
        while let part = reader.next() { parts.append(part) }
        timelines.append(reader.header)
        problems += reader.problems
        ledger = reader.ledger
      }
    }
    // The rows come last: a table has named all its actors and places only when it has been read.
    var builder = StoreBuilder(merged(timelines))
    for part in parts { builder.append(part.chunk, from: builder.addSource(part.decoder)) }
    return Opening(store: builder.snapshot(), problems: problems)
  }

  /// The timeline that is part of the program, in the form in which it opens at once.
  static var bundled: Opening {
    get throws(Failure) {
      guard let compiled = BundledFiles.timeline else { throw Failure("this annals was built without its timeline; build it anew", .unreadableData) }
      var builder = StoreBuilder(compiled.header, directory: compiled.directory)
      let source = builder.addSource(compiled)
      builder.append(compiled.chunk(), from: source)
      return Opening(store: builder.snapshot())
    }
  }

  /// Bytes of a file that are looked at to tell its format.
  private static let headBytes = 8_192

  private static func open(_ path: String, _ ledger: IDLedger) throws(Failure) -> Reading {
    if FileBytes.isDirectory(path) {
      var files: [InputFile]
      do { files = try TimelineFolder.files(at: path) } catch { throw Failure(error) }
      // Named from where the reader stands, so that an editor finds them.
      for index in files.indices { files[index].name = path.hasSuffix("/") ? path + files[index].name : "\(path)/\(files[index].name)" }
      return .timeline(Format.native.read(files))
    }
    let file: FileBytes
    do { file = try FileBytes(path: path) } catch { throw Failure(error) }
    let name = path == "-" ? "standard input" : path
    guard let format = Format.detect(name: path, head: file.withUnsafeBytes { Array($0.prefix(headBytes)) }) else {
      let known = Format.all.map { "\($0.name) (.\($0.extensions.joined(separator: ", .")))" }.joined(separator: ", ")
      throw Failure("\(name): this is no format that annals reads; it reads \(known)", .unreadableData)
    }
    let reading = format.open(.file(file), name: name, ledger: ledger)
    if case .timeline = reading, let byte = file.missingFrom {
      throw Failure(FileError(path: path, what: "was cut short at byte \(byte) while it was read; try again", exitClass: .ioError))
    }
    return reading
  }

  /// Several timelines as one: the first gives the title, and everything of all of them is in it, each actor, place and source once.
  static func merged(_ timelines: [Timeline]) -> Timeline {
    guard var all = timelines.first else { return Timeline(id: "", title: "") }
    guard timelines.count > 1 else { return all }
    var titles = Set<String>()
    all.title = timelines.map(\.title).filter { !$0.isEmpty && titles.insert($0).inserted }.joined(separator: " + ")
    all.span = nil
    for timeline in timelines.dropFirst() {
      func new<Thing>(_ things: [Thing], _ known: [Thing], _ id: (Thing) -> Identifier) -> [Thing] {
        let ids = Set(known.map(id))
        return things.filter { !ids.contains(id($0)) }
      }
      all.actors += new(timeline.actors, all.actors, \.id)
      all.places += new(timeline.places, all.places, \.id)
      all.sources += new(timeline.sources, all.sources, \.id)
      all.eras += new(timeline.eras, all.eras, \.id)
      all.events += timeline.events
    }
    return all
  }
}
