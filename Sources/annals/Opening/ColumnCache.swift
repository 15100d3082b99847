import Bytes
import Notebook
import TimelineFormats
import TimelineModel
import TimelineStore

/// What was read of large files, kept in `$XDG_CACHE_HOME/annals` so that the same files open at once the next time.
///
/// ```
/// let cache = ColumnCache(folder)
/// let subject = cache.subject(of: intake)            // nil for what is small, or comes through a pipe
/// cache.opening(of: subject, intake)                 // nil where nothing is kept, or anything is in doubt
/// cache.keep(store, problems, of: subject, intake)   // behind the reader's back, once all is read
/// ```
/// A file holds the columns of one set of files (``KeptSet``). It is believed only where it was written whole, by this very version of annals, of files of the same
/// names and places that are as they were (``FileSeal``); it never stands in for them, for events and texts are read back from them. Without one, or with one
/// that says anything else, the files are read. Each is written beside its place and renamed, so that programs that do so at once leave one whole file.
struct ColumnCache: Sendable {
  let folder: String
  var files = FileOperations.system
  var system = ReadingOperations.system
  /// Files of fewer bytes together are read nearly as soon.
  var leastBytes = worthKeeping << 20

  private static let worthKeeping = 32
  /// `32 MB`
  static var leastBytesInWords: String { "\(worthKeeping) MB" }

  /// Each file is as large as this at most, and as what it was made of.
  static let mostBytes = 1 << 30
  /// All of them together; the ones that were not used for longest go first.
  static let mostBytesInAll = 2 << 30
  static let mostFiles = 16
  static let ending = ".columns"

  init(_ folder: String) { self.folder = folder }

  /// The reader's own; nil without a home.
  static var standard: ColumnCache? { Directories.cache.map(ColumnCache.init) }

  /// A set of files as they are now.
  struct Subject: Sendable {
    /// Where it is kept.
    let path: String
    /// What has to stand there.
    let key: [UInt8]
    let seals: [FileSeal]
    let bytes: Int
  }

  /// - Returns: nil for files that are not worth it, cannot be told from others, or were written only just now.
  func subject(of intake: Intake, now: Int64 = Clock.now) -> Subject? {
    guard let tables = intake.wholeTables else { return nil }
    let seals = tables.compactMap(\.file.seal)
    let bytes = seals.reduce(0) { $0 + $1.size }
    guard seals.count == tables.count, bytes >= leastBytes, seals.allSatisfy({ $0.isSettled(at: now) }) else { return nil }
    var places: [String] = []
    for table in tables {
      guard let place = try? files.retrying({ () throws(SystemError) in try files.resolve(table.name) }) else { return nil }
      // What a file is called stands in its problems, and tells how it is read.
      places += [table.name, place]
    }
    let label = tables.first?.name.split(separator: "/").last.map(String.init) ?? ""
    let name = JournalName.name(forKey: places.joined(separator: "\0"), label: label, ending: Self.ending)
    var key = Array("\(Version.text)\0\(KeptSet.version)\0\(ReadingLimits.standard)\0\(places.joined(separator: "\0"))\0".utf8)
    // With what each column was taken for, which the reader may have told.
    for (table, seal) in zip(tables, seals) { key += Array("\(table.format.name)\0\(table.reader.report.layout)\0".utf8) + seal.bytes }
    return Subject(path: folder + "/" + name, key: key, seals: seals, bytes: bytes)
  }

  /// What was kept of files; nil where they have to be read.
  func opening(of subject: Subject, _ intake: Intake) -> Opening? {
    guard let tables = intake.wholeTables, case .whole(let file)? = try? FileBytes.open(subject.path, system: system) else { return nil }
    guard let kept = KeptSet(.file(file), key: subject.key, readers: tables.map(\.reader)),
      let store = EventStore(intake.header, directory: kept.directory, kept.columns, parts: kept.parts)
    else { return nil }
    // So that it is not the first to go. Where nothing can be written, nothing is thrown away either.
    try? files.touch(subject.path)
    return Opening(store: store, problems: kept.problems)
  }
}
