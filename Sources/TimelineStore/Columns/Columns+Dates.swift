import EDTF
import TimelineModel

extension Columns {
  /// The dated rows that touch a stretch of time, or lie wholly within it.
  ///
  /// - Parameters:
  ///   - first: nil when the stretch has no beginning.
  ///   - last: nil when it has no end.
  /// - Complexity: O(log n) for what depends on earliest days alone, else O(n).
  func rows(since first: Day?, until last: Day?, isWithin: Bool) -> Bitset {
    let from = first.map { RowFacts.column($0) }
    let through = last.map { RowFacts.column($0) }
    // Rows stand in order of their earliest days, so a condition on these is a range of rows.
    var range = 0..<datedCount
    if isWithin, let from { range = max(firstRow(startingOnOrAfter: from), range.lowerBound)..<range.upperBound }
    if !isWithin, let through { range = range.lowerBound..<max(range.lowerBound, firstRow(startingOnOrAfter: through + 1)) }
    let latest = latest
    var rows = Bitset(bound: count)
    rows.insert(range)
    if isWithin, let through { rows.formIntersection(Bitset(bound: datedCount) { latest[$0] <= through }) }
    if !isWithin, let from { rows.formIntersection(Bitset(bound: datedCount) { latest[$0] >= from }) }
    return rows
  }
}
