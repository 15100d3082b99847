extension Columns {
  /// The rows of a set by position; empty for time order, which the set itself has.
  ///
  /// - Complexity: O(n) the first time for a large set, then O(rows).
  func sequence(of set: Bitset, in order: SortOrder) -> [UInt32] {
    if order == .date { return [] }
    guard let kept = kept.sequence(in: order) else { return backward(set) }
    // A small set is sorted on its own; a large one is picked out of all rows, which are sorted once.
    if set.count < count / 16 { return sorted(set, by: order) }
    let all = kept.value { sorted(Bitset(allBelow: count), by: order) }
    return set.count == count ? all : all.filter { set.contains(Int($0)) }
  }

  /// The latest first, then what has no date, in the order in which it stands.
  private func backward(_ set: Bitset) -> [UInt32] {
    var rows: [UInt32] = []
    set.visit { rows.append(UInt32(clamping: $0)) }
    let dated = rows.prefix { Int($0) < datedCount }
    return dated.reversed() + rows[dated.endIndex...]
  }

  private func sorted(_ set: Bitset, by order: SortOrder) -> [UInt32] {
    var entries: [UInt64] = []
    entries.reserveCapacity(set.count)
    set.visit { row in entries.append(sortKey(of: row, in: order)) }
    Self.sort(&entries)
    return entries.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// A number that rises in the order: what is sorted by above, the row's place in time below. What has no figure stands last.
  func sortKey(of row: Int, in order: SortOrder) -> UInt64 {
    let figure: Int?
    switch order.key {
    case .date: figure = isDated(row) ? row : nil
    case .killed: figure = killed.standing(of: row)
    case .weight: figure = weight(of: row)
    }
    let isDescending = (order.key == .killed) != order.isReversed
    // Figures and weights are columns of at most 32 bits, moved up so that none is negative.
    let rank = figure.map { UInt32(clamping: $0 + 1_000) }.map { isDescending ? .max - 1 - $0 : $0 } ?? .max
    return UInt64(rank) << 32 | UInt64(UInt32(clamping: row))
  }

  /// Sorts numbers whose lower halves already rise: by radix from the least digit of the upper halves, each of which mostly has one or two.
  private static func sort(_ entries: inout [UInt64]) {
    if entries.count < 4_096 { return entries.sort() }
    let digits = stride(from: UInt64(32), to: 64, by: 11)
    var other = entries
    for shift in digits {
      var starts = [Int](repeating: 0, count: 2_049)
      for entry in entries { starts[Int(entry >> shift & 0x7FF) + 1] += 1 }
      if starts.contains(entries.count) { continue }
      for digit in 0..<2_048 { starts[digit + 1] += starts[digit] }
      entries.withUnsafeBufferPointer { entries in
        other.withUnsafeMutableBufferPointer { other in
          starts.withUnsafeMutableBufferPointer { starts in
            for entry in entries {
              let digit = Int(entry >> shift & 0x7FF)
              other[starts[digit]] = entry
              starts[digit] += 1
            }
          }
        }
      }
      swap(&entries, &other)
    }
  }
}
