import SeededRandom
import Terminal
import Testing

@Suite("Drawing on a canvas")
struct CanvasTests {
  var canvas = Canvas(size: Size(columns: 12, rows: 3))

  @Test("Text is clipped at every edge, and wide glyphs are never cut in half")
  mutating func clipping() {
    canvas.write("Artillery", at: Point(x: 6, y: 0), style: .normal)
    canvas.write("東京都", at: Point(x: -1, y: 1), style: .normal)
    canvas.write("東京都", at: Point(x: 7, y: 2), style: .normal)
    canvas.write("never", at: Point(x: 0, y: 3), style: .normal)
    canvas.write("never", at: Point(x: 0, y: -1), style: .normal)
    canvas.write("never", at: Point(x: .max, y: 0), style: .normal)
    canvas.write("never", at: Point(x: .min, y: 0), style: .normal)
    #expect(canvas.text == "      Artill\n 京都\n       東京")
  }

  @Test("A clip bounds the text, and the columns written are told")
  mutating func clip() {
    let clip = Rect(x: 2, y: 0, width: 4, height: 1)
    #expect(canvas.write("abcdefgh", at: .zero, style: .normal, within: clip) == 6)
    #expect(canvas.write("Şuşa", at: Point(x: 1, y: 2), style: .normal) == 4)
    #expect(canvas.write("x", at: Point(x: 0, y: 1), style: .normal, within: clip) == 0)
    #expect(canvas.text == "  cdef\n\n Şuşa")
  }

  @Test("What covers half of a wide glyph blanks the other half")
  mutating func halves() {
    canvas.write("東京", at: .zero, style: .normal)
    canvas.write("x", at: Point(x: 1, y: 0), style: .normal)
    canvas.write("東京", at: Point(x: 0, y: 1), style: .normal)
    canvas.write("x", at: Point(x: 2, y: 1), style: .normal)
    canvas.write("東京", at: Point(x: 0, y: 2), style: .normal)
    canvas.write("都", at: Point(x: 1, y: 2), style: .normal)
    #expect(canvas.text == " x京\n東x\n 都")
    for y in 0..<3 { #expect(canvas.row(y).reduce(0) { $0 + Int($1.width) } == 12) }
  }

  @Test("Marks stay on their letter, and the same cluster is kept once")
  mutating func clusters() {
    canvas.write("e\u{301}e\u{301}", at: .zero, style: .normal)
    canvas.write("o\u{302}\u{323}", at: Point(x: 0, y: 1), style: .normal)
    #expect(canvas.text == "e\u{301}e\u{301}\no\u{302}\u{323}\n")
    #expect(canvas.clusters.count == 2)
    canvas.clear()
    #expect(canvas.text == "\n\n")
    #expect(canvas.clusters.count == 2)
  }

  @Test("A fill stops at the edges; a wide glyph leaves an odd column blank")
  mutating func fill() {
    canvas.fill(Rect(x: 10, y: 0, width: 50, height: 1), with: "─", style: Style(.rule))
    canvas.fill(Rect(x: 0, y: 1, width: 5, height: 1), with: "東", style: .normal)
    canvas.fill(Rect(x: -5, y: 2, width: 7, height: 9), with: "e\u{301}", style: .normal)
    canvas.fill(.zero, style: .normal)
    #expect(canvas.text == "          ──\n東東\ne\u{301}e\u{301}")
    #expect(canvas.roles() == "..........--\n\n")
  }

  @Test("Roles are letters in the shape of the drawing, and substitutes mark themselves")
  mutating func roles() {
    canvas.write("Sotk", at: .zero, style: Style(.title, [.bold]))
    canvas.write("a\u{1b}b", at: Point(x: 1, y: 1), style: Style(.date))
    #expect(canvas.roles() == "TTTT\n.DxD\n")
    #expect(canvas.roles([.title: "#"]) == "####\n.DxD\n")
    canvas.restyle(canvas.bounds.row(0)) { Style(.selection, $0.attributes) }
    #expect(canvas.roles() == "SSSSSSSSSSSS\n.DxD\n")
    #expect(canvas[Point(x: 0, y: 0)]?.style == Style(.selection, [.bold]))
    canvas.restyle(canvas.bounds, style: Style(.menu))
    #expect(canvas.roles() == "MMMMMMMMMMMM\nMMxMMMMMMMMM\nMMMMMMMMMMMM")
    #expect(canvas[Point(x: 12, y: 0)] == nil)
  }

  @Test("Restyling one half of a wide glyph restyles both")
  mutating func restyleWide() {
    canvas.write("東", at: .zero, style: .normal)
    canvas.restyle(Rect(x: 0, y: 0, width: 1, height: 1), style: Style(.match))
    #expect(canvas.roles() == "mm\n\n")
  }

  @Test("Where the locale shows ASCII alone, everything drawn is ASCII")
  func ascii() {
    var canvas = Canvas(size: Size(columns: 20, rows: 2), ascii: true)
    canvas.write("▁▃▅█ Şuşa – Երևան", at: .zero, style: .normal)
    canvas.fill(Rect(x: 0, y: 1, width: 20, height: 1), with: "─", style: .normal)
    #expect(canvas.text == ".-+# Susa - Yerevan\n--------------------")
    #expect(canvas.cellText("ı").text == "i")
  }

  @Test("No size and no place can break a canvas", arguments: [(0, 0), (1, 1), (2, 1), (3, 200), (500, 200), (-4, 7)])
  func anySize(columns: Int, rows: Int) {
    var canvas = Canvas(size: Size(columns: columns, rows: rows))
    var random = SeededGenerator(3)
    let texts: [CellText] = ["", "a", "東京都 e\u{301}\u{302}", "\u{1b}\u{301}👍🏽", "Artillery exchange near Sotk"]
    for _ in 0..<500 {
      let point = Point(x: random.below(600) - 50, y: random.below(240) - 20)
      let clip = Rect(x: random.below(100) - 50, y: random.below(100) - 50, width: random.below(100), height: random.below(100))
      canvas.write(texts[random.below(5)], at: point, style: .normal, within: random.below(2) == 0 ? clip : nil)
      canvas.fill(clip, with: texts[random.below(5)], style: .dim)
      canvas.restyle(clip, style: .strong)
    }
    for y in 0..<canvas.size.rows {
      #expect(canvas.row(y).reduce(0) { $0 + Int($1.width) } == canvas.size.columns)
    }
    #expect(canvas.row(-1).isEmpty && canvas.row(canvas.size.rows).isEmpty)
  }

  @Test("No two roles share a letter, and every role has a sentence")
  func roleTable() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
    #expect(Role.allCases.allSatisfy { !$0.summary.isEmpty })
  }
}
