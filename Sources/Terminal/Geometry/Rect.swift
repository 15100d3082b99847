/// A rectangle of cells. Width and height are never negative, and no operation overflows: sums stop at the ends of `Int`.
///
/// ```swift
/// let screen = Rect(x: 0, y: 0, width: 80, height: 24)
/// let (title, rest) = screen.splitTop(1)      // 80 × 1 and 80 × 23
/// let (list, detail) = rest.splitLeft(50)     // 50 × 23 and 30 × 23
/// ```
package struct Rect: Hashable, Sendable {
  package let x: Int
  package let y: Int
  package let width: Int
  package let height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package static let zero = Rect(x: 0, y: 0, width: 0, height: 0)

  package var origin: Point { Point(x: x, y: y) }

  /// The first column to the right of the rectangle.
  package var maxX: Int { x.addingSaturated(width) }

  /// The first row below the rectangle.
  package var maxY: Int { y.addingSaturated(height) }

  package var isEmpty: Bool { width == 0 || height == 0 }

  /// Whether a cell lies inside; an empty rectangle contains none.
  package func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// What both rectangles cover; empty when they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    let right = min(maxX, other.maxX)
    let bottom = min(maxY, other.maxY)
    return Rect(x: left, y: top, width: right.subtractingSaturated(left), height: bottom.subtractingSaturated(top))
  }

  /// The rectangle without a margin on each side; what is too small for its margins becomes empty.
  package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      x: x.addingSaturated(left), y: y.addingSaturated(top),
      width: width.subtractingSaturated(left).subtractingSaturated(right),
      height: height.subtractingSaturated(top).subtractingSaturated(bottom))
  }

  /// The rectangle without `margin` cells on every side.
  package func inset(by margin: Int) -> Rect {
    inset(left: margin, top: margin, right: margin, bottom: margin)
  }

  /// The first `rows` rows, and what is below them. Asking for more than there is leaves nothing below.
  package func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(0, rows), height)
    return (
      Rect(x: x, y: y, width: width, height: taken),
      Rect(x: x, y: y.addingSaturated(taken), width: width, height: height - taken)
    )
  }

  /// The last `rows` rows, and what is above them.
  package func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
    let taken = min(max(0, rows), height)
    let (rest, bottom) = splitTop(height - taken)
    return (rest, bottom)
  }

  /// The first `columns` columns, and what is right of them.
  package func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(0, columns), width)
    return (
      Rect(x: x, y: y, width: taken, height: height),
      Rect(x: x.addingSaturated(taken), y: y, width: width - taken, height: height)
    )
  }

  /// The last `columns` columns, and what is left of them.
  package func splitRight(_ columns: Int) -> (rest: Rect, right: Rect) {
    let taken = min(max(0, columns), width)
    let (rest, right) = splitLeft(width - taken)
    return (rest, right)
  }

  /// One row of the rectangle, counted from its top; empty when there is no such row.
  package func row(_ index: Int) -> Rect {
    guard index >= 0, index < height else { return Rect(x: x, y: y, width: 0, height: 0) }
    return Rect(x: x, y: y.addingSaturated(index), width: width, height: 1)
  }

  /// A rectangle of at most `size`, in the middle of this one.
  package func centred(_ size: Size) -> Rect {
    let width = min(size.columns, self.width)
    let height = min(size.rows, self.height)
    return Rect(
      x: x.addingSaturated((self.width - width) / 2), y: y.addingSaturated((self.height - height) / 2), width: width, height: height)
  }
}
