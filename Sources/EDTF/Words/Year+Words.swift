// Years as people say them. Before 0001 they are counted back from Christ, where there is no year zero: 0000 is 1 BC and -0043 is 44 BC.

extension Year {
  /// The year in words: `1985`, `199 AD`, `44 BC`, `170,000,002`, `a year in the 1990s`, `a year from 1500 to 1599`.
  var words: String {
    switch self {
    case .number(let number): return Year.words(number)
    case .vast(let year):
      let count = year.zeros > 0 ? " followed by \(year.zeros == .max ? "very many" : String(year.zeros)) zeros" : ""
      return "the year \(year.isNegative ? "-" : "")\(Year.shortened(year.digits))\(count)"
    case .mask(let mask, let isNegative):
      if mask.unknownCount == 4 { return isNegative ? "an unknown year before 0000" : "an unknown year" }
      guard mask.isRange else { return "a year that reads \(isNegative ? "-" : "")\(mask.text)" }
      let (nearer, farther) = (Int64(mask.lowest), Int64(mask.highest))
      if isNegative { return "a year from \(Year.words(-farther)) to \(Year.words(-max(1, nearer)))" }
      if mask.unknownCount == 1, nearer >= 1_000 { return "a year in the \(nearer)s" }
      return "a year from \(Year.words(nearer)) to \(Year.words(farther))"
    }
  }

  /// The year as it follows a month: `2023`, `of a year in the 1560s`.
  var wordsAfterMonth: String {
    isMask ? "of \(words)" : words
  }

  /// A year of the calendar: `1985`, `199 AD`, `44 BC`, `170,000,002`.
  static func words(_ year: Int64) -> String {
    if year <= 0 { return "\(grouped(year.magnitude + 1)) BC" }
    return year < 1_000 ? "\(year) AD" : grouped(year.magnitude)
  }

  /// A number with a comma between groups of three digits, from five digits on, since a year of four has none.
  private static func grouped(_ number: UInt64) -> String {
    let digits = Array(String(number).utf8)
    guard digits.count > 4 else { return String(number) }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }

  /// Digits, the middle of very many left out: `123456…789 (40 digits)`.
  private static func shortened(_ digits: String) -> String {
    let count = digits.utf8.count
    return count <= 24 ? digits : "\(digits.prefix(6))...\(digits.suffix(3)) (\(count) digits)"
  }
}
