/// Numbers for the distinct byte strings of a column, so that a text is made into a String once a file and found as a number on every other row.
///
/// ```
/// slots    – 2 – – 0 – 1 –        symbol + 1 by hash, open addressing, at most half full
/// hashes   h0 h1 h2               so that most unequal strings are told apart without looking at them
/// pool     "SyriaAngolaMali"      the bytes end to end, ends 5 11 15
/// ```
/// The hash has a seed of its own in every process, so no file can be made to collide on purpose.
struct ByteTable: Sendable {
  private static let seed = UInt64.random(in: .min ... .max) | 1

  private var pool: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var slots: [UInt32]
  private var lastSymbol = -1

  init() { slots = Array(repeating: 0, count: 64) }

  var count: Int { ends.count }

  func text(_ symbol: Int) -> String {
    String(decoding: pool[range(symbol)], as: UTF8.self)
  }

  private func range(_ symbol: Int) -> Range<Int> { (symbol > 0 ? ends[symbol - 1] : 0)..<ends[symbol] }

  /// The number of a byte string, given now if it is new. Rows that follow one another often say the same, so the last answer is tried first.
  ///
  /// - Complexity: O(length), amortised.
  mutating func symbol(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if lastSymbol >= 0, isEqual(lastSymbol, bytes) { return lastSymbol }
    let hash = Self.hash(bytes)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let symbol = Int(slots[slot]) - 1
      if hashes[symbol] == hash, isEqual(symbol, bytes) {
        lastSymbol = symbol
        return symbol
      }
      slot = (slot + 1) & mask
    }
    let symbol = ends.count
    slots[slot] = UInt32(clamping: symbol + 1)
    hashes.append(hash)
    pool.append(contentsOf: bytes)
    ends.append(pool.count)
    if ends.count * 2 > slots.count { grow() }
    lastSymbol = symbol
    return symbol
  }

  @inline(__always)
  private func isEqual(_ symbol: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(symbol)
    guard range.count == bytes.count else { return false }
    return pool.withUnsafeBytes { pool in
      let raw = UnsafeRawBufferPointer(bytes)
      var index = 0
      while index + 8 <= raw.count {
        let same = pool.loadUnaligned(fromByteOffset: range.lowerBound + index, as: UInt64.self) == raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if !same { return false }
        index += 8
      }
      while index < raw.count {
        if pool[range.lowerBound + index] != raw[index] { return false }
        index += 1
      }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (symbol, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(clamping: symbol + 1)
    }
  }

  /// Eight bytes at a time: multiply to 128 bits and fold.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = seed ^ UInt64(truncatingIfNeeded: raw.count)
    var index = 0
    while index + 8 <= raw.count {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    return mixed(hash ^ rest)
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low ^ seed
  }
}
