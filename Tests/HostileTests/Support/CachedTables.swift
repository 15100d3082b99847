import Bytes
import TestSupport
import TimelineFormats
import TimelineModel
import TimelineStore

@testable import annals

/// Tables of every format that is kept, some as they should be and some in which something is wrong, the same on every run.
enum SampleTables {
  static let fixtures = [
    "ged/river-25.csv", "ged/river-17.csv", "ged/candidate-without-header.csv", "ged/faults.csv", "acled/current.csv", "acled/old.csv", "acled/monadic.csv",
    "acled/faults.csv", "table/river.csv", "table/river.tsv",
  ]

  static func text(_ fixture: String) throws -> [UInt8] { try FileBytes(path: AnnalsProgram.package + "/Tests/Fixtures/" + fixture).array }

  private static let pieces: [[UInt8]] =
    ["\"", ",", "\n", "\r\n", ";", "\t", "-1", "99999999999", "1992-02-30", "NaN", "é", "Şuşa", "\u{202E}", ""].map { Array($0.utf8) } + [[0], [0xFF], [0xC3]]

  /// A fixture's header, then some of its rows in any order, some of them twice, with something written into a few.
  static func varied(_ text: [UInt8], _ random: inout some RandomNumberGenerator) -> [UInt8] {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let header = lines.first, lines.count > 1 else { return text }
    var bytes = Array(header) + [10]
    for _ in 0..<Int.random(in: 0...40, using: &random) { bytes += Array(lines.dropFirst().randomElement(using: &random) ?? []) + [10] }
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      let place = Int.random(in: header.count...bytes.count, using: &random)
      bytes.replaceSubrange(place..<min(bytes.count, place + Int.random(in: 0...8, using: &random)), with: pieces.randomElement(using: &random) ?? [])
    }
    return bytes
  }
}

/// Files that are opened with a cache of their own.
struct CachedFiles {
  let folder: TemporaryFolder
  let paths: [String]
  var cache: ColumnCache
  /// As if the files had been written a while ago.
  var later: Int64 = 10_000_000

  init(_ files: [(name: String, bytes: [UInt8])]) throws {
    folder = try TemporaryFolder()
    var paths: [String] = []
    for (name, bytes) in files {
      let path = folder.path + "/" + name
      try FileBytes.write(bytes, atomicallyTo: path)
      paths.append(path)
    }
    self.paths = paths
    cache = ColumnCache(folder.path + "/cache")
    cache.files = .quick
    cache.leastBytes = 1
  }

  /// Reads the files, and the rows in pieces of so many.
  func read(atMost count: Int = 7) throws -> (store: EventStore, problems: [Problem], intake: Intake) {
    var intake = try Intake(paths)
    var builder = StoreBuilder(intake.header)
    while case .rows(let part) = intake.next(atMost: count) { builder.append(part.chunk, from: builder.addSource(part.decoder)) }
    return (builder.snapshot(), intake.problems, intake)
  }

  func subject(_ intake: Intake) -> ColumnCache.Subject? { cache.subject(of: intake, now: Clock.now + later) }

  /// Reads the files and keeps what was read.
  ///
  /// - Returns: what was read, and whether it was kept.
  @discardableResult
  func keep() throws -> (store: EventStore, problems: [Problem], isKept: Bool) {
    let opened = try Intake(paths)
    let subject = subject(opened)
    let read = try read()
    guard let subject else { return (read.store, read.problems, false) }
    return (read.store, read.problems, try cache.keep(read.store, read.problems, of: subject, opened))
  }

  /// What was kept; nil where the files have to be read.
  func open() throws -> Opening? {
    let intake = try Intake(paths)
    return subject(intake).flatMap { cache.opening(of: $0, intake) }
  }
}
