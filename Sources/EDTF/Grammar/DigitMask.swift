/// One to four digits some of which are unknown: `156X`, `X2`, `XX`.
///
/// An `X` is any digit that makes a real date. In a month's place the digits always stand for one of the twelve months, never for a season: `2001-1X` is
/// October to December, and `2001-2X` is no date at all.
struct DigitMask: Hashable, Sendable {
  /// The digits, four bits each, the last one lowest; 15 is an unknown digit.
  private var nibbles: UInt16 = 0
  private(set) var count = 0
  private(set) var unknownCount = 0

  private static let unknown: UInt16 = 15

  /// Adds a digit on the right; nil is `X`. Digits beyond the fourth are not kept.
  mutating func append(_ digit: Int?) {
    guard count < 4 else { return }
    nibbles = nibbles << 4 | (digit.map { UInt16(clamping: $0) } ?? DigitMask.unknown)
    count += 1
    if digit == nil { unknownCount += 1 }
  }

  var isExact: Bool { unknownCount == 0 }

  /// How many digits at the right are unknown: 2 in `19XX`, 0 in `1X99`.
  var unknownAtRight: Int {
    var (run, rest) = (0, nibbles)
    while run < count, rest & 15 == DigitMask.unknown {
      run += 1
      rest >>= 4
    }
    return run
  }

  /// Whether all unknown digits are at the right, so that the mask is one unbroken range.
  var isRange: Bool { unknownAtRight == unknownCount }

  var lowest: Int { value { _ in 0 } }

  var highest: Int { value { _ in 9 } }

  /// How many numbers fit: ten for every unknown digit.
  var choices: Int { (0..<unknownCount).reduce(1) { product, _ in product * 10 } }

  /// The number that fits at `index` of `0 ..< choices`, in ascending order.
  func choice(_ index: Int) -> Int {
    var rest = index
    return value { _ in
      defer { rest /= 10 }
      return rest % 10
    }
  }

  /// Whether a number's digits, filled with zeros to the mask's width, fit.
  func matches(_ number: Int) -> Bool {
    var (rest, pattern) = (number, nibbles)
    for _ in 0..<count {
      if pattern & 15 != DigitMask.unknown, Int(pattern & 15) != rest % 10 { return false }
      rest /= 10
      pattern >>= 4
    }
    return rest == 0
  }

  /// The digits as written: `156X`.
  var text: String {
    var text = ""
    for place in (0..<count).reversed() {
      let digit = nibbles >> UInt16(truncatingIfNeeded: 4 * place) & 15
      text += digit == DigitMask.unknown ? "X" : String(digit)
    }
    return text
  }

  /// The number that results when unknown digits, asked for from right to left, are filled in.
  private func value(filling unknownDigit: (Int) -> Int) -> Int {
    var (sum, unit, rest) = (0, 1, nibbles)
    for place in 0..<count {
      let digit = rest & 15
      sum += unit * (digit == DigitMask.unknown ? unknownDigit(place) : Int(digit))
      unit *= 10
      rest >>= 4
    }
    return sum
  }
}
