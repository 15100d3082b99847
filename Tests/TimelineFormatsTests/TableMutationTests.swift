import SeededRandom
import Testing
import TimelineFormats
import TimelineModel

@Suite("Damaged tables")
struct TableMutationTests {
  static let fixtures = [
    "ged/river-25.csv", "ged/river-17.csv", "ged/faults.csv", "acled/current.csv", "acled/old.csv", "acled/monadic.csv", "acled/faults.csv", "gdelt/201303.csv",
    "gdelt/20150302101500.export.CSV", "gdelt/faults.export.CSV", "table/river.csv",
    "table/river.tsv", "timelinejs/river.csv", "timelinejs/river.json",
  ]

  /// What is written into a file where it hurts.
  static let pieces: [[UInt8]] =
    [
      "\"", "\"\"", ",", "\n", "\r", "\r\n", ";", "\t", "-1", "99999999999999999999", "0025-01-01", "NaN", "1e400", "{", "[", "}", "\\u", "é", "\u{202E}", "",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xEF, 0xBB, 0xBF], [0xC3]]

  static func damage(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 0...12, using: &generator))
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: place)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.replaceSubrange(place..<end, with: pieces.randomElement(using: &generator) ?? [])
      default: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
      }
    }
    return bytes
  }

  @Test("However a file is damaged, every record of it comes back as an event, and what a store holds is what the event says", arguments: fixtures)
  func damaged(fixture: String) throws {
    let bytes = Array(try Fixtures.text("\(Fixtures.root)/Fixtures/\(fixture)").utf8)
    let original = try #require(Format.detect(name: fixture, head: bytes))
    var generator = SeededGenerator(fixture.utf8.count)
    for _ in 0..<150 {
      let text = Self.damage(bytes, &generator)
      let opened = Opened(original, text, name: fixture)
      guard original.isTable else { continue }
      let directory = Directory(opened.header)
      #expect(opened.facts.count == opened.events.count)
      for (fact, event) in zip(opened.facts, opened.events) {
        let dates = RowFacts(date: event.date, kind: 0)
        var wrong: [String] = []
        if (fact.earliest, fact.latest, fact.precision) != (dates.earliest, dates.latest, dates.precision) { wrong.append("date") }
        if fact.idHash != RowFacts.hash(ofID: event.id) { wrong.append("id") }
        if fact.killed != PackedFigure(Toll(.killed, of: event, in: directory)?.figure) { wrong.append("killed") }
        if fact.marks.subtracting(.dated) != RowMarks(of: event) { wrong.append("marks") }
        if !wrong.isEmpty {
          Issue.record("\(wrong) of \(event) are not those of \(fact) in \(String(decoding: text, as: UTF8.self).debugDescription)")
          return
        }
      }
    }
  }
}
