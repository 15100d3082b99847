// What a day is called: year, month, day of the month and of the week.

extension Day {
  /// The date of the day; the year is astronomical (0 is 1 BC, -1 is 2 BC).
  ///
  ///     Day(0).components       // (year: 1970, month: 1, day: 1)
  public var components: (year: Int64, month: Int, day: Int) {
    // Whole cycles are split off before the epoch is added, and the rest is taken as a remainder: neither can pass an Int64.
    let wholeCycles = number.flooredQuotient(by: Day.daysPerCycle)
    let rest = number % Day.daysPerCycle
    let shifted = (rest < 0 ? rest + Day.daysPerCycle : rest) + Day.epochInCycles
    let cycle = wholeCycles + shifted / Day.daysPerCycle
    let dayOfCycle = shifted % Day.daysPerCycle
    let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    let month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
    return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
  }

  /// The astronomical year: 0 is 1 BC.
  public var year: Int64 { components.year }

  /// The month, 1 to 12.
  public var month: Int { components.month }

  /// The day of the month, 1 to 31.
  public var dayOfMonth: Int { components.day }

  /// The day of the week; 1970-01-01 was a Thursday.
  public var weekday: Weekday {
    let sinceMonday = (number % 7 + 10) % 7  // the remainder lies in -6...6, so the sum is positive
    return Weekday(rawValue: Int(sinceMonday) + 1) ?? .monday
  }

  /// The date as ISO 8601 writes it: four digits of year at least, a sign only before year 0000.
  ///
  ///     Day(year: -2, month: 1, day: 1)?.iso8601         // "-0002-01-01"
  ///     Day(year: 12345, month: 1, day: 1)?.iso8601      // "12345-01-01"
  public var iso8601: String {
    let (year, month, day) = components
    var text = year < 0 ? "-" : ""
    text.append(digitsOf: year.magnitude, atLeast: 4)
    text.append("-")
    text.append(digitsOf: UInt64(month.magnitude), atLeast: 2)
    text.append("-")
    text.append(digitsOf: UInt64(day.magnitude), atLeast: 2)
    return text
  }

  /// Whether a year has a 29 February. Year 0000 has.
  public static func isLeap(year: Int64) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days in a month, 28 to 31; 0 when `month` is not 1 to 12.
  ///
  ///     Day.daysIn(month: 2, year: 1900)       // 28
  public static func daysIn(month: Int, year: Int64) -> Int {
    daysIn(month: month, leap: isLeap(year: year))
  }

  /// Days in a month of a common or leap year; 0 when `month` is not 1 to 12.
  static func daysIn(month: Int, leap: Bool) -> Int {
    switch month {
    case 2: leap ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: 0
    }
  }
}

extension String {
  /// Appends a number, filled with zeros on the left to at least `width` digits.
  mutating func append(digitsOf number: UInt64, atLeast width: Int) {
    let digits = String(number)
    append(contentsOf: repeatElement("0", count: Swift.max(0, width - digits.utf8.count)))
    append(digits)
  }
}
