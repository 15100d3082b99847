// One date: year, month, day and time, each part with its digits and qualifiers.
//
//     ?2004-06~-11        [qualifier] digits [qualifier] - [qualifier] digits [qualifier] …
//      └─┬┘ └─┤
//        │    └ on the right: this part and all to its left; level 1 at the end of the date, level 2 inside it
//        └ on the left: this part alone; level 2

extension Parser {
  /// Reads a date up to the first byte that cannot belong to it, and makes sure that it has a day.
  mutating func parseDate(allowingTime: Bool) throws(EDTFError) -> PartialDate {
    let start = position
    let ahead = takeQualifier()
    let isPrefixed = next == UInt8(ascii: "Y")
    var date = isPrefixed ? try parsePrefixedYear() : try parseFourDigitYear()
    date.qualifiers.year = ahead ?? []
    if ahead != nil { date.level = 2 }
    applyTrailingQualifier(to: &date)
    if next == UInt8(ascii: "-") {
      if isPrefixed { throw error("a year that begins with Y has no months", remedy: "Leave out what follows the year") }
      if date.significantDigits != nil { throw error("a year with significant digits has no months", remedy: "Leave out what follows the year") }
      skip()
      try parseMonth(into: &date)
      if next == UInt8(ascii: "-") {
        let dash = position
        if case .season(let season) = date.month {
          let remedy = exchangedRemedy(season.code, of: date, at: dash - 2) ?? "Leave out what follows it"
          throw error("a season or part of a year has no days", at: dash, remedy: remedy)
        }
        skip()
        try parseDay(into: &date)
      }
    }
    date.level = max(date.level, date.maskLevel)
    guard date.extent != nil else { throw impossible(date, from: start) }
    if next == UInt8(ascii: "T") { try parseTime(into: &date, allowed: allowingTime) }
    return date
  }

  private mutating func parseMonth(into date: inout PartialDate) throws(EDTFError) {
    let ahead = takeQualifier()
    let digits = takeDigits(orUnknown: true)
    guard digits.count == 2 else { throw wrongCount(digits, of: "month", example: "05") }
    let mask = mask(digits)
    if mask.isExact {
      try setMonth(mask.lowest, of: &date, at: digits.lowerBound)
    } else {
      guard (1...12).contains(where: mask.matches) else { throw error("no month reads \(mask.text)", at: digits.lowerBound) }
      date.month = .mask(mask)
    }
    if let ahead {
      date.qualifiers.month = ahead
      date.level = 2
    }
    applyTrailingQualifier(to: &date)
  }

  private func setMonth(_ number: Int, of date: inout PartialDate, at offset: Int) throws(EDTFError) {
    if (1...12).contains(number) {
      date.month = .number(number)
    } else if let season = Season(code: number) {
      date.month = .season(season)
      date.level = max(date.level, number <= 24 ? 1 : 2)
    } else {
      throw error("there is no month \(text(offset..<offset + 2))", at: offset, remedy: monthRemedy(number, of: date, at: offset))
    }
  }

  private func monthRemedy(_ number: Int, of date: PartialDate, at offset: Int) -> String {
    if number == 0 { return "Write \(date.year.text) if the month is unknown" }
    return exchangedRemedy(number, of: date, at: offset) ?? "Months are 01 to 12; 21 to 41 are seasons and parts of a year"
  }

  /// Somebody may have put the day before the month: then the date with both exchanged is the likely one.
  private func exchangedRemedy(_ number: Int, of date: PartialDate, at offset: Int) -> String? {
    guard (13...31).contains(number), let year = date.year.exactNumber, byte(at: offset + 2) == UInt8(ascii: "-"),
      let tens = byte(at: offset + 3)?.digit, let ones = byte(at: offset + 4)?.digit, Day(year: year, month: tens * 10 + ones, day: number) != nil
    else { return nil }
    return "Write \(date.year.text)-\(tens)\(ones)-\(number) if \(number) is the day"
  }

  private mutating func parseDay(into date: inout PartialDate) throws(EDTFError) {
    let ahead = takeQualifier()
    let digits = takeDigits(orUnknown: true)
    guard digits.count == 2 else { throw wrongCount(digits, of: "day", example: "09") }
    let mask = mask(digits)
    if mask.isExact {
      guard (1...31).contains(mask.lowest) else { throw impossible(date, day: mask.lowest, at: digits.lowerBound) }
      date.day = .number(mask.lowest)
    } else {
      guard (1...31).contains(where: mask.matches) else { throw error("no day reads \(mask.text)", at: digits.lowerBound) }
      date.day = .mask(mask)
    }
    if let ahead {
      date.qualifiers.day = ahead
      date.level = 2
    }
    applyTrailingQualifier(to: &date)
  }

  /// Takes a qualifier on the right of the part just read: it holds for all parts so far.
  private mutating func applyTrailingQualifier(to date: inout PartialDate) {
    guard let qualifier = takeQualifier() else { return }
    date.qualifiers.year.formUnion(qualifier)
    if date.month != .none { date.qualifiers.month.formUnion(qualifier) }
    if date.day != .none { date.qualifiers.day.formUnion(qualifier) }
    date.level = max(date.level, next == UInt8(ascii: "-") ? 2 : 1)
  }
}

extension PartialDate {
  /// The level at which the specification introduces such unknown digits: `201X`, `20XX`, `2004-XX`, `1985-04-XX` and `1985-XX-XX` at level 1, all others at 2.
  fileprivate var maskLevel: Int {
    guard hasUnknownDigits else { return 0 }
    switch (year, month, day) {
    case (.mask(let digits, isNegative: _), .none, .none): return digits.isRange && digits.unknownCount <= 2 ? 1 : 2
    case (.number, .mask(let digits), .none): return digits.unknownCount == 2 ? 1 : 2
    case (.number, .number, .mask(let digits)): return digits.unknownCount == 2 ? 1 : 2
    case (.number, .mask(let month), .mask(let day)): return month.unknownCount == 2 && day.unknownCount == 2 ? 1 : 2
    default: return 2
    }
  }
}
