import Terminal
import Testing

@Suite("What changed from one picture to the next")
struct CanvasComparingTests {
  private func canvas(_ rows: [String]) -> Canvas {
    var canvas = Canvas(size: Size(columns: 12, rows: rows.count))
    for (y, row) in rows.enumerated() { canvas.write(CellText(row), at: Point(x: 0, y: y), style: .normal) }
    return canvas
  }

  private let list = ["head", "a", "b", "c", "d", "e", "f", "foot"]

  @Test("A list moved by one row is scrolled, whichever way, also when a selection moves with it")
  func byOne() {
    let former = canvas(list)
    #expect(canvas(["head", "b", "c", "d", "e", "f", "g", "foot"]).isScrolledByOneRow(since: former))
    #expect(canvas(["head", "z", "a", "b", "c", "d", "e", "foot"]).isScrolledByOneRow(since: former))
    #expect(canvas(["head", "b", "c", "d", "> e", "f", "> g", "foot"]).isScrolledByOneRow(since: canvas(["head", "a", "b", "c", "d", "> e", "f", "foot"])))
  }

  @Test(
    "What moved by more, or only in part, is drawn",
    arguments: [
      ["head", "c", "d", "e", "f", "g", "h", "foot"],
      ["head", "b", "c", "d", "w", "x", "y", "z"],
      ["head", "a", "b", "c", "d", "e", "x", "foot"],
      ["head", "a", "b", "c", "d", "e", "f", "foot"],
    ])
  func otherwise(_ rows: [String]) { #expect(!canvas(rows).isScrolledByOneRow(since: canvas(list))) }

  @Test("Pictures of two sizes have nothing in common")
  func sizes() { #expect(!canvas(list).isScrolledByOneRow(since: canvas(Array(list.dropLast())))) }

  @Test("The stretches that changed are handed over with what stands close between them, and no glyph is split")
  func changes() {
    func changes(_ then: String, _ now: String) -> [Range<Int>] {
      var found: [Range<Int>] = []
      canvas([now]).visitChanges(inRow: 0, since: canvas([then])) { found.append($0) }
      return found
    }
    #expect(changes("abcdefghijkl", "abcdefghijkl") == [])
    #expect(changes("abcdefghijkl", "abXdefghijkl") == [2..<3])
    #expect(changes("abcdefghijkl", "aXcdYfghijkl") == [1..<5])
    #expect(changes("abcdefghijkl", "Xbcdefghijkl") == [0..<1])
    #expect(changes("abcdefghijkl", "Xbcdefghijkz") == [0..<1, 11..<12])
    #expect(changes("a\u{4E2D}cd", "a\u{6587}cd") == [1..<3])
  }
}
