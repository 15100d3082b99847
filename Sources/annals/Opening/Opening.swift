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
    var problems: [Problem] = []
    for path in paths {
      let result = try read(path: path)
      timelines.append(result.timeline)
      problems += result.problems
    }
    return Opening(store: EventStore(merged(timelines)), problems: problems)
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

  private static func read(path: String) throws(Failure) -> ReadResult {
    var files: [InputFile]
    do { files = try TimelineFolder.files(at: path) } catch { throw Failure(error) }
    if files.count > 1 || FileBytes.isDirectory(path) {
      // Named from where the reader stands, so that an editor finds them.
      for index in files.indices { files[index].name = path.hasSuffix("/") ? path + files[index].name : "\(path)/\(files[index].name)" }
      return Format.native.read(files)
    }
    guard let file = files.first, let format = Format.detect(name: path, head: Array(file.bytes.prefix(headBytes))) else {
      let known = Format.all.map { "\($0.name) (.\($0.extensions.joined(separator: ", .")))" }.joined(separator: ", ")
      throw Failure("\(path == "-" ? "standard input" : path): this is no format that annals reads; it reads \(known)", .unreadableData)
    }
    return format.read(files)
  }

  /// Several timelines as one: the first gives the title, and everything of all of them is in it, each actor, place and source once.
  static func merged(_ timelines: [Timeline]) -> Timeline {
    guard var all = timelines.first else { return Timeline(id: "", title: "") }
    guard timelines.count > 1 else { return all }
    all.title = timelines.map(\.title).filter { !$0.isEmpty }.joined(separator: " + ")
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
