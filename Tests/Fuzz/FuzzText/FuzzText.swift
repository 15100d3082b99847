import Fuzzing
import Terminal

/// The gate: whatever a text is, what is drawn of it obeys nothing, and is as wide as is said.
enum FuzzText: FuzzTarget {
  static func test(_ bytes: UnsafeBufferPointer<UInt8>) {
    let string = String(decoding: bytes, as: UTF8.self)
    let text = CellText(string)
    check(text)
    demand(string.unicodeScalars.contains(where: \.isObeyed) ? text.substitutions > 0 : true, "something was replaced and not counted")
    demand(string.unicodeScalars.allSatisfy(\.isPlainLetter) ? text.width == string.unicodeScalars.reduce(0) { $0 + $1.columns } : true, "not so wide")

    let plain = CellText(string, ascii: true)
    check(plain)
    demand(plain.text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && plain.width == plain.text.utf8.count, "more than ASCII")
    demand(plain.text == text.asciiTwin.text, "two ways to ASCII, and two texts")
    demand(CellText(text.text).text == text.text && CellText(text.text).width == text.width, "what has passed the gate does not pass it again")

    let columns = Int(bytes.first ?? 0) % 24
    checkCuts(of: text, at: columns)
    checkDrawing(of: text, in: columns)
    for line in CellText.lines(of: string) { check(line) }
  }

  private static func check(_ text: CellText) {
    demand(!text.text.unicodeScalars.contains(where: \.isObeyed), "a control passes: \(text.text.debugDescription)")
    demand(text.units.reduce(0) { $0 + $1.width } == text.width, "the sum is not the width")
    demand(text.units.first?.isMark != true, "a mark leads")
    var marks = 0
    for unit in text.units {
      marks = unit.isMark ? marks + 1 : 0
      demand(marks <= CellText.marksPerBase, "\(marks) marks on a letter")
    }
  }

  /// A piece is never wider than it may be, nor narrower than a wide glyph that did not fit makes it.
  private static func checkCuts(of text: CellText, at columns: Int) {
    let (front, rest) = (text.prefix(columns: columns), text.dropping(columns: columns))
    demand(front.width <= columns && front.width >= min(columns, text.width) - 1, "\(front.width) columns of \(columns)")
    demand(front.width + rest.width <= text.width && front.width + rest.width >= text.width - 2, "the pieces are not the whole")
    demand(text.text.unicodeScalars.starts(with: front.text.unicodeScalars), "the front is another text")
    demand(text.truncated(to: columns).width <= columns, "truncated, and too wide")
    guard columns > 1 else { return }
    let lines = text.wrapped(to: columns)
    demand(lines.allSatisfy { $0.width <= columns }, "a line is too wide")
    let letters = { (text: CellText) in text.text.unicodeScalars.filter { $0 != " " } }
    demand(lines.flatMap(letters) == Array(letters(text)), "wrapping loses letters")
    for piece in lines + [front, rest] { check(piece) }
  }

  /// Drawn between two neighbours, it leaves them alone; and what stands in the cells is the text.
  private static func checkDrawing(of text: CellText, in columns: Int) {
    var canvas = Canvas(size: Size(columns: columns + 2, rows: 1))
    canvas.write("[", at: .zero, style: .normal)
    canvas.write("]", at: Point(x: columns + 1, y: 0), style: .normal)
    canvas.write(text, at: Point(x: 1, y: 0), style: .normal, within: Rect(x: 1, y: 0, width: columns, height: 1))
    let cells = Array(canvas.row(0))
    demand(cells.first?.glyph == 0x5B && cells.last?.glyph == 0x5D, "it is drawn over its neighbours")
    var skip = 0
    for cell in cells {
      demand((cell.width == 0) == (skip > 0), "half a glyph")
      skip = skip > 0 ? skip - 1 : Int(cell.width) - 1
    }
    let drawn = cells.dropFirst().dropLast().flatMap { canvas.scalars(of: $0) }
    let wanted = text.prefix(columns: columns).text.unicodeScalars.map(\.value)
    demand(drawn.starts(with: wanted) && drawn.dropFirst(wanted.count).allSatisfy { $0 == 0x20 }, "other cells than the text")
  }
}

@_cdecl("LLVMFuzzerTestOneInput") func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt { FuzzText.test(bytes, count) }

extension Unicode.Scalar {
  /// Letters of whose width there is no doubt, told without the table of the program.
  fileprivate var isPlainLetter: Bool {
    switch value {
    case 0x20..<0x7F, 0xC0...0x24F, 0x391...0x3A1, 0x400...0x44F, 0x531...0x556, 0x5D0...0x5EA, 0x10D0...0x10F0, 0x3041...0x3096, 0x4E00...0x9FFF,
      0xAC00...0xD7A3:
      true
    default: false
    }
  }

  fileprivate var columns: Int { value >= 0x3041 ? 2 : 1 }
}
