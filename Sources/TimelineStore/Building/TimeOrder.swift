import TimelineModel

/// The order of time: by earliest day, latest day and weight; rows without a usable date last; equal rows as they arrived.
enum TimeOrder {
  /// The arrival numbers in time order.
  ///
  /// What rows are sorted by fits one number with the arrival behind it wherever the days of a table lie within some centuries; those are sorted by radix.
  /// Others are compared. Rows that arrived in order cost one look.
  ///
  /// - Complexity: O(n), or O(n log n) where the days are far apart.
  static func arrivals(of parts: [[RowFacts]]) -> [UInt32] {
    let count = parts.reduce(0) { $0 + $1.count }
    guard let fields = Fields(parts, count) else { return Array(0..<UInt32(clamping: count)) }
    guard fields.bits <= 64 else { return compared(parts) }
    var entries = [UInt64](unsafeUninitializedCapacity: count) { entries, written in
      var arrival = 0
      for part in parts {
        for row in part {
          entries.initializeElement(at: arrival, to: fields.entry(row, arrival: arrival))
          arrival += 1
        }
      }
      written = count
    }
    sort(&entries, from: fields.arrivalBits, through: fields.bits)
    let mask = (UInt64(1) << UInt64(fields.arrivalBits)) - 1
    return entries.map { UInt32(truncatingIfNeeded: $0 & mask) }
  }

  /// How the parts of what is sorted by are put into one number:
  ///
  ///     | earliest day | latest day | weight | arrival |
  private struct Fields {
    private var least: (first: UInt32, last: UInt32, weight: UInt8) = (.max, .max, .max)
    private var most: (first: UInt32, last: UInt32, weight: UInt8) = (0, 0, 0)
    private(set) var arrivalBits: Int
    private var weightBits = 0
    private var lastBits = 0
    /// How many bits all of it takes.
    private(set) var bits = 0

    /// Nil where the rows are in order.
    init?(_ parts: [[RowFacts]], _ count: Int) {
      arrivalBits = Self.bits(UInt64(count))
      var isInOrder = true
      var before: (days: UInt64, weight: UInt8) = (0, 0)
      for part in parts {
        for row in part {
          let (days, weight) = (TimeOrder.days(row), TimeOrder.weight(row))
          if (days, weight) < before { isInOrder = false }
          before = (days, weight)
          (least.weight, most.weight) = (min(least.weight, weight), max(most.weight, weight))
          // What has no date stands behind all days, whatever they are.
          guard days != .max else { continue }
          let (first, last) = (UInt32(days >> 32), UInt32(truncatingIfNeeded: days))
          // Open ends are counted as one more than the days that there are.
          if first > 0 { (least.first, most.first) = (min(least.first, first), max(most.first, first)) }
          if last < .max { (least.last, most.last) = (min(least.last, last), max(most.last, last)) }
        }
      }
      if isInOrder { return nil }
      if least.first > most.first { most.first = least.first }
      if least.last > most.last { most.last = least.last }
      weightBits = Self.bits(UInt64(most.weight - least.weight))
      lastBits = Self.bits(UInt64(most.last - least.last) + 1)
      // One bit more for what has no date.
      bits = arrivalBits + weightBits + lastBits + Self.bits(UInt64(most.first - least.first) + 1) + 1
    }

    private static func bits(_ number: UInt64) -> Int { UInt64.bitWidth - number.leadingZeroBitCount }

    @inline(__always)
    func entry(_ row: RowFacts, arrival: Int) -> UInt64 {
      let days = TimeOrder.days(row)
      let weight = UInt64(TimeOrder.weight(row) &- least.weight) << UInt64(arrivalBits) | UInt64(arrival)
      if days == .max { return 1 << UInt64(bits - 1) | weight }
      let (first, last) = (UInt32(days >> 32), UInt32(truncatingIfNeeded: days))
      let earliest = UInt64(first == 0 ? 0 : first &- least.first &+ 1) << UInt64(lastBits)
      return (earliest | UInt64(last == .max ? most.last &- least.last &+ 1 : last &- least.last)) << UInt64(weightBits + arrivalBits) | weight
    }
  }

  /// Sorts numbers of so many bits whose lower ones rise already, by radix from the least of the others.
  private static func sort(_ entries: inout [UInt64], from low: Int, through high: Int) {
    let digits = max(1, (high - low + 10) / 11)
    let width = UInt64((high - low + digits - 1) / digits)
    let mask = (UInt64(1) << width) - 1
    var other = [UInt64](unsafeUninitializedCapacity: entries.count) { room, written in
      room.initialize(repeating: 0)
      written = entries.count
    }
    for digit in 0..<digits {
      let shift = UInt64(low) + UInt64(digit) * width
      var starts = [Int](repeating: 0, count: Int(mask) + 2)
      entries.withUnsafeBufferPointer { entries in
        other.withUnsafeMutableBufferPointer { other in
          starts.withUnsafeMutableBufferPointer { starts in
            for entry in entries { starts[Int(entry >> shift & mask) + 1] += 1 }
            for value in 0...Int(mask) { starts[value + 1] += starts[value] }
            for entry in entries {
              let value = Int(entry >> shift & mask)
              other[starts[value]] = entry
              starts[value] += 1
            }
          }
        }
      }
      swap(&entries, &other)
    }
  }

  /// The slow way, for days that are far apart.
  private static func compared(_ parts: [[RowFacts]]) -> [UInt32] {
    var entries: [(days: UInt64, weight: UInt8, arrival: UInt32)] = []
    for part in parts { for row in part { entries.append((days(row), weight(row), UInt32(clamping: entries.count))) } }
    return entries.sorted { ($0.days, $0.weight, $0.arrival) < ($1.days, $1.weight, $1.arrival) }.map(\.arrival)
  }

  /// For each arrival number the row; the same array when they arrived in order.
  static func inverse(of arrivals: [UInt32]) -> [UInt32] {
    if arrivals.indices.allSatisfy({ Int(arrivals[$0]) == $0 }) { return arrivals }
    return [UInt32](unsafeUninitializedCapacity: arrivals.count) { rows, written in
      for row in arrivals.indices { rows.initializeElement(at: Int(arrivals[row]), to: UInt32(truncatingIfNeeded: row)) }
      written = arrivals.count
    }
  }

  /// What has no weight, the least number of the column, stands after what has one: weights are counted from the next.
  @inline(__always)
  static func weight(_ weight: Int8) -> UInt8 { UInt8(bitPattern: weight &- RowFacts.noWeight &- 1) }

  @inline(__always)
  private static func weight(_ row: RowFacts) -> UInt8 { weight(row.weight) }

  @inline(__always)
  private static func days(_ row: RowFacts) -> UInt64 { row.marks.contains(.dated) ? days(row.earliest, row.latest) : .max }

  /// Earliest and latest day in one number whose unsigned order is theirs.
  @inline(__always)
  static func days(_ earliest: Int32, _ latest: Int32) -> UInt64 {
    // Flipping the sign bit makes unsigned order the order of the signed numbers.
    UInt64(UInt32(bitPattern: earliest) ^ 0x8000_0000) << 32 | UInt64(UInt32(bitPattern: latest) ^ 0x8000_0000)
  }
}
