// The words for digits that are too few, too many, or name no day.

extension Parser {
  /// The error for a month or day that has not two digits.
  func wrongCount(_ digits: Range<Int>, of part: String, example: String) -> EDTFError {
    if digits.isEmpty {
      return error("the \(part) is missing", at: digits.lowerBound, remedy: "Write two digits, such as \(example), or XX if the \(part) is unknown")
    }
    if digits.count == 1 {
      return error("a \(part) has two digits", at: digits.lowerBound, remedy: "Write \(text(digits) == "X" ? "X" : "0")\(text(digits))")
    }
    return error("a \(part) has two digits", at: digits.lowerBound, remedy: "Write two digits, such as \(example)")
  }

  /// The error for a year that has not four digits; the remedy knows decades, centuries, dates without hyphens and long years.
  func wrongYear(_ digits: Range<Int>, start: Int) -> EDTFError {
    guard !digits.isEmpty else { return start == 0 && next == nil ? error("the date ends too early") : error("a date begins with a year", at: start) }
    let (written, sign) = (text(digits), text(start..<digits.lowerBound))
    let isExact = mask(digits).isExact && digits.count <= 4
    let remedy: String? =
      switch digits.count {
      case 2 where isExact: "Write \(sign)\(written)XX for the hundred years, or \(sign)00\(written) for the year \(written)"
      case 3 where isExact: "Write \(sign)\(written)X for the ten years, or \(sign)0\(written) for the year \(written)"
      case 1 where isExact: "Write \(sign)000\(written)"
      case 8 where sign.isEmpty && Parser.isDate(written): "Write \(written.prefix(4))-\(written.dropFirst(4).prefix(2))-\(written.suffix(2))"
      case 5...18 where !written.utf8.contains(UInt8(ascii: "X")) && written.first != "0": "Write Y\(sign)\(written)"
      default: nil
      }
    return error("a year has four digits", at: start, remedy: remedy)
  }

  /// Whether eight digits are a date of ISO 8601's basic format.
  private static func isDate(_ text: String) -> Bool {
    guard let year = Int64(text.prefix(4)), let month = Int(text.dropFirst(4).prefix(2)), let day = Int(text.suffix(2)) else { return false }
    return Day(year: year, month: month, day: day) != nil
  }

  /// The error for a day number that no month has.
  func impossible(_ date: PartialDate, day: Int, at offset: Int) -> EDTFError {
    guard case .number(let year) = date.year, case .number(let month) = date.month else {
      return error("there is no day \(text(offset..<offset + 2))", at: offset, remedy: "Days are 01 to 31; XX if the day is unknown")
    }
    return noSuchDay(year: year, yearText: date.year.text, month: month, day: day, at: offset)
  }

  /// The error for a date whose parts fit no day of the calendar.
  func impossible(_ date: PartialDate, from start: Int) -> EDTFError {
    if case .number(let year) = date.year, case .number(let month) = date.month, case .number(let day) = date.day {
      return noSuchDay(year: year, yearText: date.year.text, month: month, day: day, at: position - 2)
    }
    return error("no day of the calendar reads \(date.digits)", at: start)
  }

  private func noSuchDay(year: Int64, yearText: String, month: Int, day: Int, at offset: Int) -> EDTFError {
    let length = Day.daysIn(month: month, year: year)
    var (monthText, dayText) = ("", "")
    monthText.append(digitsOf: UInt64(month.magnitude), atLeast: 2)
    dayText.append(digitsOf: UInt64(day.magnitude), atLeast: 2)
    return error(
      "\(yearText)-\(monthText)-\(dayText) does not exist; \(MonthName.full(month)) \(year) has \(length) days", at: offset,
      remedy: "Write \(day > length ? "\(yearText)-\(monthText)-\(length), or " : "")\(yearText)-\(monthText) if the day is unknown")
  }
}
