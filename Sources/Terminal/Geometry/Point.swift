/// A cell's place: `x` columns from the left and `y` rows from the top, both from 0. It may lie outside of everything.
package struct Point: Hashable, Sendable {
  package var x: Int
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  package static let zero = Point(x: 0, y: 0)
}
