/// How many rows of a bitset stand before every 512th, which turns a scroll position into a row and back.
struct RankIndex: Hashable, Sendable {
  private static let wordsPerBlock = 8
  /// For each block of 512 rows, the rows of the set before it.
  private let before: [UInt32]
  let count: Int

  init(_ set: Bitset) {
    var before: [UInt32] = []
    before.reserveCapacity(set.words.count / Self.wordsPerBlock + 1)
    var total = 0
    for (word, bits) in set.words.enumerated() {
      if word % Self.wordsPerBlock == 0 { before.append(UInt32(clamping: total)) }
      total += bits.nonzeroBitCount
    }
    self.before = before
    count = total
  }

  /// The row at a position among the rows of the set, from 0; nil beyond the last.
  ///
  /// - Complexity: O(log n).
  func row(at position: Int, in set: Bitset) -> Int? {
    guard position >= 0, position < count else { return nil }
    var low = 0
    var high = before.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if before[middle] <= position { low = middle } else { high = middle }
    }
    var left = position - Int(before[low])
    for word in (low * Self.wordsPerBlock)..<set.words.count {
      var bits = set.words[word]
      let inWord = bits.nonzeroBitCount
      if left >= inWord {
        left -= inWord
        continue
      }
      for _ in 0..<left { bits &= bits - 1 }
      return word << 6 + bits.trailingZeroBitCount
    }
    return nil
  }

  /// How many rows of the set stand before a row.
  ///
  /// - Complexity: O(1).
  func rank(of row: Int, in set: Bitset) -> Int {
    guard row > 0 else { return 0 }
    guard row < set.bound else { return count }
    let block = row >> 6 / Self.wordsPerBlock
    var rank = Int(before[block])
    for word in (block * Self.wordsPerBlock)..<(row >> 6) { rank += set.words[word].nonzeroBitCount }
    let below: UInt64 = (1 << UInt64(row & 63)) - 1
    return rank + (set.words[row >> 6] & below).nonzeroBitCount
  }
}
