import Bytes
import SeededRandom
import TestSupport
import Testing
import TimelineFormats
import TimelineModel
import TimelineStore

@testable import annals

/// A file of the cache may be anything.
@Suite("What is kept of a large file, damaged")
struct CacheDamageTests {
  private let files: CachedFiles
  private let read: (store: EventStore, problems: [Problem], isKept: Bool)
  private let subject: ColumnCache.Subject
  private let readers: [RowReader]
  private let bytes: [UInt8]

  init() throws {
    files = try CachedFiles([("a.csv", Array(Self.text.utf8))])
    read = try files.keep()
    let intake = try Intake(files.paths)
    subject = try #require(files.subject(intake))
    readers = try #require(intake.wholeTables).map(\.reader)
    bytes = try FileBytes(path: subject.path).array
  }

  /// Two actors in a row, letters beyond ASCII, an id twice, a day that is none, places on the map and off it.
  private static let text = """
    id,date,title,actors,place,latitude,longitude,killed,source,colour
    1,1990-05-02,Shots,Alder;Birch,Bridge,40.1,45.2,3,Gazette;Post,red
    2,1988,Talks,,Şuşa,39.7,46.7,,Post,blue
    2,1990-13-01,"Mill, burnt",Birch,Mill,,,1,,red
    4,1991-01/1991-03,Mill again,Alder,Bridge,40.1,45.2,,Gazette,

    """

  private func open(_ bytes: [UInt8]) -> KeptSet? { KeptSet(.memory(bytes), key: subject.key, readers: readers) }

  private func store(_ kept: KeptSet) -> EventStore? { EventStore(read.store.header, directory: kept.directory, kept.columns, parts: kept.parts) }

  @Test("is what it was, or is refused, with any byte altered")
  func everyByte() throws {
    #expect(read.isKept && bytes.count > 2_000)
    var same = 0
    for place in bytes.indices {
      var altered = bytes
      altered[place] ^= UInt8(1 << (place % 8))
      guard let kept = open(altered) else { continue }
      same += 1
      // The few bytes between two sections mean nothing.
      let store = try #require(self.store(kept))
      #expect(store.kept.idHash == read.store.kept.idHash && kept.problems == read.problems, "byte \(place)")
      if same % 20 == 1 { #expect(differences(read.store, store) == [], "byte \(place)") }
    }
    #expect(same < bytes.count / 8)
  }

  @Test("is refused when it is cut off at any byte, or longer, or empty")
  func everyLength() {
    for length in bytes.indices where open(Array(bytes[..<length])) != nil { Issue.record("\(length) of \(bytes.count) bytes were taken") }
    #expect(open(bytes + [0]) == nil && open(bytes + bytes) == nil && open(bytes) != nil)
    #expect(open(Array(repeating: 0, count: bytes.count)) == nil)
  }

  @Test("is refused from another version, of another annals, for another file")
  func foreign() {
    var other = bytes
    other[0] &+= 1
    other[bytes.count - 8] &+= 1
    #expect(open(other) == nil && open(resealed(other)) == nil)
    #expect(KeptSet(.memory(bytes), key: subject.key + [0], readers: readers) == nil)
    #expect(KeptSet(.memory(bytes), key: [], readers: readers) == nil)
    #expect(KeptSet(.memory(bytes), key: subject.key, readers: []) == nil)
    // The same records in a shorter file.
    guard case .rows(let shorter) = Format.table.open(.memory(Array(Self.text.utf8.dropLast(80))), name: files.paths[0]) else {
      Issue.record("no table")
      return
    }
    #expect(KeptSet(.memory(bytes), key: subject.key, readers: [shorter]) == nil)
  }

  @Test("gives a store that holds together, or none, when it was altered by somebody who sealed it again", arguments: 0..<4)
  func resealedDamage(batch: Int) {
    var random = SeededGenerator(batch + 900)
    var stores = 0
    for _ in 0..<150 {
      var altered = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let byte = [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random)
        altered[Int.random(in: 0..<altered.count, using: &random)] = byte ?? 0
      }
      guard let kept = open(resealed(altered)), let store = store(kept) else { continue }
      stores += 1
      store.prepareFirstPicture()
      store.prepare()
      for row in store.all.rows(0..<min(store.count, 30)) { _ = (store.event(at: row), store.summary(at: row), store.links(of: row)) }
      for field in [FacetField.actor, .place, .kind, .year, .source] { #expect(store.facets(field, in: store.all).allSatisfy { $0.events <= store.count }) }
      if let filter = try? store.parse("actor:alder since:1900 mill").get() { #expect(store.select(filter).count <= store.count) }
      _ = store.hits(store.search("mill"), in: store.all).count
    }
    #expect(stores > 10)
  }

  @Test("is replaced by what is read when it is damaged, through the loader's own way")
  func replaced() throws {
    var altered = bytes
    altered[bytes.count / 2] ^= 0xFF
    altered[8] ^= 0xFF
    try FileBytes.write(altered, atomicallyTo: subject.path)
    #expect(try files.open() == nil)
    #expect(try files.keep().isKept)
    #expect(differences(read.store, try #require(try files.open()).store) == [])
  }

  @Test("is no folder, no link to nowhere, no pipe")
  func noFile() async throws {
    for command in ["mkdir -p", "ln -s /nonexistent", "mkfifo"] {
      try FileOperations.system.remove(subject.path)
      #expect(try await Child.run(["sh", "-c", "\(command) '\(subject.path)'"]).status == 0)
      #expect(try files.open() == nil, "\(command)")
      #expect(try await Child.run(["rm", "-rf", subject.path]).status == 0)
      #expect(try files.keep().isKept)
    }
  }

  @Test(
    "is whole or not there, with nothing left beside it, whichever call fails, is short or interrupted while it is kept", arguments: FaultyFiles.Fault.allCases)
  func keepingFaults(fault: FaultyFiles.Fault) throws {
    var (refused, kept) = (0, 0)
    for isThere in [false, true] {
      try FaultyFiles.atEveryCall(fault) { faulty in
        if isThere { try FileBytes.write(bytes, atomicallyTo: subject.path) } else { try? FileOperations.system.remove(subject.path) }
        var own = files
        own.cache.files = faulty.files
        do { if try own.keep().isKept { kept += 1 } else { refused += 1 } } catch { refused += 1 }
        let again = try files.open()
        if isThere || fault == .isInterrupted || fault == .isShort { #expect(again != nil, "call \(faulty.position)") }
        if let again { #expect(differences(read.store, again.store) == [], "call \(faulty.position)") }
        let names = try FileBytes.list(directory: files.cache.folder).map(\.name)
        // What could not be taken away stays until it is old.
        #expect(names.count { $0.hasSuffix(".columns") } <= 1 && names.count { $0.hasSuffix(".new") } <= 1, "call \(faulty.position): \(names)")
        for name in names where name.hasSuffix(".new") { try FileOperations.system.remove(files.cache.folder + "/" + name) }
      }
    }
    #expect(kept > 4 && (fault == .fails || fault == .diskIsFull ? refused > 4 : refused == 0))
  }

  @Test("is opened, or the files are read, whichever call fails while it is opened", arguments: FaultyReading.Fault.allCases)
  func openingFaults(fault: FaultyReading.Fault) throws {
    var (position, whole) = (1, 0)
    while true {
      let faulty = FaultyReading(fault, at: position)
      var own = files
      own.cache.system = faulty.operations
      if let again = try own.open() {
        whole += 1
        #expect(differences(read.store, again.store) == [], "\(fault) at call \(position)")
      }
      guard faulty.struck else { break }
      position += 1
    }
    #expect(position > 3 && whole > 0)
  }

  @Test("is opened, or the files are read, when it cannot be found out where they lie or that it was used", arguments: FaultyFiles.Fault.allCases)
  func usingFaults(fault: FaultyFiles.Fault) throws {
    var whole = 0
    try FaultyFiles.atEveryCall(fault) { faulty in
      var own = files
      own.cache.files = faulty.files
      if let again = try own.open() {
        whole += 1
        #expect(again.store.count == read.store.count, "call \(faulty.position)")
      }
    }
    #expect(whole > (fault == .fails ? 1 : 2))
  }
}
