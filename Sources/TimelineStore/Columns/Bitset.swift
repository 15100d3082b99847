/// A set of row numbers below a fixed bound, a bit a row, 64 to a word.
///
/// Bits beyond the bound are always zero, so that counting and comparing need not look at the bound.
struct Bitset: Hashable, Sendable {
  private(set) var words: [UInt64]
  let bound: Int

  init(bound: Int) {
    self.bound = bound
    words = Array(repeating: 0, count: (bound + 63) / 64)
  }

  /// All rows below the bound.
  init(allBelow bound: Int) {
    self.init(bound: bound)
    insert(0..<bound)
  }

  /// The rows whose bits are set. Words that are too many are left out, and so are bits beyond the bound.
  init(words: [UInt64], bound: Int) {
    self.bound = bound
    self.words = Array(words.prefix((bound + 63) / 64))
    self.words += Array(repeating: 0, count: (bound + 63) / 64 - self.words.count)
    if bound & 63 != 0, let last = self.words.indices.last { self.words[last] &= (1 << UInt64(bound & 63)) - 1 }
  }

  func contains(_ row: Int) -> Bool {
    row >= 0 && row < bound && words[row >> 6] & (1 << UInt64(row & 63)) != 0
  }

  /// - Precondition: none; a row outside the bound is left out.
  mutating func insert(_ row: Int) {
    guard row >= 0, row < bound else { return }
    words[row >> 6] |= 1 << UInt64(row & 63)
  }

  mutating func insert(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<bound)
    guard let last = range.last else { return }
    let first = range.lowerBound
    let head = ~UInt64(0) << UInt64(first & 63)
    let tail = ~UInt64(0) >> UInt64(63 - last & 63)
    if first >> 6 == last >> 6 {
      words[first >> 6] |= head & tail
      return
    }
    words[first >> 6] |= head
    for word in (first >> 6 + 1)..<(last >> 6) { words[word] = ~0 }
    words[last >> 6] |= tail
  }

  /// The same rows under a larger bound.
  func widened(to bound: Int) -> Bitset {
    var wider = Bitset(bound: max(bound, self.bound))
    for word in words.indices { wider.words[word] = words[word] }
    return wider
  }

  /// A row beyond the other's bound is not in the other.
  mutating func formIntersection(_ other: Bitset) {
    for word in words.indices { words[word] &= word < other.words.count ? other.words[word] : 0 }
  }

  mutating func formUnion(_ other: Bitset) {
    for word in 0..<min(words.count, other.words.count) { words[word] |= other.words[word] }
  }

  mutating func subtract(_ other: Bitset) {
    for word in 0..<min(words.count, other.words.count) { words[word] &= ~other.words[word] }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// How many rows of a range are in the set.
  ///
  /// - Complexity: O(range / 64).
  func count(in range: Range<Int>) -> Int {
    let range = range.clamped(to: 0..<bound)
    guard let last = range.last else { return 0 }
    let first = range.lowerBound
    let head = ~UInt64(0) << UInt64(first & 63)
    let tail = ~UInt64(0) >> UInt64(63 - last & 63)
    if first >> 6 == last >> 6 { return (words[first >> 6] & head & tail).nonzeroBitCount }
    var count = (words[first >> 6] & head).nonzeroBitCount + (words[last >> 6] & tail).nonzeroBitCount
    for word in (first >> 6 + 1)..<(last >> 6) { count += words[word].nonzeroBitCount }
    return count
  }

  /// Calls the body with every row of the set, in rising order.
  @inline(__always)
  func visit(_ body: (Int) -> Void) {
    for word in words.indices {
      var bits = words[word]
      while bits != 0 {
        body(word << 6 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }

  /// The first row of the set at or after a row.
  func first(from row: Int) -> Int? {
    let row = max(row, 0)
    guard row < bound else { return nil }
    var word = row >> 6
    var bits = words[word] & (~UInt64(0) << UInt64(row & 63))
    while bits == 0 {
      word += 1
      guard word < words.count else { return nil }
      bits = words[word]
    }
    return word << 6 + bits.trailingZeroBitCount
  }

  /// The last row of the set before a row.
  func last(before row: Int) -> Int? {
    let last = min(row, bound) - 1
    guard last >= 0 else { return nil }
    var word = last >> 6
    var bits = words[word] & (~UInt64(0) >> UInt64(63 - last & 63))
    while bits == 0 {
      word -= 1
      guard word >= 0 else { return nil }
      bits = words[word]
    }
    return word << 6 + 63 - bits.leadingZeroBitCount
  }
}
