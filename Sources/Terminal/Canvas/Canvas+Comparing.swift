extension Canvas {
  /// Hands over what a row has that another picture's row has not: stretches of columns, from left to right, whole glyphs.
  ///
  /// Both pictures must be of one size, and number their clusters alike. Short stretches that did not change are handed over with what stands around
  /// them.
  ///
  /// - Complexity: O(columns), a nanosecond a cell.
  package func visitChanges(inRow y: Int, since former: Canvas, _ visit: (Range<Int>) -> Void) {
    guard y >= 0, y < size.rows, former.size == size else { return }
    let start = y * size.columns
    let end = start + size.columns
    cells.withUnsafeBufferPointer { now in
      former.cells.withUnsafeBufferPointer { then in
        var first = start
        while first < end {
          while first < end, now[first] == then[first] { first += 1 }
          guard first < end else { return }
          // Up to the last change before a stretch that is long enough to be skipped.
          var last = first
          var next = first + 1
          while next < end, next - last <= Self.shortestSkipped {
            if now[next] != then[next] { last = next }
            next += 1
          }
          var beyond = last + 1
          while first > start, now[first].isContinuation { first -= 1 }
          while beyond < end, now[beyond].isContinuation { beyond += 1 }
          visit(first - start..<beyond - start)
          first = max(beyond, next)
        }
      }
    }
  }

  /// Fewer unchanged cells than these are sooner handed over than skipped.
  private static let shortestSkipped = 8

  /// Hands over the cells of some columns of a row, all those in a row that have one style at a time.
  package func visitRuns(inRow y: Int, columns: Range<Int>, _ visit: (Style, UnsafeBufferPointer<Cell>) -> Void) {
    let columns = columns.clamped(to: 0..<size.columns)
    guard y >= 0, y < size.rows, !columns.isEmpty else { return }
    cells.withUnsafeBufferPointer { cells in
      let end = y * size.columns + columns.upperBound
      var start = y * size.columns + columns.lowerBound
      while start < end {
        let style = cells[start].style
        var next = start + 1
        while next < end, cells[next].style == style { next += 1 }
        visit(style, UnsafeBufferPointer(rebasing: cells[start..<next]))
        start = next
      }
    }
  }

  /// Whether what changed since another picture is, but for a few rows, what stood one row higher or lower.
  ///
  /// ```swift
  /// // then:  a b c d e f      now:  b c d e f g
  /// now.isScrolledByOneRow(since: then)   // true
  /// ```
  package func isScrolledByOneRow(since former: Canvas) -> Bool {
    guard former.size == size, size.rows > 1 else { return false }
    var changed = 0
    var fromBelow = 0
    var fromAbove = 0
    for y in 0..<size.rows where !isSame(row: y, as: y, of: former) {
      changed += 1
      if y + 1 < size.rows, isSame(row: y, as: y + 1, of: former) { fromBelow += 1 }
      if y > 0, isSame(row: y, as: y - 1, of: former) { fromAbove += 1 }
    }
    return changed >= Canvas.fewestScrolled && changed - max(fromBelow, fromAbove) <= Canvas.mostUnexplained
  }

  /// The row that comes in, and those that a selection leaves and enters. Were there more, another part might have moved by more than one.
  private static let mostUnexplained = 3

  /// Fewer rows than these are sooner drawn than moved.
  private static let fewestScrolled = 4

  private func isSame(row y: Int, as other: Int, of former: Canvas) -> Bool {
    cells.withUnsafeBufferPointer { now in
      former.cells.withUnsafeBufferPointer { then in
        let here = y * size.columns
        let there = other * size.columns
        return (0..<size.columns).allSatisfy { now[here + $0] == then[there + $0] }
      }
    }
  }
}
