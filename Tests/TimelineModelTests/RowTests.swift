import EDTF
import Testing
import TimelineModel

@Suite("Rows in columns of fixed width")
struct RowTests {
  private func facts(_ date: String?, weight: Int? = nil, killed: Figure? = nil, sources: Int = 0) throws -> RowFacts {
    RowFacts(date: try date.map { try EDTFDate($0) }, kind: 0, id: "id", weight: weight, killed: killed, sourceCount: sources, marks: [.dated, .isDisputed])
  }

  @Test("Days saturate at the ends of the column, and open ends have a value of their own")
  func days() throws {
    #expect(RowFacts.column(Day(0)) == 0 && RowFacts.column(Day(.max)) == Int32.max - 1 && RowFacts.column(Day(.min)) == Int32.min + 1)
    let open = try facts("2020-01-01/..")
    #expect(open.earliest == 18_262 && open.latest == RowFacts.openEnd && open.marks.contains(.dated))
    let before = try facts("../2020-01-01")
    #expect(before.earliest == RowFacts.openStart && before.marks.contains(.dated))
    for nothing in [try facts("../.."), try facts(nil)] { #expect(!nothing.marks.contains(.dated) && nothing.marks.contains(.isDisputed)) }
  }

  @Test("Weights and counts saturate, and no weight is not a weight", arguments: [(nil, -128), (1, 1), (900, 127), (-900, -127)] as [(Int?, Int8)])
  func weights(_ row: (weight: Int?, stored: Int8)) throws {
    #expect(try facts("2020", weight: row.weight).weight == row.stored)
    #expect(try facts("2020", sources: 1_000_000).sourceCount == .max)
  }

  @Test(
    "A figure is packed and unpacked whole, saturating where it is absurd",
    arguments: [
      (nil, nil), (Figure(4), Figure(4)), (Figure(low: 1, best: nil, high: 9), Figure(low: 1, best: nil, high: 9)),
      (Figure(.max), Figure(Int(Int32.max))), (Figure(-4), Figure(0)),
    ] as [(Figure?, Figure?)])
  func figures(_ row: (figure: Figure?, kept: Figure?)) {
    let packed = PackedFigure(row.figure)
    #expect(packed.figure == row.kept)
    #expect(packed.range?.low == row.kept?.low && packed.range?.high == row.kept?.high && packed.bestNumber == row.kept?.best)
  }

  @Test("The hash of an id is FNV-1a, the same for text and bytes")
  func hashes() {
    #expect(RowFacts.hash(ofID: "") == 0xcbf2_9ce4_8422_2325)
    #expect(RowFacts.hash(ofID: "a") == 0xaf63_dc4c_8601_ec8c)
    #expect(RowFacts.hash(ofID: "sotk") == RowFacts.hash(ofID: Array("sotk".utf8)))
  }

  @Test("A chunk keeps each row's lists, text, columns and links apart")
  func chunk() throws {
    var chunk = RowChunk()
    chunk.actors.add(chunk.actors.code(for: "a"))
    chunk.actors.add(chunk.actors.code(for: "b"))
    chunk.actors.add(chunk.actors.code(for: "a"))
    chunk.addText("one")
    chunk.addText("two")
    chunk.addLink(Link(.follows, "x"), from: "id")
    chunk.append(try facts("2020"))
    chunk.addExtra("region", "north")
    chunk.addExtra("region", "south")
    chunk.addText("three")
    chunk.append(try facts("2021"))
    chunk.addExtra("region", "north")
    chunk.append(try facts("2022"))
    #expect(chunk.count == 3 && chunk.actors.codes == [0, 1] && chunk.actors.ends == [2, 2, 2])
    #expect(String(decoding: chunk.text, as: UTF8.self) == "one\u{1F}twothree" && chunk.textEnds == [7, 12, 12])
    #expect(chunk.extras.map(\.name) == ["region"] && chunk.extras[0].lists.codes == [0, 1, 0] && chunk.extras[0].lists.ends == [0, 2, 3])
    #expect(chunk.links.map(\.row) == [0] && chunk.links.map(\.id) == ["id"])
    #expect(chunk.actors.dictionary.known("b") == 1 && chunk.actors.dictionary.known("c") == nil && chunk.actors.dictionary.values == ["a", "b"])
  }
}
