/// Numbers for the distinct byte strings of a column, so that a text is made into a String once a file and found as a number on every other row.
///
/// ```
/// slots    – 2 – – 0 – 1 –        symbol + 1 by hash, open addressing, at most half full
/// entries  5 "Syria" …            of each: its length, its outer bytes and where it stands in the pool
/// pool     "SyriaAngolaMali"      the bytes end to end
/// last     1 "Angola"             what was asked for last
/// ```
/// The hash has a seed of its own in every process, so no file can be made to collide on purpose.
struct ByteTable: Sendable {
  private static let seed = UInt64.random(in: .min ... .max) | 1

  private var pool: [UInt8] = []
  private var entries: [Entry] = []
  private var slots: [UInt32]
  private var last = (symbol: 0, entry: Entry(edges: Edges(head: 0, tail: 0), start: 0, count: .max))

  private struct Entry: Sendable {
    let edges: Edges
    let start: Int
    /// Longer than any text in the entry that stands for none.
    let count: Int
  }

  init() { slots = Array(repeating: 0, count: 64) }

  var count: Int { entries.count }

  func text(_ symbol: Int) -> String {
    let entry = entries[symbol]
    return String(decoding: pool[entry.start..<entry.start + entry.count], as: UTF8.self)
  }

  /// The number of a byte string, given now if it is new. Rows that follow one another often say the same, so the last answer is tried first.
  ///
  /// - Complexity: O(length), amortised.
  @inline(__always)
  mutating func symbol(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let edges = Edges(bytes)
    if edges == last.entry.edges, bytes.count == last.entry.count, bytes.count <= 16 || hasMiddle(last.entry, bytes) { return last.symbol }
    return find(bytes, edges)
  }

  @inline(never)
  private mutating func find(_ bytes: UnsafeBufferPointer<UInt8>, _ edges: Edges) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(bytes, edges)) & mask
    while slots[slot] != 0 {
      let symbol = Int(slots[slot]) - 1
      let entry = entries[symbol]
      if entry.edges == edges, entry.count == bytes.count, bytes.count <= 16 || hasMiddle(entry, bytes) {
        last = (symbol, entry)
        return symbol
      }
      slot = (slot + 1) & mask
    }
    let entry = Entry(edges: edges, start: pool.count, count: bytes.count)
    let symbol = entries.count
    slots[slot] = UInt32(clamping: symbol + 1)
    pool.append(contentsOf: bytes)
    entries.append(entry)
    if entries.count * 2 > slots.count { grow() }
    last = (symbol, entry)
    return symbol
  }

  /// Whether an entry of the same length, above sixteen, has the same bytes between the outer ones.
  private func hasMiddle(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    pool.withUnsafeBytes { pool in
      let raw = UnsafeRawBufferPointer(bytes)
      var index = 8
      while index + 8 < raw.count {
        let same = pool.loadUnaligned(fromByteOffset: entry.start + index, as: UInt64.self) == raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if !same { return false }
        index += 8
      }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (symbol, entry) in entries.enumerated() {
      let hash = pool.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[entry.start..<entry.start + entry.count]), entry.edges) }
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(clamping: symbol + 1)
    }
  }

  /// Eight bytes at a time: multiply to 128 bits and fold.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ edges: Edges) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = mixed(seed ^ UInt64(truncatingIfNeeded: raw.count) ^ edges.head)
    var index = 8
    while index + 8 < raw.count {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    return mixed(hash ^ edges.tail)
  }

  /// A number stirred with the seed.
  @inline(__always)
  static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low ^ seed
  }
}

/// The first and the last bytes of a text, eight of each; they overlap where it is shorter than sixteen, so that with the length they are all of it.
private struct Edges: Hashable, Sendable {
  let head: UInt64
  let tail: UInt64

  init(head: UInt64, tail: UInt64) {
    self.head = head
    self.tail = tail
  }

  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    guard count > 0, let base = bytes.baseAddress else {
      (head, tail) = (0, 0)
      return
    }
    let raw = UnsafeRawPointer(base)
    if count >= 8 {
      head = raw.loadUnaligned(as: UInt64.self)
      tail = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4 {
      head = UInt64(raw.loadUnaligned(as: UInt32.self))
      tail = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    } else {
      head = UInt64(base[0]) | UInt64(base[count / 2]) << 8
      tail = UInt64(base[count - 1])
    }
  }
}
