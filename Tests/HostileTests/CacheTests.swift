import Bytes
import SeededRandom
import TestSupport
import Testing
import TimelineFormats
import TimelineModel
import TimelineStore

@testable import annals

/// What is kept of files is what reading them gives, or is not used.
@Suite("What is kept of a large file")
struct CacheTests {
  @Test("equals the file, whatever stands in it: every column, name, record, problem and event, and every answer", arguments: SampleTables.fixtures)
  func equalsTheFile(fixture: String) throws {
    let text = try SampleTables.text(fixture)
    let name = String(fixture.split(separator: "/").last ?? "")
    var random = SeededGenerator(fixture.utf8.count * 77)
    var kept = 0
    for round in 0..<12 {
      let files = try CachedFiles([(name, round == 0 ? text : SampleTables.varied(text, &random))])
      let read = try files.keep()
      let again = try files.open()
      #expect((again != nil) == read.isKept)
      guard let again else { continue }
      kept += 1
      #expect(differences(read.store, again.store) == [], "round \(round)")
      #expect(again.problems == read.problems)
    }
    #expect(kept > 9)
  }

  @Test("equals several files that are opened together, whose ids, places and words overlap")
  func several() throws {
    let names = ["ged/river-25.csv", "ged/river-17.csv", "table/river.csv", "acled/current.csv"]
    let files = try CachedFiles(try names.map { ($0.split(separator: "/").joined(separator: "-"), try SampleTables.text($0)) })
    let read = try files.keep()
    let again = try #require(try files.open())
    #expect(read.isKept && differences(read.store, again.store) == [] && again.problems == read.problems)
  }

  @Test("is what one store says however the rows came in pieces")
  func pieces() throws {
    let files = try CachedFiles([("a.csv", try SampleTables.text("ged/river-25.csv"))])
    for count in [1, 3, .max] {
      let opened = try Intake(files.paths)
      let subject = try #require(files.subject(opened))
      let read = try files.read(atMost: count)
      #expect(try files.cache.keep(read.store, read.problems, of: subject, opened))
      let again = try #require(try files.open())
      #expect(differences(read.store, again.store) == [])
    }
  }

  @Test("is not used when the file was written since, cut, put in another's place, or changed behind its times")
  func changed() throws {
    let text = Array("date,title\n1990,Shots\n1991,Talks\n".utf8)
    let other = Array("date,title\n1990,Shots\n1991,Walks\n".utf8)
    for change in 0..<4 {
      let files = try CachedFiles([("a.csv", text)])
      #expect(try files.keep().isKept)
      #expect(try files.open() != nil)
      let path = files.paths[0]
      switch change {
      case 0: try Self.overwrite(path, with: other)
      case 1: try Self.overwrite(path, with: text + Array("1992,More\n".utf8))
      case 2: try FileBytes.write(other, atomicallyTo: path)
      default: try Self.overwrite(path, with: text)
      }
      #expect(try files.open() == nil, "change \(change)")
      // What is read then takes its place.
      #expect(try files.keep().isKept)
      #expect(try #require(try files.open()).store.count == (change == 1 ? 3 : 2))
    }
  }

  private static func overwrite(_ path: String, with bytes: [UInt8]) throws {
    let file = try FileOperations.system.open(path, .overwriting, 0o644)
    defer { FileOperations.system.close(file) }
    try FileOperations.system.writeAll(bytes, to: file)
  }

  @Test("is not made of a file that was written only just now: a second change could bear the same time")
  func fresh() throws {
    var files = try CachedFiles([("a.csv", Array("date,title\n1990,Shots\n".utf8))])
    files.later = 0
    #expect(try !files.keep().isKept)
  }

  @Test("is not made where the file changes while it is read")
  func changesMeanwhile() throws {
    let files = try CachedFiles([("a.csv", Array("date,title\n1990,Shots\n".utf8))])
    let opened = try Intake(files.paths)
    let subject = try #require(files.subject(opened))
    let read = try files.read()
    try Self.overwrite(files.paths[0], with: Array("date,title\n1991,Talks\n".utf8))
    #expect(try !files.cache.keep(read.store, read.problems, of: subject, opened))
    #expect(!FileBytes.isDirectory(files.cache.folder))
  }

  @Test("is another file's under every other name, and is not used under it: problems name the file")
  func names() throws {
    let files = try CachedFiles([("a.csv", Array("date,title\n1990,Shots\nx,y\n".utf8))])
    #expect(try files.keep().isKept)
    var other = files.folder.path.split(separator: "/").joined(separator: "/")
    other = "/" + other + "/./a.csv"
    let intake = try Intake([other])
    let subject = try #require(files.cache.subject(of: intake, now: Clock.now + files.later))
    #expect(files.cache.opening(of: subject, intake) == nil)
  }

  @Test("is nothing for small files, pipes, archives, folders and curated timelines")
  func others() async throws {
    var files = try CachedFiles([("a.csv", Array("date,title\n1990,Shots\n".utf8))])
    files.cache.leastBytes = 1_000
    #expect(files.subject(try Intake(files.paths)) == nil)
    files.cache.leastBytes = 1
    #expect(files.subject(try Intake(files.paths)) != nil)
    #expect(files.subject(try Intake(files.paths + [AnnalsProgram.river])) == nil)
    #expect(files.subject(try Intake([AnnalsProgram.package + "/Tests/Fixtures/timelinejs/river.csv"])) == nil)
    #expect(try await Child.run(["gzip", "-k", files.paths[0]]).status == 0)
    #expect(files.subject(try Intake([files.paths[0] + ".gz"])) == nil)
  }

  @Test("is for the reader alone, and what was not used for longest goes when there are too many, with what a killed program left")
  func tidy() throws {
    let folder = try TemporaryFolder()
    var paths: [String] = []
    for number in 0..<ColumnCache.mostFiles + 4 {
      var files = try CachedFiles([("\(number).csv", Array("date,title\n\(1990 + number),Shots\n".utf8))])
      files.cache = ColumnCache(folder.path + "/cache")
      (files.cache.files, files.cache.leastBytes) = (.quick, 1)
      let intake = try Intake(files.paths)
      let subject = try #require(files.subject(intake))
      paths.append(subject.path)
      if number == 3 {
        try folder.write("cache/x.columns.new", "left")
        try folder.write("cache/y.columns.new", "being written")
        try folder.write("cache/notes.txt", "not ours")
        #expect(Self.age(folder.path + "/cache/x.columns.new", hours: 2))
      }
      #expect(try files.keep().isKept)
      // The first are the oldest but for one that is used again.
      #expect(Self.age(subject.path, hours: 100 - number))
      if number == 10 { try FileOperations.system.touch(paths[0]) }
    }
    let left = Set(try FileBytes.list(directory: folder.path + "/cache").map { folder.path + "/cache/" + $0.name })
    #expect(left.intersection(paths).count == ColumnCache.mostFiles && left.contains(paths[0]) && !left.contains(paths[1]) && left.contains(paths[5]))
    #expect(left.contains(folder.path + "/cache/notes.txt") && left.contains(folder.path + "/cache/y.columns.new"))
    #expect(!left.contains(folder.path + "/cache/x.columns.new"))
    let status = try FileOperations.system.statusAt(paths[0], false)
    let of = try FileOperations.system.statusAt(folder.path + "/cache", false)
    #expect(status.permissions == 0o600 && of.permissions == 0o700)
  }

  @Test("is whole when two programs keep it at once, whichever is later")
  func twoAtOnce() async throws {
    let files = try CachedFiles([("a.csv", try SampleTables.text("ged/river-25.csv"))])
    let read = try files.keep()
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<4 {
        group.addTask {
          for _ in 0..<8 {
            if worker < 2 {
              #expect((try? files.keep().isKept) == true)
            } else {
              #expect((try? files.open()).flatMap { $0 }.map { $0.store.count } == read.store.count)
            }
          }
        }
      }
    }
    #expect(differences(read.store, try #require(try files.open()).store) == [])
    #expect(try FileBytes.list(directory: files.cache.folder).count == 1)
  }
}
