import CBytes

/// Where the records of the next stretch of a file and their fields stand, found all at once; see `records.h` for the picture.
///
/// A record is what RFC 4180 says. Where quotes or carriage returns stand elsewhere than it lets them, nothing is found, and a walk reads that
/// stretch byte by byte, by rules of its own.
final class RecordIndex {
  /// How much is looked at at once: what is found of so much stays in the processor's cache.
  static let windowBytes = 1 << 17

  /// How blocks are looked at; by the quickest way that the processor has unless somebody wants to see that the others give the same.
  private let way: CInt

  let places: RecordPlaces

  /// How many records were found whole.
  private(set) var count = 0
  /// Whether a NUL is among the bytes.
  private(set) var hasNUL = false

  init(way: CInt = cbytes_best_way()) {
    self.way = way
    places = RecordPlaces(
      fences: .allocate(capacity: 1 + Self.windowBytes + 64), ends: .allocate(capacity: Self.windowBytes), lines: .allocate(capacity: Self.windowBytes),
      high: .allocate(capacity: Self.windowBytes / 64 + 1))
    // One more than this, in 32 bits, is the first byte.
    places.fences[0] = .max
  }

  deinit {
    places.fences.deallocate()
    places.ends.deallocate()
    places.lines.deallocate()
    places.high.deallocate()
  }

  /// Looks at a stretch that begins with a record.
  ///
  /// - Returns: whether it is regular.
  func find(_ start: UnsafePointer<UInt8>, count length: Int, separator: UInt8) -> Bool {
    var found = cbytes_records(separators: places.fences + 1, ends: places.ends, lines: places.lines, high: places.high)
    let marks = cbytes_find_records(way, start, min(length, Self.windowBytes), separator, &found)
    count = marks.is_irregular == 0 ? Int(marks.count) : 0
    hasNUL = marks.has_nul != 0
    return marks.is_irregular == 0
  }
}

/// The memory of an index, lent to the walk that owns it, which looks into it for every field.
struct RecordPlaces {
  /// The separators, with one in front of the first that stands before the stretch, so that every field lies between two.
  let fences: UnsafeMutablePointer<UInt32>
  let ends: UnsafeMutablePointer<UInt32>
  let lines: UnsafeMutablePointer<UInt32>
  let high: UnsafeMutablePointer<UInt64>

  /// A record: which of the fences stands before its first field, and how many fields it has.
  @inline(__always)
  func fields(of record: Int) -> (first: Int, count: Int) {
    let first = record > 0 ? Int(ends[record - 1]) + 1 : 0
    return (first, Int(ends[record]) + 1 - first)
  }

  /// How many line feeds there are up to the end of a record.
  @inline(__always)
  func lines(through record: Int) -> Int { Int(lines[record]) }

  /// The first byte beyond ASCII in a range, or its end.
  @inline(__always)
  func firstBeyondASCII(in range: Range<Int>) -> Int {
    if range.isEmpty { return range.upperBound }
    var word = range.lowerBound >> 6
    var bits = high[word] & (~UInt64(0) << UInt64(range.lowerBound & 63))
    while bits == 0 {
      word += 1
      if word << 6 >= range.upperBound { return range.upperBound }
      bits = high[word]
    }
    return min(word << 6 + bits.trailingZeroBitCount, range.upperBound)
  }
}
