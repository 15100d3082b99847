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
    var x = origin.x
    var index = 0
    let units = text.units
    while index < units.count, x < area.maxX {
      let base = units[index]
      index += 1
      let firstMark = index
      while index < units.count, units[index].isMark { index += 1 }
      let width = base.width
      if x >= area.x, x.addingSaturated(width) <= area.maxX {
        let glyph = firstMark == index ? base.scalarValue : number(of: base, marks: units[firstMark..<index])
        let style = base.isSubstitute ? Style(.substitute, style.attributes) : style
        put(Cell(glyph: glyph, style: style, width: UInt8(truncatingIfNeeded: width)), x: x, y: origin.y)
      } else {
        for column in max(x, area.x)..<max(max(x, area.x), min(x.addingSaturated(width), area.maxX)) {
          put(.blank(style), x: column, y: origin.y)
        }
      }
      x = x.addingSaturated(width)
    }
    return x.subtractingSaturated(origin.x)
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
      var x = area.x
      while x + base.width <= area.maxX {
        put(cell, x: x, y: y)
        x += base.width
      }
      while x < area.maxX {
        put(.blank(style), x: x, y: y)
        x += 1
      }
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

  /// Puts a cell inside the canvas, and blanks what is left of a wide glyph that it covers in part.
  private mutating func put(_ cell: Cell, x: Int, y: Int) {
    let index = y * size.columns + x
    let last = index + Int(cell.width) - 1
    if cells[index].isContinuation, x > 0 { cells[index - 1] = .blank(cells[index - 1].style) }
    if cells[last].width == 2, last + 1 < cells.count { cells[last + 1] = .blank(cells[last + 1].style) }
    cells[index] = cell
    if last > index { cells[last] = .continuation(cell.style) }
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
