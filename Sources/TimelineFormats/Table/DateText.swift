package import EDTF

/// Dates as tables write them, read as precisely as they are written and no more.
///
///     DateText.read("2018-04-02 00:00:00.000")    // 2018-04-02
///     DateText.read("02 April 2018")              // 2018-04-02
///     DateText.read("April 2018")                 // 2018-04
///     DateText.read("13/04/2018")                 // 2018-04-13
///     DateText.read("03/04/2018")                 // [2018-03-04,2018-04-03]: nobody can tell which
///     DateText.read("43192")                      // 2018-04-02, a spreadsheet's day number
package enum DateText {
  /// What was made of a text, and how sure one can be.
  package struct Reading: Hashable {
    package enum Note: Hashable { case spreadsheetNumber, dayAndMonthUnclear }

    package var date: EDTFDate
    package var note: Note?
  }

  /// In which order a day and a month in digits stand, where the data say so.
  package enum Order { case dayFirst, monthFirst, unknown }

  /// Nil where no date can be made of the text.
  package static func read(_ text: String, order: Order = .unknown) -> Reading? {
    let text = ByteText.trimmed(text)
    guard !text.isEmpty else { return nil }
    if let serial = text.withBytes(ExcelSerial.day) { return Reading(date: EDTFDate(serial), note: .spreadsheetNumber) }
    if let date = try? EDTFDate(text) { return Reading(date: date) }
    if let day = text.withBytes(GEDDate.day) { return Reading(date: EDTFDate(day)) }
    let parts = parts(of: text)
    switch parts.count {
    case 1: return compact(text)
    case 2, 3: return inWords(parts) ?? inDigits(parts, order)
    default: return nil
    }
  }

  /// Letters and digits between blanks, commas, points, slashes and hyphens; a time of day behind the date is left out.
  private static func parts(of text: String) -> [Substring] {
    var parts = text.split { " ,./-".contains($0) }
    while let last = parts.last, parts.count > 2, last.contains(":") || last == "AM" || last == "PM" { parts.removeLast() }
    return parts
  }

  /// `20180402`.
  private static func compact(_ text: String) -> Reading? {
    guard text.utf8.count == 8, let number = text.wholeNumber, number > 0 else { return nil }
    return day(number / 10_000, number / 100 % 100, number % 100)
  }

  /// `2 April 2018`, `April 2, 2018`, `Apr 2018`.
  private static func inWords(_ parts: [Substring]) -> Reading? {
    guard let place = parts.firstIndex(where: { month($0) != nil }), let month = month(parts[place]) else { return nil }
    var numbers = parts.enumerated().filter { $0.offset != place }.map { ordinal($0.element) }
    // The year is the longer number; behind the month it needs four digits.
    guard let last = numbers.popLast(), let year = last, parts.last?.utf8.count == 4 || place == parts.count - 1 else { return nil }
    guard let first = numbers.first else {
      return year > 31 ? (try? EDTFDate("\(padded(year, 4))-\(padded(month, 2))")).map { Reading(date: $0) } : nil
    }
    return first.flatMap { day(year, month, $0) }
  }

  private static func inDigits(_ parts: [Substring], _ order: Order) -> Reading? {
    let numbers = parts.compactMap { String($0).wholeNumber }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    if parts[0].utf8.count == 4 { return day(numbers[0], numbers[1], numbers[2]) }
    guard parts[2].utf8.count == 4 else { return nil }
    let (dayFirst, monthFirst) = (day(numbers[2], numbers[1], numbers[0]), day(numbers[2], numbers[0], numbers[1]))
    switch order {
    case .dayFirst: return dayFirst
    case .monthFirst: return monthFirst
    case .unknown:
      guard let one = dayFirst, let other = monthFirst, one != other else { return dayFirst ?? monthFirst }
      let both = [one.date.text, other.date.text].sorted().joined(separator: ",")
      return (try? EDTFDate("[\(both)]")).map { Reading(date: $0, note: .dayAndMonthUnclear) }
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Reading? {
    guard year >= 0, year <= 9999, let day = Day(year: Int64(year), month: month, day: day) else { return nil }
    return Reading(date: EDTFDate(day))
  }

  /// A number, also as `2nd` or `3rd`.
  private static func ordinal(_ text: Substring) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    return rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest.lowercased()) ? String(digits).wholeNumber : nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
  ]

  /// The month of an English name or of its first three letters.
  private static func month(_ text: Substring) -> Int? {
    let word = text.lowercased()
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0 == word || $0.prefix(3) == word || (word == "sept" && $0 == "september") }.map { $0 + 1 }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
