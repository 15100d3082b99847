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

  /// The rows of another picture that stand in this one two or more rows away, and nowhere else in either: what ncurses would take for scrolled by
  /// several, with as many rows around them as it finds worth it. In rising order.
  ///
  /// ```swift
  /// // then:  a b c d e f      now:  x y a b c d
  /// now.rowsMovedFar(since: then)   // [0, 1, 2, 3]
  /// ```
  package func rowsMovedFar(since former: Canvas) -> [Int] {
    guard former.size == size else { return [] }
    let (now, then) = (rowHashes, former.rowHashes)
    return then.indices.filter { y in
      let hash = then[y]
      guard now[y] != hash, let here = now.firstIndex(of: hash), abs(here - y) >= 2 else { return false }
      return !now[(here + 1)...].contains(hash) && then.firstIndex(of: hash) == y && !then[(y + 1)...].contains(hash)
    }
  }

  /// A number for each row, the same for rows of the same text: looks do not count for ncurses either, where it asks what has moved. Two texts may share
  /// one, once in a very long while, and are drawn anew for it.
  ///
  /// - Complexity: O(cells), half a nanosecond each.
  private var rowHashes: [UInt64] {
    cells.withUnsafeBufferPointer { cells in
      (0..<size.rows).map { y in
        var hash: UInt64 = 0
        for cell in cells[y * size.columns..<(y + 1) * size.columns] {
          hash = (hash ^ UInt64(cell.glyph)) &* 0x9E37_79B9_7F4A_7C15
          hash ^= hash >> 29
        }
        return hash
      }
    }
  }
}
