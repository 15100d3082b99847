// The days a date may mean, and why there may be none to give.

extension EDTFDate {
  /// The first day the date may mean; nil when its start is open, unknown, or beyond the days an `Int64` can number.
  public var earliest: Day? {
    marks.isDisjoint(with: [.openStart, .unknownStart, .uncountableStart]) ? Day(earliestNumber) : nil
  }

  /// The last day the date may mean; nil when its end is open, unknown, or beyond the days an `Int64` can number.
  public var latest: Day? {
    marks.isDisjoint(with: [.openEnd, .unknownEnd, .uncountableEnd]) ? Day(latestNumber) : nil
  }

  /// Whether the start is given as open: `../1985`, `[..1985]`.
  public var isOpenStart: Bool { marks.contains(.openStart) }

  /// Whether the end is given as open: `1985/..`, `[1985..]`.
  public var isOpenEnd: Bool { marks.contains(.openEnd) }

  /// Whether there is a start that nobody knows: `/1985`.
  public var isUnknownStart: Bool { marks.contains(.unknownStart) }

  /// Whether there is an end that nobody knows: `1985/`.
  public var isUnknownEnd: Bool { marks.contains(.unknownEnd) }

  /// Whether the date or any part of it is approximate: `~` or `%`.
  public var isApproximate: Bool { marks.contains(.approximate) }

  /// Whether the date or any part of it is uncertain: `?` or `%`.
  public var isUncertain: Bool { marks.contains(.uncertain) }

  /// Why `earliest` or `latest` is nil although that end is neither open nor unknown; nil when there is no such end.
  ///
  ///     try EDTFDate("Y17E30").boundsProblem     // "beyond the range of days that annals counts"
  public var boundsProblem: String? {
    marks.isDisjoint(with: [.uncountableStart, .uncountableEnd]) ? nil : "beyond the range of days that annals counts"
  }
}
