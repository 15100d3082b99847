/// Small numbers for the words of a timeline (keys and ids), so that each word is made into a String once and compared as a number afterwards.
///
///     symbols.intern("armenia")     // 57, every time
///     symbols.text(57)              // "armenia"
///
/// Open addressing over the words' bytes; the hash has a seed of its own in every process, so no file can be made to collide on purpose.
struct SymbolTable: Sendable {
  private static let seed = UInt64.random(in: .min ... .max)

  private(set) var texts: [String] = []
  private var pool: [UInt8] = []
  /// Where each word's bytes end in the pool.
  private var ends: [Int32] = []
  private var hashes: [UInt32] = []
  /// Symbol + 1, or 0 for a free slot. The size is a power of two and at most half of it is filled.
  private var slots: [Int32]

  init(words: [String] = []) {
    slots = Array(repeating: 0, count: 1024)
    for word in words { _ = intern(Array(word.utf8), 0..<word.utf8.count) }
  }

  var count: Int { texts.count }

  func text(_ symbol: Int) -> String { texts[symbol] }

  /// - Complexity: O(length), amortised.
  mutating func intern(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var hash = Self.seed
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    let short = UInt32(truncatingIfNeeded: hash)
    var slot = Int(short) & (slots.count - 1)
    while slots[slot] != 0 {
      let symbol = Int(slots[slot]) - 1
      if hashes[symbol] == short, isEqual(symbol, bytes, range) { return symbol }
      slot = (slot + 1) & (slots.count - 1)
    }
    let symbol = texts.count
    slots[slot] = Int32(truncatingIfNeeded: symbol + 1)
    hashes.append(short)
    pool.append(contentsOf: bytes[range])
    ends.append(Int32(truncatingIfNeeded: pool.count))
    texts.append(String(decoding: bytes[range], as: UTF8.self))
    if texts.count * 2 > slots.count { grow() }
    return symbol
  }

  private func isEqual(_ symbol: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = symbol == 0 ? 0 : Int(ends[symbol - 1])
    guard Int(ends[symbol]) - start == range.count else { return false }
    for offset in 0..<range.count where pool[start + offset] != bytes[range.lowerBound + offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (symbol, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: symbol + 1)
    }
  }
}
