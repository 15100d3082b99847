/// Which ids have been seen and on which line first, so that a second row with the same id is noticed, also in another file.
///
/// Kept as 64-bit hashes with a seed of the process: two different ids among a billion are taken for the same once in about forty runs.
package struct IDLedger: Sendable {
  /// Where an id was first seen.
  struct First: Hashable, Sendable {
    var file: Int
    var line: Int
  }

  /// The names of the files by number.
  private(set) var files: [String] = []
  private var slots: [(hash: UInt64, file: UInt16, line: UInt32)]
  private var count = 0

  package init() { slots = Array(repeating: (0, 0, 0), count: 1024) }

  mutating func begin(file: String) { files.append(file) }

  /// Enters an id of the file begun last.
  ///
  /// - Returns: where it was seen first; nil when it is new.
  mutating func enter(_ id: UnsafeBufferPointer<UInt8>, line: Int) -> First? {
    let hash = ByteTable.hash(id) | 1
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 8) & mask
    while slots[slot].hash != 0 {
      if slots[slot].hash == hash { return First(file: Int(slots[slot].file), line: Int(slots[slot].line)) }
      slot = (slot + 1) & mask
    }
    slots[slot] = (hash, UInt16(clamping: files.count - 1), UInt32(clamping: line))
    count += 1
    if count * 2 > slots.count { grow() }
    return nil
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0, 0), count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry.hash != 0 {
      var slot = Int(truncatingIfNeeded: entry.hash >> 8) & mask
      while slots[slot].hash != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}
