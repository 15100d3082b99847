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
    "Rows that moved by two or more are found where they stood, be it only one: ncurses takes those around it along",
    arguments: [
      (["head", "c", "d", "e", "f", "g", "h", "foot"], [3, 4, 5, 6]),
      (["head", "x", "y", "a", "b", "c", "d", "foot"], [1, 2, 3, 4]),
      (["head", "b", "c", "d", "e", "f", "g", "foot"], []),
      (["head", "z", "a", "b", "c", "d", "e", "foot"], []),
      (["head", "w", "x", "a", "b", "y", "z", "foot"], [1, 2]),
      (["head", "v", "w", "x", "y", "a", "z", "foot"], [1]),
      (["head", "a", "b", "c", "d", "e", "f", "foot"], []),
      (["e", "f", "foot", "c", "d", "head", "a", "b"], [0, 1, 2, 5, 6, 7]),
    ])
  func moved(_ row: (rows: [String], sources: [Int])) { #expect(canvas(row.rows).rowsMovedFar(since: canvas(list)) == row.sources) }

  @Test("A row that stands twice moved nowhere, and one in another look is the same row")
  func twice() {
    let then = canvas(["head", "a", "", "", "b", "c"])
    #expect(canvas(["", "x", "head", "b", "", "c"]).rowsMovedFar(since: then) == [0])
    var now = canvas(["x", "y", "z", "a", "w", "v"])
    now.write(CellText("a"), at: Point(x: 0, y: 3), style: Style(.selection))
    #expect(now.rowsMovedFar(since: then) == [1])
  }

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
