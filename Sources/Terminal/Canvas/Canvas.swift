/// A drawing made of cells: what one frame of the program looks like, without a terminal.
///
/// Views write on it; the edge shows it. Everything is clipped: text may be placed partly or wholly outside, and no size is too small.
///
/// ```swift
/// var canvas = Canvas(size: Size(columns: 12, rows: 2))
/// canvas.write("Artillery", at: Point(x: 1, y: 0), style: Style(.title))
/// canvas.write("Şuşa", at: Point(x: 10, y: 1), style: .normal)
/// canvas.text   // " Artillery\n          Şu"
/// ```
package struct Canvas: Sendable {
  package let size: Size
  /// Whether the locale shows ASCII alone; everything written becomes its ASCII twin then.
  package let ascii: Bool
  /// Where the terminal's cursor stands, or nil to hide it.
  package var cursor: Point?

  /// Row after row.
  package internal(set) var cells: [Cell]
  /// Glyphs with marks, by the number in ``Cell/glyph``. Kept over ``clear()``, so that the same glyphs have the same numbers in the next frame.
  package internal(set) var clusters: [Cluster] = []
  var clusterNumbers: [Cluster: UInt32] = [:]

  package init(size: Size, ascii: Bool = false) {
    self.size = size
    self.ascii = ascii
    cells = Array(repeating: .blank(.normal), count: size.columns * size.rows)
  }

  /// The whole canvas as a rectangle.
  package var bounds: Rect { size.bounds }

  /// Empties every cell and hides the cursor.
  ///
  /// - Complexity: O(cells).
  package mutating func clear() {
    cursor = nil
    if clusters.count > Canvas.clustersKept {
      clusters.removeAll(keepingCapacity: true)
      clusterNumbers.removeAll(keepingCapacity: true)
    }
    cells.withUnsafeMutableBufferPointer { $0.update(repeating: .blank(.normal)) }
  }

  /// More clusters than this are forgotten when the canvas is cleared.
  private static let clustersKept = 4_096

  /// Text for this canvas: through the gate, and in ASCII where the canvas is.
  package func cellText(_ text: some StringProtocol) -> CellText { CellText(text, ascii: ascii) }

  /// The cell at a point, or nil outside.
  package subscript(point: Point) -> Cell? {
    bounds.contains(point) ? cells[point.y * size.columns + point.x] : nil
  }

  /// The cells of one row; empty when there is no such row.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    guard y >= 0, y < size.rows else { return [] }
    return cells[y * size.columns..<(y + 1) * size.columns]
  }

  /// The base and the marks of a cell's glyph, or nil when it is a single scalar.
  package func cluster(of cell: Cell) -> Cluster? {
    guard cell.glyph & Cell.clusterBit != 0 else { return nil }
    let number = Int(cell.glyph & ~Cell.clusterBit)
    return clusters.indices.contains(number) ? clusters[number] : Cluster(base: 0x20)
  }

  /// The scalars of a cell's glyph: its base, then its marks; none for the second cell of a wide glyph.
  package func scalars(of cell: Cell) -> [UInt32] {
    cell.isContinuation ? [] : cluster(of: cell)?.scalars ?? [cell.glyph]
  }
}
