/// The year of a date, in one of the forms EDTF has for it.
///
/// Choices where the specification leaves room: `-0000` is no year (ISO 8601 knows no negative zero). `Y` needs more than four digits unless an exponent
/// follows: `Y17E2` is the year 1700. A mantissa, an exponent and a number of significant digits begin with 1 to 9.
enum Year: Hashable, Sendable {
  /// A year near enough to be counted in an `Int64`, astronomical: 0 is 1 BC.
  case number(Int64)
  /// Four digits, some unknown; counted before 0000 when negative: `-156X`.
  case mask(DigitMask, isNegative: Bool)
  /// A year too far away to number its days.
  case vast(VastYear)

  /// The largest distance from year 0 that `number` holds; no `Int64` numbers a day so far away.
  static let reach: Int64 = 100_000_000_000_000_000

  var isMask: Bool {
    if case .mask = self { true } else { false }
  }

  /// The year itself, when it is known exactly and near.
  var exactNumber: Int64? {
    if case .number(let number) = self { number } else { nil }
  }
}

/// A year beyond counting, kept as it was written: digits, then zeros.
struct VastYear: Hashable, Sendable {
  var isNegative: Bool
  /// The digits before `E`, or all of them.
  var digits: String
  /// The exponent; `Int64.max` stands for anything larger.
  var zeros: Int64

  /// Whether the year is later than another; false when both exponents are too large to be told apart.
  func isLater(than other: VastYear) -> Bool {
    guard isNegative == other.isNegative else { return other.isNegative }
    return isNegative ? other.isFartherFromZero(than: self) : isFartherFromZero(than: other)
  }

  private func isFartherFromZero(than other: VastYear) -> Bool {
    let (length, overflow) = zeros.addingReportingOverflow(Int64(digits.utf8.count))
    let (otherLength, otherOverflow) = other.zeros.addingReportingOverflow(Int64(other.digits.utf8.count))
    guard !overflow, !otherOverflow else { return overflow && !otherOverflow }
    guard length == otherLength else { return length > otherLength }
    return significant > other.significant
  }

  /// The digits without the zeros at the end, which say no more than the length does.
  private var significant: String {
    guard let last = digits.lastIndex(where: { $0 != "0" }) else { return "" }
    return String(digits[...last])
  }
}
