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

  @Test(
    "Rows that moved by two or more are found where they stood, three of them at least that moved alike",
    arguments: [
      (["head", "c", "d", "e", "f", "g", "h", "foot"], [3, 4, 5, 6]),
      (["head", "x", "y", "a", "b", "c", "d", "foot"], [1, 2, 3, 4]),
      (["head", "b", "c", "d", "e", "f", "g", "foot"], []),
      (["head", "z", "a", "b", "c", "d", "e", "foot"], []),
      (["head", "w", "x", "a", "b", "y", "z", "foot"], []),
      (["head", "a", "b", "c", "d", "e", "f", "foot"], []),
      (["e", "f", "foot", "c", "d", "head", "a", "b"], [0, 1, 2, 5, 6, 7]),
    ])
  func moved(_ row: (rows: [String], sources: [Int])) { #expect(canvas(row.rows).rowsMovedFar(since: canvas(list)) == row.sources) }

  @Test("Pictures of two sizes have nothing in common")
  func sizes() { #expect(canvas(list).rowsMovedFar(since: canvas(Array(list.dropLast()))) == []) }

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
