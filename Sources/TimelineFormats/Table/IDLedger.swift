import TimelineModel

/// Which ids have been seen and on which line first, so that a second row with the same id is noticed, also in another file.
///
/// ```
/// slots    –  a3f1…17  –  –  77c0…4  901d…18      half of an id's hash, at the place that the other half gives, open addressing, and the line where it
///                                                 was first seen; lines of all files are counted on
/// ```
/// Eight bytes an id. Two different ids among a million are taken for the same once in some thousands of runs; the hash has a seed of the process.
package struct IDLedger: Sendable {
  /// Where an id was first seen.
  struct First: Hashable, Sendable {
    var file: Int
    var line: Int
  }

  private struct Table: Sendable {
    var slots: [UInt64]
    var room: Int

    /// - Parameter slots: a power of two.
    init(slots count: Int) {
      slots = Array(repeating: 0, count: count)
      room = count / 4 * 3
    }

    /// The line of a hash, if it is there.
    func line(_ hash: UInt64) -> Int? {
      let tag = IDLedger.tag(hash)
      var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[index] != 0 {
        if slots[index] & IDLedger.tagMask == tag { return Int(slots[index] & ~IDLedger.tagMask) }
        index = (index + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  /// Tables that are full, and last the one that has room. They are not copied into larger ones, for a tag does not say where it would stand there.
  private var tables: [Table] = []
  /// The names of the files, and how many lines those before each have.
  private(set) var files: [(name: String, linesBefore: Int)] = []
  private var linesBefore = 0
  private var lastLine = 0

  package init() {}

  mutating func begin(file: String) {
    linesBefore += lastLine
    lastLine = 0
    files.append((file, linesBefore))
  }

  /// Sees to it that there is room for so many ids more; where there is not, makes it for as many as may come.
  mutating func makeRoom(for more: Int, orBetter likely: Int) {
    guard tables.last.map({ $0.room < more }) ?? true else { return }
    var slots = 1 << 12
    while slots / 4 * 3 < max(more, likely), slots < 1 << 34 { slots *= 2 }
    tables.append(Table(slots: slots))
  }

  private static let tagMask: UInt64 = ~0xFFFF_FFFF

  /// The upper half of a hash, with a bit that is always set, so that no slot in use is zero.
  @inline(__always)
  private static func tag(_ hash: UInt64) -> UInt64 { (hash | 1 << 32) & tagMask }

  /// Enters the ids of some rows of the file begun last. There has to be room for them.
  ///
  /// - Parameters:
  ///   - skipped: rows without an id, in rising order.
  ///   - line: on which line a row stands.
  /// - Returns: those whose id was seen before, and where first.
  mutating func enter(_ facts: [RowFacts], skipping skipped: [UInt32], line: (Int) -> Int) -> [(row: Int, first: First)] {
    makeRoom(for: facts.count, orBetter: tables.last?.slots.count ?? 1)
    guard let newest = tables.indices.last else { return [] }
    var repeats: [(row: Int, line: Int)] = []
    var entered = 0
    var without = skipped[...]
    let (before, seed) = (linesBefore, Words.seed)
    tables[newest].slots.withUnsafeMutableBufferPointer { slots in
      let mask = slots.count - 1
      for row in facts.indices {
        if let next = without.first, next == row {
          without.removeFirst()
          continue
        }
        let hash = Words.mixed(facts[row].idHash, seed)
        let tag = Self.tag(hash)
        var index = Int(truncatingIfNeeded: hash) & mask
        while slots[index] != 0, slots[index] & Self.tagMask != tag { index = (index + 1) & mask }
        if slots[index] != 0 {
          repeats.append((row, Int(slots[index] & ~Self.tagMask)))
        } else {
          slots[index] = tag | UInt64(UInt32(clamping: before + line(row)))
          entered += 1
        }
      }
    }
    tables[newest].room -= entered
    if let last = facts.indices.last { lastLine = max(lastLine, line(last)) }
    if newest > 0 { repeats = inOlderTables(facts, Set(skipped), line, repeats) }
    return repeats.map { ($0.row, first($0.line)) }
  }

  /// The same with those whose id stands in a table that was full before.
  private func inOlderTables(
    _ facts: [RowFacts], _ skipped: Set<UInt32>, _ line: (Int) -> Int, _ repeats: [(row: Int, line: Int)]
  ) -> [(row: Int, line: Int)] {
    let seed = Words.seed
    var lines = Dictionary(repeats.map { ($0.row, $0.line) }) { first, _ in first }
    for row in facts.indices where !skipped.contains(UInt32(truncatingIfNeeded: row)) {
      let hash = Words.mixed(facts[row].idHash, seed)
      if let older = tables.dropLast().lazy.compactMap({ $0.line(hash) }).first { lines[row] = older }
    }
    return lines.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func first(_ line: Int) -> First {
    let file = max(0, (files.firstIndex { $0.linesBefore >= line } ?? files.count) - 1)
    return First(file: file, line: files.isEmpty ? line : line - files[file].linesBefore)
  }
}
