import TimelineModel

/// The order of time: by earliest day, latest day and weight; rows without a usable date last; equal rows as they arrived.
enum TimeOrder {
  /// The arrival numbers in time order.
  ///
  /// Sorted by radix, a byte at a time from the least: weight, then latest, then earliest day. A byte in which all rows agree costs nothing.
  ///
  /// - Complexity: O(n).
  static func arrivals(of facts: [RowFacts]) -> [UInt32] {
    var entries = facts.indices.map { Entry(days: days(facts[$0]), weight: weight(facts[$0]), arrival: UInt32(clamping: $0)) }
    var other = entries
    let isInOrder = entries.indices.dropFirst().allSatisfy { index in
      (entries[index - 1].days, entries[index - 1].weight) <= (entries[index].days, entries[index].weight)
    }
    if !isInOrder {
      pass(&entries, &other) { Int($0.weight) }
      for byte in 0..<8 { pass(&entries, &other) { Int(truncatingIfNeeded: $0.days >> UInt64(8 * byte)) & 0xFF } }
    }
    return entries.map(\.arrival)
  }

  /// One pass of the sort, which keeps the order of what is equal.
  @inline(__always)
  private static func pass(_ entries: inout [Entry], _ other: inout [Entry], _ digit: (Entry) -> Int) {
    var starts = [Int](repeating: 0, count: 257)
    for entry in entries { starts[digit(entry) + 1] += 1 }
    if starts.contains(entries.count) { return }
    for value in 0..<256 { starts[value + 1] += starts[value] }
    for entry in entries {
      let value = digit(entry)
      other[starts[value]] = entry
      starts[value] += 1
    }
    swap(&entries, &other)
  }

  /// For each arrival number the row; the same array when they arrived in order.
  static func inverse(of arrivals: [UInt32]) -> [UInt32] {
    if arrivals.indices.allSatisfy({ Int(arrivals[$0]) == $0 }) { return arrivals }
    var rows = arrivals
    for (row, arrival) in arrivals.enumerated() { rows[Int(arrival)] = UInt32(clamping: row) }
    return rows
  }

  private struct Entry {
    /// Earliest and latest day in one number whose unsigned order is theirs.
    let days: UInt64
    let weight: UInt8
    let arrival: UInt32
  }

  /// What has no weight stands after what has one.
  private static func weight(_ row: RowFacts) -> UInt8 {
    row.weight == RowFacts.noWeight ? .max : UInt8(bitPattern: row.weight) ^ 0x80
  }

  private static func days(_ row: RowFacts) -> UInt64 {
    guard row.marks.contains(.dated) else { return .max }
    // Flipping the sign bit makes unsigned order the order of the signed numbers.
    let first = UInt64(UInt32(bitPattern: row.earliest) ^ 0x8000_0000)
    let last = UInt64(UInt32(bitPattern: row.latest) ^ 0x8000_0000)
    return first << 32 | last
  }
}
