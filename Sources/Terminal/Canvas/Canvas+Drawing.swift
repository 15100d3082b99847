extension Canvas {
  /// Writes a text in one row, clipped to the canvas and to `clip`.
  ///
  /// A wide glyph of which half would be cut is not drawn; the half that is inside becomes blank. So does the rest of a wide glyph that is
  /// overwritten in part. What the gate replaced is drawn in ``Role/substitute``.
  ///
  /// - Parameters:
  ///   - text: What to write.
  ///   - origin: The cell of the first glyph; it may lie outside, also left of the canvas or above it.
  ///   - style: How to draw it.
  ///   - clip: The rectangle beyond which nothing is drawn; nil for the whole canvas.
  /// - Returns: The columns that the text takes from its origin on, whether inside or not, up to the clip's right edge.
  @discardableResult
  package mutating func write(_ text: CellText, at origin: Point, style: Style, within clip: Rect? = nil) -> Int {
    let text = ascii ? text.asciiTwin : text
    let area = clip.map { bounds.intersection($0) } ?? bounds
    guard origin.y >= area.y, origin.y < area.maxY, origin.x < area.maxX else { return 0 }
    let start = max(origin.x, area.x)
    let end = min(origin.x.addingSaturated(text.width), area.maxX)
    if start < end { parting(at: start, and: end, y: origin.y) }
    let row = origin.y * size.columns
    let substitute = Style(.substitute, style.attributes)
    if text.units.allSatisfy(\.isPlain) {
      if start < end { put(text.units[start - origin.x..<end - origin.x], at: row + start, style: style, substitute: substitute) }
      return end.subtractingSaturated(origin.x)
    }
    var x = origin.x
    var index = 0
    while index < text.units.count, x < area.maxX {
      let base = text.units[index]
      index += 1
      let firstMark = index
      while index < text.units.count, text.units[index].isMark { index += 1 }
      let width = base.width
      let next = x.addingSaturated(width)
      if x >= area.x, next <= area.maxX {
        let glyph = firstMark == index ? base.scalarValue : number(of: base, marks: text.units[firstMark..<index])
        let style = base.isSubstitute ? substitute : style
        cells[row + x] = Cell(glyph: glyph, style: style, width: width == 2 ? 2 : 1)
        if width == 2 { cells[row + x + 1] = .continuation(style) }
      } else if next > area.x {
        for column in max(x, area.x)..<min(next, area.maxX) { cells[row + column] = .blank(style) }
      }
      x = next
    }
    return x.subtractingSaturated(origin.x)
  }

  /// Writes units that are a cell each, one after another.
  private mutating func put(_ units: ArraySlice<CellText.Unit>, at start: Int, style: Style, substitute: Style) {
    cells.withUnsafeMutableBufferPointer { cells in
      var index = start
      for unit in units {
        cells[index] = Cell(glyph: unit.scalarValue, style: unit.isSubstitute ? substitute : style, width: 1)
        index += 1
      }
    }
  }

  /// Fills a rectangle with one glyph; a wide one leaves the last column blank where the width is odd.
  package mutating func fill(_ rect: Rect, with glyph: CellText = " ", style: Style) {
    let area = bounds.intersection(rect)
    guard !area.isEmpty else { return }
    let pattern = ascii ? glyph.asciiTwin : glyph
    guard let base = pattern.units.first else { return }
    let mark = pattern.units.dropFirst().prefix { $0.isMark }
    let value = mark.isEmpty ? base.scalarValue : number(of: base, marks: mark)
    let cell = Cell(glyph: value, style: style, width: UInt8(truncatingIfNeeded: base.width))
    for y in area.y..<area.maxY {
      parting(at: area.x, and: area.maxX, y: y)
      let row = y * size.columns
      if base.width == 1 {
        cells.withUnsafeMutableBufferPointer { $0[row + area.x..<row + area.maxX].update(repeating: cell) }
        continue
      }
      var x = area.x
      while x + base.width <= area.maxX {
        cells[row + x] = cell
        if base.width == 2 { cells[row + x + 1] = .continuation(style) }
        x += base.width
      }
      if x < area.maxX { cells[row + x] = .blank(style) }
    }
  }

  /// Changes the style of what stands in a rectangle: a selection bar over a row that is already written.
  ///
  /// ```swift
  /// canvas.restyle(row) { style in Style(.selection, style.attributes) }
  /// ```
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = bounds.intersection(rect)
    guard !area.isEmpty else { return }
    for y in area.y..<area.maxY {
      for index in y * size.columns + area.x..<y * size.columns + area.maxX {
        cells[index].style = change(cells[index].style)
        // Both halves of a wide glyph are one glyph to the terminal.
        if cells[index].width == 2, index + 1 < cells.count { cells[index + 1].style = cells[index].style }
      }
    }
  }

  /// Gives everything in a rectangle one style; what the gate replaced stays marked.
  package mutating func restyle(_ rect: Rect, style: Style) {
    restyle(rect) { $0.role == .substitute ? Style(.substitute, style.attributes) : style }
  }

  /// Blanks the halves that stay of wide glyphs when the columns from `start` to before `end` are written anew. All within the canvas.
  private mutating func parting(at start: Int, and end: Int, y: Int) {
    let row = y * size.columns
    if start > 0, cells[row + start].isContinuation { cells[row + start - 1] = .blank(cells[row + start - 1].style) }
    if end < size.columns, cells[row + end].isContinuation { cells[row + end] = .blank(cells[row + end].style) }
  }

  /// The number under which a glyph with marks is kept in this canvas.
  private mutating func number(of base: CellText.Unit, marks: ArraySlice<CellText.Unit>) -> UInt32 {
    var cluster = Cluster(base: base.scalarValue)
    for mark in marks { cluster.add(mark.scalarValue) }
    if let number = clusterNumbers[cluster] { return number }
    let number = UInt32(truncatingIfNeeded: clusters.count) | Cell.clusterBit
    clusters.append(cluster)
    clusterNumbers[cluster] = number
    return number
  }
}
