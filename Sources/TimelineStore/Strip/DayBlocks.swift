import EDTF
import TimelineModel

/// How far the rows of each block of 64, a word of a ``Bitset``, reach: what lets a question about days pass over most rows.
///
/// ```
/// rows        0 … 63          64 … 127        128 … 191
/// latest      1992-05-08      1992-06-30      open            the most of their latest days
/// known       1992-05-08      1992-06-30      1992-06-12      the same, where an open end counts as the beginning
/// reach       1992-05-08      1992-06-30      1992-06-30      the most that is known of this block and all before it
/// ```
struct DayBlocks: Sendable {
  let latest: [Int32]
  let known: [Int32]
  let reach: [Int32]
  /// Rows before this one have no beginning; they stand first, in order of their ends.
  let openStarts: Int

  /// - Complexity: O(n), about a nanosecond a row.
  init(_ columns: Columns) {
    let dated = columns.datedCount
    let blocks = (dated + 63) / 64
    var latest = [Int32](repeating: .min, count: blocks)
    var known = latest
    var reach = latest
    columns.earliest.withUnsafeBufferPointer { starts in
      columns.latest.withUnsafeBufferPointer { ends in
        for block in 0..<blocks {
          var furthest = Int32.min
          var furthestKnown = Int32.min
          for row in block << 6..<min(dated, block << 6 + 64) {
            furthest = max(furthest, ends[row])
            furthestKnown = max(furthestKnown, ends[row] == RowFacts.openEnd ? starts[row] : ends[row])
          }
          latest[block] = furthest
          known[block] = furthestKnown
          reach[block] = max(furthestKnown, block > 0 ? reach[block - 1] : .min)
        }
      }
    }
    self.latest = latest
    self.known = known
    self.reach = reach
    openStarts = columns.firstRow(startingOnOrAfter: RowFacts.openStart + 1)
  }
}

extension Columns {
  var dayBlocks: DayBlocks { kept.days.value { DayBlocks(self) } }

  /// The first and the last known day of a set of rows; open ends do not stretch it.
  ///
  /// - Complexity: O(n / 64).
  func span(of set: Bitset) -> (first: Day, last: Day)? {
    guard let row = set.first(from: 0), var first = knownDays(of: row)?.first else { return nil }
    let blocks = dayBlocks
    if row < blocks.openStarts, let next = set.first(from: blocks.openStarts), let days = knownDays(of: next) { first = min(first, days.first) }
    return furthestKnownDay(of: set, in: 0..<datedCount).map { (Day(Int64(first)), Day(Int64($0))) }
  }

  /// The last known day of the rows of a set in a range; nil when none of them is dated.
  ///
  /// - Complexity: O(range / 64) at most; what begins late reaches far, so the blocks are looked at from the last.
  func furthestKnownDay(of set: Bitset, in range: Range<Int>) -> Int32? {
    let range = range.clamped(to: 0..<datedCount)
    let blocks = dayBlocks
    var furthest: Int32?
    for block in stride(from: (range.upperBound - 1) >> 6, through: range.lowerBound >> 6, by: -1) where !range.isEmpty {
      if let furthest, blocks.reach[block] <= furthest { break }
      let bits = set.word(block, within: range)
      guard bits != 0, blocks.known[block] > furthest ?? .min else { continue }
      if bits == .max {
        furthest = blocks.known[block]
      } else {
        set.visit(block, within: range) { row in furthest = max(furthest ?? .min, knownDays(of: row)?.last ?? .min) }
      }
    }
    return furthest
  }
}

extension Bitset {
  /// A word of the set without the rows that are outside of a range.
  @inline(__always)
  func word(_ word: Int, within range: Range<Int>) -> UInt64 {
    var bits = words[word]
    if word == range.lowerBound >> 6 { bits &= .max << UInt64(range.lowerBound & 63) }
    if word == range.upperBound >> 6 { bits &= (1 << UInt64(range.upperBound & 63)) - 1 }
    return bits
  }

  /// Calls the body with the rows of one word that are in a range, in rising order.
  @inline(__always)
  func visit(_ word: Int, within range: Range<Int>, _ body: (Int) -> Void) {
    var bits = self.word(word, within: range)
    while bits != 0 {
      body(word << 6 + bits.trailingZeroBitCount)
      bits &= bits - 1
    }
  }
}
