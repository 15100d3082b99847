import TimelineBrowser
import TimelineFormats
import TimelineModel
import TimelineStore

/// The events of some files part after part, each a store of its own: first the curated ones, then stretch by stretch the rows of the tables. It holds the
/// names seen so far, and of rows nothing.
///
///     var parts = try FileParts(["ged.csv"], columns: .remembered)
///     while let store = parts.next() { use(store) }
struct FileParts {
  private let paths: [String]
  private var intake: Intake
  private var hasBegun = false
  /// Whom and what the files name, in the order in which a store of everything has them.
  private var names: StoreBuilder
  /// The same for the rows of a part, which bring their own places.
  private var known: Directory

  init(_ paths: [String], columns: ColumnRequest) throws(Failure) {
    self.paths = paths
    intake = try Intake(paths, columns: columns, isStreamed: true)
    for note in intake.notes { Output.complain("annals: \(note)") }
    header = intake.header
    (names, known) = (StoreBuilder(header.withoutEvents), Directory(header))
  }

  /// Titles and names, as far as they are known before the first row.
  let header: Timeline

  /// The events that come next; nil at the end.
  ///
  /// - Parameter count: the most rows to give at once where that is fewer than usual.
  mutating func next(atMost count: Int = RowChunk.usualCapacity) -> EventStore? {
    if !hasBegun {
      hasBegun = true
      if !header.events.isEmpty { return EventStore(header) }
    }
    while true {
      switch intake.next(atMost: count) {
      case .nothingYet: continue
      case .rows(let part): return store(of: part)
      case .end: return nil
      }
    }
  }

  private mutating func store(of part: RowReader.Part) -> EventStore {
    names.append(part.chunk.withoutRows, from: names.addSource(part.decoder))
    // The places of a file stand on a shelf that every part of it brings, unless there are others beside it.
    known.learn(actors: part.chunk.newActors, places: part.chunk.placeNames != nil && header.places.isEmpty ? [] : part.chunk.newPlaces)
    var header = header.withoutEvents
    (header.actors, header.places) = (known.actors, known.places)
    var builder = StoreBuilder(header, directory: known)
    builder.append(part.chunk, from: builder.addSource(part.decoder))
    return builder.snapshot()
  }

  /// Goes back to the first part.
  mutating func startAgain() {
    intake.startAgain()
    hasBegun = false
    (names, known) = (StoreBuilder(header.withoutEvents), Directory(header))
  }

  /// The rest in one store with all before it.
  mutating func whole() -> EventStore {
    intake.startAgain()
    var builder = StoreBuilder(header)
    while true {
      switch intake.next() {
      case .rows(let part): builder.append(part.chunk, from: builder.addSource(part.decoder))
      case .nothingYet: continue
      case .end: return builder.snapshot()
      }
    }
  }

  /// The actors, places and sources of the parts so far.
  var directory: Directory {
    var names = names
    return names.snapshot().directory
  }

  var progress: Progress { intake.progress }

  /// Says on standard error how many errors there were in what was read.
  func complain() { OpenedStore.complain(of: intake.problems, in: paths.first) }
}

extension Timeline {
  /// What stands above the events.
  fileprivate var withoutEvents: Timeline {
    var timeline = self
    timeline.events = []
    return timeline
  }
}
