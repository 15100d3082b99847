/// The smallest piece of the calendar a date is known to lie in; finer is less.
///
///     try EDTFDate("2004-06").precision        // .month
///     try EDTFDate("1985-XX-XX").precision     // .year: the day is somewhere in 1985
///     Precision.day < .month                   // true
public enum Precision: UInt8, Hashable, Comparable, Sendable, CaseIterable {
  /// A second of a day.
  case time
  case day
  case month
  /// A season, quarter, quadrimester or half of a year.
  case season
  case year
  /// Ten years, the first of them divisible by ten: 1990 to 1999.
  case decade
  /// A hundred years, the first of them divisible by a hundred: 1900 to 1999.
  case century
  case millennium
  /// An interval; or a date whose known digits leave more than a millennium, such as `XXXX-12-25`.
  case span
  /// Several dates: `[…]` or `{…}`.
  case set

  public static func < (first: Precision, second: Precision) -> Bool {
    first.rawValue < second.rawValue
  }
}
