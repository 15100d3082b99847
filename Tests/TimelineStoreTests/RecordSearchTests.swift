import EDTF
import SeededRandom
import Testing
import TimelineModel
import TimelineStore

/// Records in memory, as a reader of tables would leave them.
struct SmallRecords: RecordText, EventDecoder {
  let rows: [[String]]
  let separator: UInt8

  private static func quoted(_ field: String, _ separator: UInt8) -> String {
    let isPlain = !field.utf8.contains { $0 == separator || $0 == 0x22 || $0 == 0x0A }
    return isPlain ? field : "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  private var records: [[UInt8]] {
    rows.map { row in Array((row.map { Self.quoted($0, separator) }.joined(separator: String(UnicodeScalar(separator))) + "\n").utf8) }
  }

  func withRecords<Result>(_ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt32>) -> Result) -> Result {
    var starts: [UInt32] = []
    var bytes: [UInt8] = []
    for record in records {
      starts.append(UInt32(bytes.count))
      bytes += record
    }
    return bytes.withUnsafeBufferPointer { bytes in starts.withUnsafeBufferPointer { body(bytes, $0) } }
  }

  func forEachField(ofRecord index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    for field in rows[index] { Array(field.utf8).withUnsafeBufferPointer(body) }
  }

  func event(at index: Int) -> Event { Event(id: "\(index)", date: nil, title: rows[index].first ?? "", kind: EventKind(rawValue: "")) }

  var store: EventStore {
    let textRows = rows.indices.filter { rows[$0].contains { $0.utf8.contains { $0 >= 0x80 } } }.map { UInt32($0) }
    let facts = rows.indices.map { RowFacts(date: EDTFDate(Day(Int64($0))), kind: 0, id: "\($0)") }
    let none = CodeLists(dictionary: CodeDictionary(), codes: [], risingEnds: [])
    let chunk = RowChunk(
      facts: facts, kinds: CodeDictionary(distinct: [""]), actors: none, places: none, sources: none, extras: [], records: self,
      textRows: textRows)
    var builder = StoreBuilder(Timeline(id: "t", title: "t"))
    builder.append(chunk, from: builder.addSource(self))
    return builder.snapshot()
  }
}

@Suite("Search through records as they lie")
struct RecordSearchTests {
  private func found(_ query: String, _ rows: [[String]], separator: Character = ",") -> [Int] {
    let store = SmallRecords(rows: rows, separator: separator.asciiValue ?? 0x2C).store
    let hits = store.hits(store.search(query), in: store.all)
    // The nearest hit is found row by row, all hits at once; they agree.
    #expect(store.nearestHit(store.search(query), from: nil, forward: true, in: store.all) == hits.row(at: 0))
    return hits.rows(0..<rows.count).map(\.number)
  }

  private static let rows = [
    ["Rami village", "on the Rami-Idlib road", "1990"],
    ["Idlib, city", "say \"no\" to it", "RAMI"],
    ["Şuşa", "ceasefire", "two\nlines"],
    ["Ba'ath", "cease   fire", "a_b"],
    ["plain", "cease", "fire"],
    ["killed, two", "a", ""],
    ["killed", "two", "a\tb"],
  ]

  @Test(
    "finds words and phrases in any field, case, marks, hyphens and apostrophes apart, and never across two fields",
    arguments: [
      ("rami", [0, 1]), ("RAMI", [0, 1]), ("\"rami idlib\"", [0]), ("\"idlib road\"", [0]), ("1990", [0]), ("\"idlib, city\"", [1]), ("susa", [2]),
      ("şuşa", [2]), ("\"two lines\"", [2]), ("baath", [3]), ("ba'ath", [3]), ("\"cease fire\"", [3]), ("ceasefire", [2]), ("cease fire", [2, 3, 4]),
      ("\"a b\"", [3, 6]), ("\"killed, two\"", [5]), ("\"killed two\"", []), ("\"lines ba\"", []), ("\"city say\"", []), ("nowhere", []),
      ("e", [0, 2, 3, 4, 5, 6]),
      (",", [1, 5]), ("\"no to it\"", []), ("to", [1]), ("\"rami 1990\"", []), ("\"1990 idlib\"", []), ("բ", []),
    ] as [(String, [Int])])
  func queries(query: String, rows: [Int]) {
    #expect(found(query, Self.rows) == rows)
    // A tab folds to a blank, so that here a phrase could reach into the next field.
    if !query.contains("\"") { #expect(found(query, Self.rows, separator: "\t") == rows) }
  }

  @Test("finds a phrase with a tab in a field between quotes, and none across the tabs between fields")
  func tabs() {
    #expect(found("\"a b\"", Self.rows, separator: "\t") == [3, 6])
    #expect(found("\"cease fire\"", Self.rows, separator: "\t") == [3])
    #expect(found("\"killed two\"", Self.rows, separator: "\t") == [])
  }

  @Test("finds what looking at every folded field finds, in random rows", arguments: 0..<30)
  func random(seed: Int) throws {
    var random = SeededGenerator(seed + 77)
    let letters = ["a", "b", "A", " ", "-", "'", "\"", ",", "ş", "é", "n", "\n", "  ", "\u{1F}", "x"]
    func text(_ most: Int) -> String {
      (0..<Int.random(in: 0...most, using: &random)).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }.joined()
    }
    let rows = (0..<150).map { _ in (0..<4).map { _ in text(12) } }
    let store = SmallRecords(rows: rows, separator: 0x2C).store
    for _ in 0..<60 {
      let phrase = text(4).filter { $0 != "\"" && $0 != "\u{1F}" }
      let query = store.search("\"\(phrase)\"")
      let wanted = rows.indices.filter { row in !query.isEmpty && rows[row].contains { query.matches($0) } }
      #expect(store.hits(query, in: store.all).rows(0..<rows.count).map(\.number) == wanted, "\(phrase.debugDescription)")
    }
  }

  @Test("finds among the hits of a shorter word what it finds among all rows, in random rows", arguments: 0..<20)
  func narrowing(seed: Int) {
    var random = SeededGenerator(seed)
    let words = ["truce", "Truce", "trück", "violated", "village", "Şuşa", "road", "tr", "'tru", "ce"]
    let rows = (0..<400).map { _ in (0..<3).map { _ in (0..<3).map { _ in random.pick(words) }.joined(separator: random.pick([" ", "-", ""])) } }
    let store = SmallRecords(rows: rows, separator: 0x2C).store
    for text in ["truce violated", "truck susa", "\"road truce\" vill", "villagetr ce"] {
      var last: SearchScan?
      for end in 1...text.utf8.count {
        let query = store.search(String(text.prefix(end)))
        var scan = SearchScan(query, in: store.all, of: store, after: last)
        while scan.hits == nil { scan.step() }
        #expect(scan.hits == store.hits(query, in: store.all), "\(query.text)")
        last = scan
      }
    }
  }
}
