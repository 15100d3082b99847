/// A day in the proleptic Gregorian calendar of ISO 8601, in which the year 0000 exists and is followed by 0001.
///
///     Day(year: 2023, month: 5, day: 11)?.number       // 19488
///     Day(19488).iso8601                               // "2023-05-11"
///
/// Every `Int64` is a day, from some 25 quadrillion years before 1970 to as many after it.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let number: Int64

  /// The day `number` days after 1970-01-01.
  public init(_ number: Int64) {
    self.number = number
  }

  /// The day of a date, or nil when the calendar has no such day or its number does not fit an `Int64`.
  ///
  ///     Day(year: 1999, month: 2, day: 29)     // nil: February 1999 has 28 days
  public init?(year: Int64, month: Int, day: Int) {
    guard day >= 1, day <= Day.daysIn(month: month, year: year) else { return nil }
    // The year is taken to begin on 1 March, so that the leap day is its last and the months before it have a fixed rhythm (153 days in five).
    let monthFromMarch = Int64(month > 2 ? month - 3 : month + 9)
    let (civilYear, tooEarly) = year.subtractingReportingOverflow(month > 2 ? 0 : 1)
    guard !tooEarly else { return nil }
    let cycle = civilYear.flooredQuotient(by: 400)
    let yearOfCycle = (civilYear % 400 + 400) % 400
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    // 128 bits, because near the ends of the range a product may pass an Int64 although the sum does not.
    let exact = Int128(cycle) * Int128(Day.daysPerCycle) + Int128(dayOfCycle) - Int128(Day.epochInCycles)
    guard let number = Int64(exactly: exact) else { return nil }
    self.number = number
  }

  /// The day `days` later (earlier when negative), or the last or first day there is.
  ///
  ///     Day(19488).advanced(by: 7).iso8601               // "2023-05-18"
  ///     Day(.max).advanced(by: 1) == Day(.max)           // true
  public func advanced(by days: Int64) -> Day {
    let (sum, overflow) = number.addingReportingOverflow(days)
    return Day(overflow ? (days < 0 ? .min : .max) : sum)
  }

  public static func < (first: Day, second: Day) -> Bool {
    first.number < second.number
  }

  /// Days in 400 years, after which the calendar repeats.
  static let daysPerCycle: Int64 = 146_097
  /// Days from 0000-03-01, where a cycle begins, to 1970-01-01.
  static let epochInCycles: Int64 = 719_468
}

extension Int64 {
  /// The quotient rounded towards minus infinity: `-1` by `400` is `-1`. `divisor` is positive.
  func flooredQuotient(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
