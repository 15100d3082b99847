/// A date as uncertain as it is: a text in the Extended Date/Time Format and the days it may mean.
///
///     let date = try EDTFDate("1988-11~")
///     date.earliest?.iso8601       // "1988-11-01"
///     date.latest?.iso8601         // "1988-11-30"
///     date.isApproximate           // true
///     date.words                   // "about November 1988"
///
/// All of levels 0, 1 and 2 of the Library of Congress specification of 4 February 2019 is understood. What that text leaves open is decided where it
/// arises: years in `Year`, seasons in `Season`, masked digits in `DigitMask`, qualifiers, times, intervals and sets beside their parsers.
///
/// `~`, `?` and `%` say how sure somebody is, not by how much the date may be off; so they never move `earliest` and `latest`.
///
/// Source: https://www.loc.gov/standards/datetime/
public struct EDTFDate: Hashable, Sendable, CustomStringConvertible {
  /// The date as it was written.
  public let text: String
  /// The lowest level of the specification that has all this date uses: 0, 1 or 2.
  public var level: Int { Int(levelNumber) }

  // `Int64.min` and `.max` stand in the bounds where there is no day, on the side where such a date sorts.
  let earliestNumber: Int64
  let latestNumber: Int64
  /// The smallest piece of the calendar the date is known to lie in.
  public let precision: Precision
  let marks: Marks
  private let levelNumber: UInt8

  /// What is true of a date besides its days.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt8
    static let openStart = Marks(rawValue: 1 << 0)
    static let openEnd = Marks(rawValue: 1 << 1)
    static let unknownStart = Marks(rawValue: 1 << 2)
    static let unknownEnd = Marks(rawValue: 1 << 3)
    static let approximate = Marks(rawValue: 1 << 4)
    static let uncertain = Marks(rawValue: 1 << 5)
    static let uncountableStart = Marks(rawValue: 1 << 6)
    static let uncountableEnd = Marks(rawValue: 1 << 7)
  }

  init(text: String, level: Int, precision: Precision, earliest: Int64, latest: Int64, marks: Marks) {
    self.text = text
    self.levelNumber = UInt8(clamping: level)
    self.precision = precision
    self.earliestNumber = earliest
    self.latestNumber = latest
    self.marks = marks
  }

  public var description: String { text }

  // The text decides everything else.
  public static func == (first: EDTFDate, second: EDTFDate) -> Bool {
    first.text == second.text
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }
}
