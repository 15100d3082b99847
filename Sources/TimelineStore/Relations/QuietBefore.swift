import TimelineModel

/// Looks for rows of a set before which nothing of the set went on for more than so many days. Open ends go on for no longer than is known.
///
/// ```
/// days     ▇▇▇ ▇▇▇▇▇▇▇            ▇▇ ▇▇▇▇      ▇▇▇▇
///                     ↑ reached   ↑ the first after a quiet
/// ```
/// A block of 64 rows whose beginnings lie close together cannot hold such a row, whatever else is known of it, and is passed over.
struct QuietBefore {
  private let days: Int64
  private let columns: Columns
  private let set: Bitset
  /// Rows with a beginning, which rise in time.
  private let begun: Range<Int>

  init(days: Int, _ columns: Columns, _ set: Bitset) {
    self.days = Int64(clamping: days)
    self.columns = columns
    self.set = set
    begun = columns.dayBlocks.openStarts..<columns.datedCount
  }

  /// The first such row after a row.
  func first(after row: Int) -> Int? {
    var start = row + 1
    var reached = Reached(below: 0, day: nil)
    while start < columns.datedCount {
      let end = blockEnd(start)
      if mayHold(start..<end), let found = quiet(in: start..<end, &reached).first { return found }
      start = end
    }
    return nil
  }

  /// The last such row before a row.
  func last(before row: Int) -> Int? {
    var end = min(row, columns.datedCount)
    while end > 0 {
      var start = (end - 1) & ~63
      if start < begun.lowerBound, end > begun.lowerBound { start = begun.lowerBound }
      var reached = Reached(below: 0, day: nil)
      if mayHold(start..<end), let found = quiet(in: start..<end, &reached).last { return found }
      end = start
    }
    return nil
  }

  /// Where the block of a row ends; the rows without a beginning end a block.
  private func blockEnd(_ row: Int) -> Int {
    let end = min(columns.datedCount, (row >> 6 + 1) << 6)
    return row < begun.lowerBound ? min(end, begun.lowerBound) : end
  }

  /// Whether the beginnings in a range lie far enough apart, from one another or from what stood before.
  ///
  /// Rows without a beginning count from their ends, which lie anywhere among the beginnings of others: they are always looked at.
  private func mayHold(_ range: Range<Int>) -> Bool {
    guard let last = set.last(before: range.upperBound), last >= range.lowerBound else { return false }
    guard begun.contains(last), let before = set.last(before: range.lowerBound), begun.contains(before) else { return true }
    return Int64(columns.earliest[last]) - Int64(columns.earliest[before]) > days
  }

  /// How far the rows of the set before a row reach.
  private struct Reached {
    var below: Int
    var day: Int64?

    mutating func include(_ known: Int32?) {
      if let known { day = max(day ?? .min, Int64(known)) }
    }
  }

  private func quiet(in range: Range<Int>, _ reached: inout Reached) -> [Int] {
    reached.include(columns.furthestKnownDay(of: set, in: reached.below..<range.lowerBound))
    reached.below = range.upperBound
    var found: [Int] = []
    set.visit(range.lowerBound >> 6, within: range) { row in
      guard let known = columns.knownDays(of: row) else { return }
      if let day = reached.day, Int64(known.first) - day > days { found.append(row) }
      reached.include(known.last)
    }
    return found
  }
}
