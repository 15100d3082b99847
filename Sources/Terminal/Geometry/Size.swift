/// How large a terminal or a canvas is, in columns and rows of cells.
///
/// Neither side is ever negative: `Size(columns: -3, rows: 5)` is 0 columns by 5 rows.
package struct Size: Hashable, Sendable {
  /// Cells from left to right.
  package let columns: Int
  /// Cells from top to bottom.
  package let rows: Int

  /// The largest side that is ever drawn; what a terminal claims beyond it is not believed, so that a size cannot ask for gigabytes.
  package static let largestSide = 4_096

  package init(columns: Int, rows: Int) {
    self.columns = min(max(0, columns), Size.largestSide)
    self.rows = min(max(0, rows), Size.largestSide)
  }

  /// Whether there is no cell at all.
  package var isEmpty: Bool { columns == 0 || rows == 0 }

  /// The whole area as a rectangle at the origin.
  package var bounds: Rect { Rect(x: 0, y: 0, width: columns, height: rows) }
}
