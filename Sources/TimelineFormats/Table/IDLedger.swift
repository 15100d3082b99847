/// Which ids have been seen and on which line first, so that a second row with the same id is noticed, also in another file.
///
/// ```
/// tags     –  a3f1…  –  –  77c0…  901d…      half of an id's hash, at the place that the other half gives, open addressing
/// lines    –  17     –  –  4      18         where it was first seen; lines of all files are counted on
/// ```
/// Eight bytes an id. Two different ids among a million are taken for the same once in some thousands of runs; the hash has a seed of the process.
package struct IDLedger: Sendable {
  /// Where an id was first seen.
  struct First: Hashable, Sendable {
    var file: Int
    var line: Int
  }

  private struct Table: Sendable {
    var tags: [UInt32]
    var lines: [UInt32]
    var room: Int

    /// - Parameter slots: a power of two.
    init(slots: Int) {
      tags = Array(repeating: 0, count: slots)
      lines = Array(repeating: 0, count: slots)
      room = slots / 4 * 3
    }

    /// Where a hash stands, or the free place where it would.
    @inline(__always)
    func slot(_ hash: UInt64) -> (index: Int, isTaken: Bool) {
      let tag = IDLedger.tag(hash)
      let mask = tags.count - 1
      var index = Int(truncatingIfNeeded: hash) & mask
      while tags[index] != 0 {
        if tags[index] == tag { return (index, true) }
        index = (index + 1) & mask
      }
      return (index, false)
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

  @inline(__always)
  private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) | 1 }

  /// Enters the hash of an id of the file begun last.
  ///
  /// - Returns: where it was seen first; nil when it is new.
  mutating func enter(_ idHash: UInt64, line: Int) -> First? {
    let hash = ByteTable.mixed(idHash)
    makeRoom(for: 1, orBetter: tables.last?.tags.count ?? 1)
    lastLine = max(lastLine, line)
    for table in tables.indices.dropLast() {
      let (index, isTaken) = tables[table].slot(hash)
      if isTaken { return first(Int(tables[table].lines[index])) }
    }
    let newest = tables.count - 1
    let (index, isTaken) = tables[newest].slot(hash)
    if isTaken { return first(Int(tables[newest].lines[index])) }
    tables[newest].tags[index] = Self.tag(hash)
    tables[newest].lines[index] = UInt32(clamping: linesBefore + line)
    tables[newest].room -= 1
    return nil
  }

  private func first(_ line: Int) -> First {
    let file = max(0, (files.firstIndex { $0.linesBefore >= line } ?? files.count) - 1)
    return First(file: file, line: files.isEmpty ? line : line - files[file].linesBefore)
  }
}
