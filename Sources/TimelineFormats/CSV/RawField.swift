/// A field as it stands in a file, its quotes included, behind which at least ``RecordRun/slack`` bytes may be looked at: so it is read and compared eight
/// bytes at a time, whatever its length.
///
///     field.head          // 0x3939_3931 for `1999`: the first byte lowest, zeros behind the end
///     field.number        // 1999
struct RawField: Equatable {
  let start: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  init(_ start: UnsafePointer<UInt8>, count: Int) { (self.start, self.count) = (start, count) }

  /// What no field equals.
  @inline(__always)
  static func nothing(at start: UnsafePointer<UInt8>) -> RawField { RawField(start, count: -1) }

  @inline(__always) var isEmpty: Bool { count == 0 }
  @inline(__always) var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
  @inline(__always) var isQuoted: Bool { count > 1 && start[0] == UInt8(ascii: "\"") }

  /// What stands between the quotes of a quoted field, with those that are doubled in it as they are.
  @inline(__always) var inner: RawField { isQuoted ? RawField(start + 1, count: count - 2) : self }

  @inline(__always)
  func eight(at offset: Int) -> UInt64 { UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }

  @inline(__always)
  var head: UInt64 {
    let eight = eight(at: 0)
    return count >= 8 ? eight : eight & ~(~0 &<< UInt64(truncatingIfNeeded: 8 &* count))
  }

  @inline(__always)
  static func == (one: RawField, other: RawField) -> Bool {
    guard one.count == other.count else { return false }
    if one.count <= 8 { return one.head == other.head }
    var index = 0
    while index &+ 8 < one.count {
      if one.eight(at: index) != other.eight(at: index) { return false }
      index &+= 8
    }
    return one.eight(at: one.count &- 8) == other.eight(at: one.count &- 8)
  }

  /// Where a byte stands first from an offset on; the count where it does not.
  @inline(__always)
  func place(of byte: UInt8, from offset: Int) -> Int {
    let all = UInt64(byte) &* 0x0101_0101_0101_0101
    var index = offset
    while index < count {
      let differences = eight(at: index) ^ all
      // Of several bytes that are zero the lowest is told rightly.
      let hits = (differences &- 0x0101_0101_0101_0101) & ~differences & 0x8080_8080_8080_8080
      if hits != 0 { return min(index &+ hits.trailingZeroBitCount >> 3, count) }
      index &+= 8
    }
    return count
  }

  /// The bytes of a range without blanks and tabs around them.
  @inline(__always)
  func trimmed(_ first: Int, _ last: Int) -> RawField {
    var (first, last) = (first, last)
    while first < last, Self.isBlank(start[first]) { first &+= 1 }
    while last > first, Self.isBlank(start[last &- 1]) { last &-= 1 }
    return RawField(start + first, count: last &- first)
  }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The number that one to eight digits are; -1 for all else, which may still be a number.
  @inline(__always)
  var number: Int {
    guard count > 0, count <= 8 else { return -1 }
    // The last digit becomes the highest byte, with zeros for the digits that there are not.
    var digits = (eight(at: 0) ^ 0x3030_3030_3030_3030) &<< UInt64(truncatingIfNeeded: 8 &* (8 &- count))
    guard Self.areDigits(digits, upTo: 0x7676_7676_7676_7676) else { return -1 }
    // Neighbours are put together: digits to pairs, pairs to fours, fours to one number.
    digits = (digits &* (10 << 8 + 1)) >> 8 & 0x00FF_00FF_00FF_00FF
    digits = (digits &* (100 << 16 + 1)) >> 16 & 0x0000_FFFF_0000_FFFF
    return Int(truncatingIfNeeded: (digits &* (10_000 << 32 + 1)) >> 32)
  }

  /// Whether it is a code of one digit, from 1 to some last one.
  @inline(__always)
  func isCode(upTo last: UInt8) -> Bool { count == 1 && start[0] >= UInt8(ascii: "1") && start[0] <= last }

  /// Whether no byte is more than what lacks to 0x80 in the bytes of a number.
  @inline(__always)
  static func areDigits(_ bytes: UInt64, upTo lacks: UInt64) -> Bool { ((bytes &+ lacks) | bytes) & 0x8080_8080_8080_8080 == 0 }
}
