import EDTF

/// The days of an event, as precise as `date_prec` says and no more.
///
/// | code | | becomes |
/// |---|---|---|
/// | 1 | the day, or a battle of known days | `2013-01-03`, `2013-01-03/2013-01-05` |
/// | 2, 3 | one of two to six days, of a week | `[2013-01-03..2013-01-05]` |
/// | 4, 5 | within a month, a year | `2013-01`, `2013`, where the bounds are the whole of it; else `[2013-01-10..2013-01-31]` |
///
/// So the first and the last day are always `date_start` and `date_end`, which is how the codebook defines them. A code that is not known is taken for 5.
struct GEDDate: Hashable, Sendable {
  private enum Form { case day, span, oneOf, month, year }

  private let form: Form
  let first: Day
  let last: Day

  init(precision: UInt8, from one: Day, through other: Day) {
    first = min(one, other)
    last = max(one, other)
    switch precision {
    case _ where first == last: form = .day
    case UInt8(ascii: "1"): form = .span
    case UInt8(ascii: "2"), UInt8(ascii: "3"): form = .oneOf
    default: form = Self.whole(first, last)
    }
  }

  private static func whole(_ first: Day, _ last: Day) -> Form {
    let (one, other) = (first.components, last.advanced(by: 1).components)
    guard one.day == 1, other.day == 1 else { return .oneOf }
    if one.month == 1, other.month == 1, other.year == one.year + 1 { return .year }
    let isNext = one.month == 12 ? other.month == 1 && other.year == one.year + 1 : other.month == one.month + 1 && other.year == one.year
    return isNext ? .month : .oneOf
  }

  /// What the columns of a store keep.
  var precision: Precision {
    switch form {
    case .day: .day
    case .span: .span
    case .oneOf: .set
    case .month: .month
    case .year: .year
    }
  }

  var edtf: EDTFDate {
    switch form {
    case .day: EDTFDate(first)
    case .span: EDTFDate(from: first, through: last)
    case .oneOf: EDTFDate.oneOf(first, last)
    case .month: (try? EDTFDate(first.iso8601.dropLast(3))) ?? EDTFDate.oneOf(first, last)
    case .year: (try? EDTFDate(first.iso8601.dropLast(6))) ?? EDTFDate.oneOf(first, last)
    }
  }

  /// The day of `2013-01-03` or `2013-01-03 00:00:00.000`; nil for anything else, and for days that do not exist.
  ///
  /// - Complexity: some nanoseconds; this is asked twice a row.
  @inline(__always)
  static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), bytes.count == 10 || isMidnight(bytes) else { return nil }
    var digits: (UInt32, UInt32, UInt32) = (0, 0, 0)
    for index in 0..<10 where index != 4 && index != 7 {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      if index < 4 {
        digits.0 = digits.0 &* 10 &+ UInt32(digit)
      } else if index < 7 {
        digits.1 = digits.1 &* 10 &+ UInt32(digit)
      } else {
        digits.2 = digits.2 &* 10 &+ UInt32(digit)
      }
    }
    return day(year: Int(digits.0), month: Int(digits.1), day: Int(digits.2))
  }

  /// The day of a field that begins as `2013-01-03`; nil for all else, which may still be one.
  @inline(__always)
  static func day(_ field: RawField) -> Day? {
    guard field.count == 10 || field.count > 10 && (field.start[10] == UInt8(ascii: " ") || field.start[10] == UInt8(ascii: "T")) else { return nil }
    // Digits become their values and hyphens zero.
    let date = field.eight(at: 0) ^ 0x2D30_302D_3030_3030
    let days = field.eight(at: 2) >> 48 ^ 0x3030
    guard RawField.areDigits(date, upTo: 0x7F76_767F_7676_7676), RawField.areDigits(days, upTo: 0x7676) else { return nil }
    func digit(_ shift: UInt64) -> Int { Int(truncatingIfNeeded: date >> shift & 0xFF) }
    return day(
      year: 1_000 * digit(0) + 100 * digit(8) + 10 * digit(16) + digit(24), month: 10 * digit(40) + digit(48),
      day: 10 * Int(truncatingIfNeeded: days & 0xFF) + Int(truncatingIfNeeded: days >> 8))
  }

  /// The same day as `Day(year:month:day:)` gives for a year of four digits, for which numbers of machine size do.
  @inline(__always)
  private static func day(year: Int, month: Int, day: Int) -> Day? {
    guard month >= 1, month <= 12, day >= 1 else { return nil }
    if day > 28, day > Day.daysIn(month: month, year: Int64(year)) { return nil }
    // The year is taken to begin on 1 March, so that the leap day is its last.
    let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    // 800 years on, no year is negative; they have 292,194 days.
    let years = year + 800
    let days = 365 * years + years / 4 - years / 100 + years / 400 + (153 * month + 2) / 5 + day - 1
    return Day(Int64(days - 292_194 - 719_468))
  }

  /// Whether a time of day follows; which one does not matter, UCDP writes midnight.
  private static func isMidnight(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T") }
}
