// Dates made from days, for readers of data in which dates are days.

extension EDTFDate {
  /// A day.
  ///
  /// EDTF writes days of the years -9999 to 9999 only; of a day beyond them the date keeps the year.
  ///
  ///     EDTFDate(Day(19488)).text                                // "2023-05-11"
  public init(_ day: Day) {
    let year = day.year
    guard year.magnitude <= 9_999 else {
      self.init(writtenAs: Year.number(year).text, fallback: day, through: day)
      return
    }
    self.init(text: day.iso8601, level: year < 0 ? 1 : 0, precision: .day, earliest: day.number, latest: day.number, marks: [])
  }

  /// The interval of two days, both included; a day when they are the same.
  ///
  /// An interval never ends before it begins: the earlier day is its start, whichever comes first here. Whoever must report reversed days compares them before.
  ///
  ///     EDTFDate(from: Day(19488), through: Day(19489)).text     // "2023-05-11/2023-05-12"
  public init(from start: Day, through end: Day) {
    let (first, last) = (min(start, end), max(start, end))
    guard first != last else {
      self.init(first)
      return
    }
    self.init(writtenAs: "\(EDTFDate(first).text)/\(EDTFDate(last).text)", fallback: first, through: last)
  }

  /// One day, nobody knows which, of those from one to another, both included; a day when they are the same. The order of the two does not matter.
  ///
  ///     EDTFDate.oneOf(Day(19488), Day(19490)).text              // "[2023-05-11..2023-05-13]"
  public static func oneOf(_ first: Day, _ last: Day) -> EDTFDate {
    let (start, end) = (min(first, last), max(first, last))
    guard start != end else { return EDTFDate(start) }
    return EDTFDate(writtenAs: "[\(EDTFDate(start).text)..\(EDTFDate(end).text)]", fallback: start, through: end)
  }

  /// Reads a text composed above; the days stand in for what cannot go wrong.
  private init(writtenAs text: String, fallback first: Day, through last: Day) {
    do {
      try self.init(text)
    } catch {
      self.init(text: text, level: 2, precision: .span, earliest: first.number, latest: last.number, marks: [])
    }
  }
}
