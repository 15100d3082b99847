import Bytes
import Testing
import TimelineFormats
import TimelineModel
import TimelineStore

/// Opens, reads and keeps a table.
private struct KeptTable {
  let opened: RowReader
  let store: EventStore
  let problems: [Problem]
  let bytes: [UInt8]

  init(_ text: [UInt8]) throws {
    let format = try #require(Format.detect(name: "a.csv", head: Array(text.prefix(8_192))))
    guard case .rows(var reader) = format.open(.memory(text), name: "a.csv") else { throw Opened.Unrecognised(name: "a.csv") }
    opened = reader
    var builder = StoreBuilder(reader.header)
    while let part = reader.next(atMost: 5) { builder.append(part.chunk, from: builder.addSource(part.decoder)) }
    (store, problems) = (builder.snapshot(), reader.problems)
    var bytes: [UInt8] = []
    let kept = KeptSet(columns: store.kept, directory: store.directory, parts: try #require(store.keptParts), problems: problems)
    #expect(kept.write(key: Array("key".utf8), names: ["a.csv"]) { bytes += $0 })
    self.bytes = bytes
  }
}

@Suite("What is kept of rows")
struct KeptSetTests {
  static let fixtures = [
    "ged/river-25.csv", "ged/river-17.csv", "ged/candidate-without-header.csv", "ged/faults.csv", "acled/current.csv", "acled/old.csv", "acled/monadic.csv",
    "acled/faults.csv", "table/river.csv", "table/river.tsv",
  ]

  /// Of every version the digest of what it keeps of the fixtures.
  private static let digests: [UInt64: UInt64] = [1: 0xE8CC_0E75_5E8B_72C0]

  @Test("is what this version always kept; who changes that, or what is read of a table, raises SectionForm.version and writes the digest down")
  func version() throws {
    var all: [UInt64] = []
    for fixture in Self.fixtures { all.append(Digest.of(try KeptTable(Array(try Fixtures.text("\(Fixtures.root)/Fixtures/\(fixture)").utf8)).bytes)) }
    let digest = all.withUnsafeBytes { Digest.of($0) }
    #expect(Self.digests[KeptSet.version] == digest, "\(KeptSet.version): 0x\(String(digest, radix: 16))")
  }

  @Test("is not written of rows that lie elsewhere than in the files")
  func elsewhere() throws {
    let table = try KeptTable(Array(try Fixtures.text("\(Fixtures.root)/Fixtures/table/river.csv").utf8))
    let kept = KeptSet(columns: table.store.kept, directory: table.store.directory, parts: try #require(table.store.keptParts), problems: [])
    var bytes = 0
    #expect(!kept.write(key: [], names: ["b.csv"]) { bytes += $0.count } && bytes == 0)
    #expect(EventStore(NativeFormat.read(try Fixtures.river()).timeline).keptParts == nil)
  }

  @Test("stops where the disk does, with the reason of the disk")
  func full() throws {
    struct Full: Error, Equatable { let written: Int }
    let table = try KeptTable(Array(try Fixtures.text("\(Fixtures.root)/Fixtures/ged/river-25.csv").utf8))
    let kept = KeptSet(columns: table.store.kept, directory: table.store.directory, parts: try #require(table.store.keptParts), problems: table.problems)
    var written = 0
    #expect(throws: Full.self) {
      _ = try kept.write(key: [], names: ["a.csv"]) { bytes throws(Full) in
        written += bytes.count
        if written > 1_000 { throw Full(written: written) }
      }
    }
    #expect(written > 1_000 && written < table.bytes.count)
  }
}

@Suite("Columns that were kept")
struct KeptColumnsTests {
  /// Three rows, one of which says two words.
  private static func columns() throws -> KeptColumns {
    try KeptTable(Array("id,date,title,actors,colour\na,1990,Shots,Alder;Birch,red\nb,1988,Talks,,blue\nc,,Walks,Birch,\n".utf8)).store.kept
  }

  @Test("are sound as they were made, in the order of time with the order of the file beside it")
  func sound() throws {
    let columns = try Self.columns()
    #expect(columns.isSound && columns.arrival == [1, 0, 2] && columns.actors.codes.count == 3)
    let colour = try #require(columns.extras.first)
    #expect(colour.lists.single?.count == 3 && colour.lists.spread.codes.count == 2 && colour.lists.spread.starts == [0, 1, 2, 2])
  }

  @Test("are not sound with a number that there is not")
  func unsound() throws {
    func expect(_ words: Comment, _ damage: (inout KeptColumns) -> Void) throws {
      var columns = try Self.columns()
      damage(&columns)
      #expect(!columns.isSound, words)
    }
    try expect("a row twice") { $0.arrival = [1, 1, 2] }
    try expect("no such row") { $0.arrival = [1, 0, 3] }
    try expect("too few") { $0.arrival = [0, 1] }
    try expect("out of order") { $0.earliest.swapAt(0, 1) }
    try expect("dated behind undated") { $0.marks.swapAt(1, 2) }
    try expect("a kind too many") { $0.kind[0] = 9 }
    try expect("a code too many") { $0.actors.codes[0] = 9 }
    try expect("a code too many among single ones") { $0.extras[0].lists.single = .bytes([0, 2, .max]) }
    try expect("a code that only stands above others") { $0.actors.ownCount = 1 }
    try expect("more codes than there are") { $0.actors.ownCount = 9 }
    try expect("a row too few") { $0.extras[0].lists.single = .bytes([0, 1]) }
    try expect("starts that fall") { $0.actors.starts = [0, 2, 1, 3] }
    try expect("a column too short") { $0.weight.removeLast() }
  }
}
