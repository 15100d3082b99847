extension Parser {
  /// Reads `1985`, `-1985`, `19XX` or `1950S2`.
  mutating func parseFourDigitYear() throws(EDTFError) -> PartialDate {
    let start = position
    let isNegative = take("-")
    let digits = takeDigits(orUnknown: true)
    guard digits.count == 4 else { throw wrongYear(digits, start: start) }
    let mask = mask(digits)
    if isNegative, mask.highest == 0 {
      throw error("there is no year -0000", at: start, remedy: "Write 0000 for the year before 0001")
    }
    let magnitude = Int64(mask.lowest)
    let year = mask.isExact ? Year.number(isNegative ? -magnitude : magnitude) : .mask(mask, isNegative: isNegative)
    var date = PartialDate(year: year)
    date.level = isNegative ? 1 : 0
    if next == UInt8(ascii: "S") {
      guard mask.isExact else { throw error("a year with unknown digits has no significant ones") }
      try parseSignificantDigits(into: &date, of: String(magnitude).utf8.count, writtenAs: 4)
    }
    return date
  }

  /// Reads `Y170000002`, `Y-17E7` or `Y3388E2S3`.
  mutating func parsePrefixedYear() throws(EDTFError) -> PartialDate {
    let start = position
    skip()
    let isNegative = take("-")
    let digits = takeDigits()
    guard let first = byte(at: digits.lowerBound)?.digit, !digits.isEmpty else { throw error("Y is followed by the digits of a year") }
    guard first != 0 else { throw error("a year after Y begins with 1 to 9", at: digits.lowerBound) }
    var zeros: Int64 = 0
    let isExponential = take("E")
    if isExponential {
      zeros = try parsePositiveNumber(after: "E")
    } else if digits.count <= 4 {
      let year = String(repeating: "0", count: 4 - digits.count) + text(digits)
      throw error("Y is for years of more than four digits", at: start, remedy: "Write \(isNegative ? "-" : "")\(year)")
    }
    var date = PartialDate(year: year(digits, zeros: zeros, isNegative: isNegative))
    date.level = isExponential ? 2 : 1
    if next == UInt8(ascii: "S") {
      let (length, overflow) = Int64(digits.count).addingReportingOverflow(zeros)
      try parseSignificantDigits(into: &date, of: overflow ? .max : Int(clamping: length), writtenAs: 0)
    }
    return date
  }

  /// The year with such digits and so many zeros behind them.
  private func year(_ digits: Range<Int>, zeros: Int64, isNegative: Bool) -> Year {
    var magnitude: Int64 = 0
    for offset in digits {
      magnitude = magnitude * 10 + Int64(byte(at: offset)?.digit ?? 0)
      if magnitude > Year.reach { break }
    }
    var shift: Int64 = 0
    while shift < zeros, magnitude <= Year.reach {
      magnitude *= 10
      shift += 1
    }
    if magnitude <= Year.reach { return .number(isNegative ? -magnitude : magnitude) }
    return .vast(VastYear(isNegative: isNegative, digits: text(digits), zeros: zeros))
  }

  /// Reads `S2`. A year has no more significant digits than it has digits.
  private mutating func parseSignificantDigits(into date: inout PartialDate, of count: Int, writtenAs width: Int) throws(EDTFError) {
    skip()
    let start = position
    let number = try parsePositiveNumber(after: "S")
    guard number <= Int64(max(count, width)) else {
      throw error("the year has fewer digits than are called significant", at: start, remedy: "Write a number from 1 to \(max(count, width)) after S")
    }
    date.significantDigits = Int(clamping: number)
    date.level = 2
  }

  /// Reads a number without leading zeros; one too large for an `Int64` is read as the largest.
  private mutating func parsePositiveNumber(after letter: String) throws(EDTFError) -> Int64 {
    let digits = takeDigits()
    guard let first = byte(at: digits.lowerBound)?.digit, first != 0, !digits.isEmpty else {
      throw error("\(letter) is followed by a number that begins with 1 to 9", at: digits.lowerBound)
    }
    var number: Int64 = 0
    for offset in digits {
      let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflowToo) = tens.addingReportingOverflow(Int64(byte(at: offset)?.digit ?? 0))
      if overflow || overflowToo { return .max }
      number = sum
    }
    return number
  }
}
