import EDTF
import TimelineModel

extension Columns {
  /// The dated rows that touch a stretch of time, or lie wholly within it.
  ///
  /// - Parameters:
  ///   - first: nil when the stretch has no beginning.
  ///   - last: nil when it has no end.
  /// - Complexity: O(n / 64), and the rows of the blocks that reach over an edge of the stretch.
  func rows(since first: Day?, until last: Day?, isWithin: Bool) -> Bitset {
    let from = first.map { RowFacts.column($0) }
    let through = last.map { RowFacts.column($0) }
    // Rows stand in order of their earliest days, so a condition on these is a range of rows.
    var range = 0..<datedCount
    if isWithin, let from { range = max(firstRow(startingOnOrAfter: from), range.lowerBound)..<range.upperBound }
    if let through { range = range.lowerBound..<max(range.lowerBound, firstRow(startingOnOrAfter: through + 1)) }
    var rows = Bitset(bound: count)
    let latest = latest
    if isWithin, let through {
      // What ends by then; a block whose last end is in time is in time as a whole.
      let blocks = dayBlocks.latest
      insert(range, into: &rows) {
        blocks[$0] <= through
      } unless: { _ in
        false
      } where: {
        latest[$0] <= through
      }
    } else if !isWithin, let from {
      // What ends after that; what begins after it does, too.
      let blocks = dayBlocks.latest
      let start = firstRow(startingOnOrAfter: from)
      rows.insert(max(start, range.lowerBound)..<max(start, range.upperBound))
      insert(range.clamped(to: 0..<start), into: &rows) { _ in
        false
      } unless: {
        blocks[$0] < from
      } where: {
        latest[$0] >= from
      }
    } else {
      rows.insert(range)
    }
    return rows
  }

  /// Inserts the rows of a range that pass a test: whole blocks of which all pass or none are not looked into.
  @inline(__always)
  private func insert(
    _ range: Range<Int>, into rows: inout Bitset, whole: (Int) -> Bool, unless none: (Int) -> Bool, where holds: (Int) -> Bool
  ) {
    var first = range.lowerBound
    while first < range.upperBound {
      let block = first >> 6
      let end = min(range.upperBound, (block + 1) << 6)
      if whole(block) {
        rows.insert(first..<end)
      } else if !none(block) {
        for row in first..<end where holds(row) { rows.insert(row) }
      }
      first = end
    }
  }
}
