import TimelineFormats
import TimelineModel
import TimelineStore

/// Everything that a command was asked to open, read to the end: the timeline that comes with annals, a folder, files, or standard input.
struct Opening {
  var store: EventStore
  var problems: [Problem] = []

  /// - Parameters:
  ///   - paths: files and folders as given; none is the bundled timeline, `-` is standard input.
  ///   - columns: what was said of the columns of plain tables.
  static func read(_ paths: [String], columns: ColumnRequest = .remembered) throws(Failure) -> Opening {
    guard !paths.isEmpty else { return try bundled }
    return try readFiles(paths, columns: columns).opening
  }

  /// Reads files to their end and hands over by what they were read, for whoever asks how it went.
  static func readFiles(_ paths: [String], columns: ColumnRequest) throws(Failure) -> (opening: Opening, intake: Intake) {
    var intake = try Intake(paths, columns: columns)
    var builder = StoreBuilder(intake.header)
    var line = ProgressLine()
    reading: while true {
      switch intake.next() {
      case .rows(let part): builder.append(part.chunk, from: builder.addSource(part.decoder))
      case .nothingYet: break
      case .end: break reading
      }
      line.show(intake.progress)
    }
    line.clear()
    for note in intake.notes { Output.complain("annals: \(note)") }
    return (Opening(store: builder.snapshot(), problems: intake.problems), intake)
  }

  /// The timeline that is part of the program, in the form in which it opens at once.
  static var bundled: Opening {
    get throws(Failure) {
      guard let compiled = BundledFiles.timeline else { throw Failure("this annals was built without its timeline; build it anew", .unreadableData) }
      return Opening(store: compiled.store)
    }
  }
}

extension CompiledTimeline {
  /// All its events, to be browsed.
  var store: EventStore { EventStore(header, directory: directory, columns, decoder: self) }
}
