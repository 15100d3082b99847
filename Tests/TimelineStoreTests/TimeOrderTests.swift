import EDTF
import SeededRandom
import Testing
import TimelineModel
import TimelineStore

@Suite("The order of time")
struct TimeOrderTests {
  /// Which days and weights occur.
  enum Spread: CaseIterable {
    case decades, decadesWithOpenEnds, allDays, oneDay, none
  }

  private static func fact(_ spread: Spread, _ random: inout SeededGenerator) -> RowFacts {
    var row = RowFacts(date: nil, kind: 0, weight: Bool.random(using: &random) ? Int.random(in: -200...200, using: &random) : nil)
    if spread == .none || Int.random(in: 0..<10, using: &random) == 0 { return row }
    row.marks.insert(.dated)
    switch spread {
    case .none: break
    case .oneDay: (row.earliest, row.latest) = (-3, -3)
    case .allDays: (row.earliest, row.latest) = (Int32.random(in: .min ... .max, using: &random), Int32.random(in: .min ... .max, using: &random))
    case .decades, .decadesWithOpenEnds:
      row.earliest = Int32.random(in: -9_000...9_000, using: &random)
      row.latest = row.earliest + Int32.random(in: 0...700, using: &random)
      guard spread == .decadesWithOpenEnds else { break }
      if Bool.random(using: &random) { row.latest = RowFacts.openEnd } else if Bool.random(using: &random) { row.earliest = RowFacts.openStart }
    }
    return row
  }

  /// What a row is sorted by: what has no date, and what has no weight, comes last.
  private static func isBefore(_ one: (row: RowFacts, arrival: Int), _ other: (row: RowFacts, arrival: Int)) -> Bool {
    func key(_ row: RowFacts) -> (Int, Int, Int, Int) {
      let isDated = row.marks.contains(.dated)
      return (
        isDated ? 0 : 1, isDated ? Int(row.earliest) : 0, isDated ? Int(row.latest) : 0, row.weight == RowFacts.noWeight ? 999 : Int(row.weight)
      )
    }
    let (first, second) = (key(one.row), key(other.row))
    return first != second ? first < second : one.arrival < other.arrival
  }

  @Test("is that of a plain sort, whatever days there are", arguments: Spread.allCases, [3, 900, 5_000])
  func plain(spread: Spread, count: Int) {
    var random = SeededGenerator(count)
    let facts = (0..<count).map { _ in Self.fact(spread, &random) }
    var builder = StoreBuilder(Timeline(id: "t", title: "t"))
    let source = builder.addSource(ChunkedStore.Rows { "\($0)" })
    for first in stride(from: 0, to: count, by: 1_700) {
      var chunk = RowChunk()
      for row in facts[first..<min(count, first + 1_700)] { chunk.append(row) }
      builder.append(chunk, from: source)
    }
    let store = builder.snapshot()
    let expected = facts.enumerated().map { (row: $0.element, arrival: $0.offset) }.sorted(by: Self.isBefore).map { "row-\($0.arrival)" }
    let firstWrong = expected.indices.first { store.event(at: Row($0)).id != expected[$0] }
    #expect(store.count == count && firstWrong == nil)
  }

  @Test("leaves rows that came in order as they came")
  func inOrder() {
    let store = ChunkedStore.make(rows: 3_000) { "\($0)" }
    #expect(store.rowsAsTheyArrived.map(\.number) == Array(0..<3_000))
  }
}
