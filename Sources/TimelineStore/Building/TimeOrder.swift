import TimelineModel

/// The order of time: by earliest day, latest day and weight; rows without a usable date last; equal rows as they arrived.
enum TimeOrder {
  /// The arrival numbers in time order.
  ///
  /// Sorted by radix, a byte at a time from the least: weight, then latest, then earliest day. A byte in which all rows agree costs nothing, and rows
  /// that arrived in order cost one look.
  ///
  /// - Complexity: O(n).
  static func arrivals(of parts: [[RowFacts]]) -> [UInt32] {
    var entries: [Entry] = []
    entries.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    var isInOrder = true
    for part in parts {
      for row in part {
        let entry = Entry(days: days(row), weight: weight(row), arrival: UInt32(truncatingIfNeeded: entries.count))
        if let last = entries.last, (entry.days, entry.weight) < (last.days, last.weight) { isInOrder = false }
        entries.append(entry)
      }
    }
    if !isInOrder { sort(&entries) }
    return entries.map(\.arrival)
  }

  /// The digits of an entry: the weight, then the bytes of the days from the least.
  private static let digits = 9

  private static func sort(_ entries: inout [Entry]) {
    var counts = [Int](repeating: 0, count: digits * 256)
    for entry in entries { for digit in 0..<digits { counts[256 * digit + entry.digit(digit)] += 1 } }
    var other = [Entry](repeating: Entry(days: 0, weight: 0, arrival: 0), count: entries.count)
    for digit in 0..<digits {
      let ofDigit = 256 * digit..<256 * (digit + 1)
      if counts[ofDigit].contains(entries.count) { continue }
      // Where the first entry with each value goes.
      var start = 0
      for value in ofDigit { (counts[value], start) = (start, start + counts[value]) }
      entries.withUnsafeBufferPointer { entries in
        other.withUnsafeMutableBufferPointer { other in
          counts.withUnsafeMutableBufferPointer { counts in
            for entry in entries {
              let value = ofDigit.lowerBound + entry.digit(digit)
              other[counts[value]] = entry
              counts[value] += 1
            }
          }
        }
      }
      swap(&entries, &other)
    }
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

    @inline(__always)
    func digit(_ number: Int) -> Int { number == 0 ? Int(weight) : Int(truncatingIfNeeded: days >> UInt64(8 * (number - 1))) & 0xFF }
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
