import EDTF
import Testing
import TimelineModel
import TimelineStore

/// Columns of one word a row, as tables bring them: numbered by one file, by several, or by each chunk for itself, in one, two or four bytes.
@Suite("Columns of one word a row")
struct PackedColumnTests {
  /// Words that lie in a file: `w7`, `w8` …
  private final class Words: WordSource {
    let first: Int
    init(from first: Int) { self.first = first }
    func word(_ number: Int) -> String { "w\(first + number)" }
  }

  private struct Rows: EventDecoder {
    func event(at index: Int) -> Event { Event(id: "r\(index)", date: nil, title: "", kind: EventKind(rawValue: "clash")) }
  }

  enum Numbering: CaseIterable, Sendable { case oneFile, twoFiles, eachForItself }

  private static let rowCount = 900

  /// The word of a row, of which there are so many; nil for every tenth row.
  private static func word(_ row: Int, _ words: Int) -> Int? { row % 10 == 9 ? nil : row * 7_919 % words }

  /// A chunk of rows whose words have numbers from 0 on, in a dictionary that has others too.
  private static func chunk(_ rows: Range<Int>, _ dictionary: CodeDictionary, first: Int, words: Int) -> RowChunk {
    let codes = rows.map { row in word(row, words).map { UInt32($0 - first) } ?? PackedCodes.none }
    let lists = CodeLists(dictionary: dictionary, single: codes.withUnsafeBufferPointer { PackedCodes($0, bound: dictionary.count) })
    var kinds = CodeDictionary()
    let facts = rows.map { RowFacts(date: EDTFDate(Day(Int64($0))), kind: kinds.code(for: "clash"), id: "r\($0)") }
    return RowChunk(facts: facts, kinds: kinds, actors: lists, places: CodeLists(), sources: CodeLists(), extras: [("region", lists)], links: [])
  }

  private static func store(_ numbering: Numbering, words: Int, actors: [Actor] = []) -> EventStore {
    var builder = StoreBuilder(Timeline(id: "t", title: "T", actors: actors))
    let (one, other) = (Words(from: 0), Words(from: 0))
    let source = builder.addSource(Rows())
    for part in 0..<3 {
      let rows = part * rowCount / 3..<(part + 1) * rowCount / 3
      let dictionary =
        switch numbering {
        // The longer dictionaries of one source begin as the shorter ones do.
        case .oneFile: CodeDictionary(one, count: words + part)
        case .twoFiles: CodeDictionary(part == 1 ? other : one, count: words)
        case .eachForItself: CodeDictionary(distinct: (0..<words).map { "w\($0)" })
        }
      builder.append(chunk(rows, dictionary, first: 0, words: words), from: source)
    }
    return builder.snapshot()
  }

  @Test("are counted, filtered and offered as plain loops say, however their words are numbered", arguments: Numbering.allCases, [3, 250, 300, 70_000])
  func plain(numbering: Numbering, words: Int) throws {
    let store = Self.store(numbering, words: words)
    var expected: [String: Int] = [:]
    for row in 0..<Self.rowCount { if let word = Self.word(row, words) { expected["w\(word)", default: 0] += 1 } }
    for field in [FacetField.actor, .column("region")] {
      #expect(Dictionary(uniqueKeysWithValues: store.facets(field, in: store.all).map { ($0.key, $0.events) }) == expected)
    }
    let half = store.select(try store.parse("until:1971-01-01").get())
    var ofHalf: [String: Int] = [:]
    for row in 0..<half.count { if let word = Self.word(row, words) { ofHalf["w\(word)", default: 0] += 1 } }
    for field in [FacetField.actor, .column("region")] {
      #expect(Dictionary(uniqueKeysWithValues: store.facets(field, in: half).map { ($0.key, $0.events) }) == ofHalf)
    }
    // Asked twice: the second time the rows of each word are known.
    for _ in 0..<2 {
      let word = "w\(Self.word(4, words) ?? 0)"
      let rows = (0..<Self.rowCount).filter { Self.word($0, words).map { "w\($0)" } == word }
      #expect(store.select(try store.parse("actor:=\(word)").get()).rows(0..<Self.rowCount) == rows.map(Row.init))
      #expect(store.select(try store.parse("-region:=\(word)").get()).count == Self.rowCount - rows.count)
      #expect(store.completions(for: "actor:\(word)", at: 6 + word.utf8.count, among: half).first { $0.text == word }?.count == ofHalf[word, default: 0])
      for row in rows.prefix(2) { _ = store.neighbour(of: Row(row), .actor, forward: true, in: store.all) }
    }
  }

  @Test("count a row once for whom its actor belongs to", arguments: Numbering.allCases, [3, 300, 70_000])
  func lineage(numbering: Numbering, words: Int) throws {
    let store = Self.store(numbering, words: words, actors: [Actor(id: "w1", name: "One", parent: "w0"), Actor(id: "w0", name: "Nought", parent: "all")])
    let own = (0..<Self.rowCount).count { Self.word($0, words).map { $0 < 2 } ?? false }
    #expect(store.facets(.actor, in: store.all).first { $0.key == "w0" }?.events == (own == 0 ? nil : own))
    #expect(store.select(try store.parse("actor:w0").get()).count == own)
    #expect(store.select(try store.parse("-actor:w0").get()).count == Self.rowCount - own)
  }
}
