/// One date of an expression, part by part, as it was written: the whole of `2004-06~-11`, or one end of an interval, or a member of a set.
struct PartialDate: Hashable, Sendable {
  var year: Year
  /// How many digits of the year are significant: 2 in `1950S2`.
  var significantDigits: Int?
  var month = Month.none
  var day = DayOfMonth.none
  var time: ClockTime?
  var qualifiers = Qualifiers()
  /// The lowest level that has all this date uses.
  var level = 0

  enum Month: Hashable, Sendable {
    case none
    case number(Int)
    case mask(DigitMask)
    case season(Season)
  }

  enum DayOfMonth: Hashable, Sendable {
    case none
    case number(Int)
    case mask(DigitMask)
  }

  /// What is said of each part; a part that is absent has none.
  struct Qualifiers: Hashable, Sendable {
    var year: Qualifier = []
    var month: Qualifier = []
    var day: Qualifier = []

    var any: Qualifier { year.union(month).union(day) }
  }

  init(year: Year) {
    self.year = year
  }

  /// Whether a digit of any part is unknown.
  var hasUnknownDigits: Bool {
    if year.isMask { return true }
    if case .mask = month { return true }
    if case .mask = day { return true }
    return false
  }

  /// The qualifier of the date when all its parts have the same, else nil.
  var commonQualifier: Qualifier? {
    if month != .none, qualifiers.month != qualifiers.year { return nil }
    if day != .none, qualifiers.day != qualifiers.year { return nil }
    return qualifiers.year
  }

  /// The date without what is said of its parts.
  var unqualified: PartialDate {
    var date = self
    date.qualifiers = Qualifiers()
    return date
  }
}

/// A time of day and its zone.
///
/// The clock is that of the place: the day of `2004-01-01T00:30:00+05:00` is 2004-01-01, although it was still 2003 in Greenwich.
struct ClockTime: Hashable, Sendable {
  var hour: Int
  var minute: Int
  var second: Int
  var zone: Zone

  enum Zone: Hashable, Sendable {
    /// None given.
    case local
    case utc
    /// Minutes ahead of UTC; negative to the west.
    case offset(minutes: Int)
  }
}
