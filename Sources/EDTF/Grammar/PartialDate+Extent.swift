// Which days a date may mean: whole years, months and seasons; with unknown digits the first and last real day that fits.

extension PartialDate {
  /// The hull of the days that fit, or nil when no real day does, as in `1999-02-29` or `1X99-02-29`.
  ///
  /// - Complexity: constant; with unknown digits at most the 10,000 years that fit `XXXX`, in practice the first few.
  var extent: Extent? {
    switch year {
    case .vast(let year):
      let bound: Bound = year.isNegative ? .beforeAllDays : .afterAllDays
      return Extent(earliest: bound, latest: bound)
    case .number(let number):
      if let significantDigits { return significantExtent(of: number, digits: significantDigits) }
      if let exact = exactExtent(in: number) { return exact }
      guard let first = firstDay(leap: Day.isLeap(year: number)), let last = lastDay(leap: Day.isLeap(year: number)) else { return nil }
      return Extent(earliest: bound(first, in: number), latest: bound(last, in: number))
    case .mask(let mask, let isNegative):
      guard let (first, firstYear) = search(mask, isNegative: isNegative, ascending: true, for: firstDay),
        let (last, lastYear) = search(mask, isNegative: isNegative, ascending: false, for: lastDay)
      else { return nil }
      return Extent(earliest: bound(first, in: firstYear), latest: bound(last, in: lastYear))
    }
  }

  /// The extent of a plain month or day, the most frequent dates, without a search; nil for all others and for days that do not exist.
  private func exactExtent(in year: Int64) -> Extent? {
    guard case .number(let month) = month else { return nil }
    switch day {
    case .none:
      return Extent(
        earliest: Bound(year: year, month: month, day: 1), latest: Bound(year: year, month: month, day: Day.daysIn(month: month, year: year)))
    case .number(let number):
      guard let day = Day(year: year, month: month, day: number) else { return nil }
      return Extent(earliest: .day(day), latest: .day(day))
    case .mask: return nil
    }
  }

  /// A day of a year, or of the year after it, where a winter ends.
  private struct YearDay {
    var month: Int
    var day: Int
    var inNextYear = false
  }

  private func bound(_ place: YearDay, in year: Int64) -> Bound {
    guard place.inNextYear else { return Bound(year: year, month: place.month, day: place.day) }
    // The last day of a month of another year: that year decides how long February is.
    return Bound(year: year + 1, month: place.month, day: Day.daysIn(month: place.month, year: year + 1))
  }

  /// The first day of a common or leap year that fits month and day.
  private func firstDay(leap: Bool) -> YearDay? {
    if case .season(let season) = month { return YearDay(month: season.months.first, day: 1) }
    for month in 1...12 where fits(month: month) {
      if let day = (1...Day.daysIn(month: month, leap: leap)).first(where: fits(day:)) { return YearDay(month: month, day: day) }
    }
    return nil
  }

  /// The last day of a common or leap year that fits month and day.
  private func lastDay(leap: Bool) -> YearDay? {
    if case .season(let season) = month {
      let (month, inNextYear) = season.lastMonth
      return YearDay(month: month, day: Day.daysIn(month: month, leap: leap), inNextYear: inNextYear)
    }
    for month in (1...12).reversed() where fits(month: month) {
      if let day = (1...Day.daysIn(month: month, leap: leap)).last(where: fits(day:)) { return YearDay(month: month, day: day) }
    }
    return nil
  }

  private func fits(month: Int) -> Bool {
    switch self.month {
    case .none: true
    case .number(let number): number == month
    case .mask(let mask): mask.matches(month)
    case .season: false
    }
  }

  private func fits(day: Int) -> Bool {
    switch self.day {
    case .none: true
    case .number(let number): number == day
    case .mask(let mask): mask.matches(day)
    }
  }

  /// The earliest or latest year fitting the mask in which there is a fitting day. Before year 0 larger digits are earlier, and zero is no year.
  private func search(
    _ mask: DigitMask, isNegative: Bool, ascending: Bool, for day: (_ leap: Bool) -> YearDay?
  ) -> (YearDay, year: Int64)? {
    let (common, leap) = (day(false), day(true))
    guard common != nil || leap != nil else { return nil }
    let count = mask.choices
    for step in 0..<count {
      let magnitude = Int64(mask.choice(ascending == isNegative ? count - 1 - step : step))
      if isNegative, magnitude == 0 { continue }
      let year = isNegative ? -magnitude : magnitude
      if let found = Day.isLeap(year: year) ? leap : common { return (found, year) }
    }
    return nil
  }

  /// The years whose first digits are the significant ones: `1950S2` is 1900 to 1999, `Y171010000S3` is 171000000 to 171999999.
  ///
  /// The digits are counted from the first that is not zero, as is usual: `0050S2` is the year 50. (The specification's own gloss on its second example,
  /// years 171010000 to 171010999, contradicts its rule and its two other examples; the rule is followed.)
  private func significantExtent(of year: Int64, digits: Int) -> Extent {
    let magnitude = Int64(clamping: year.magnitude)
    let unit = (0..<max(0, String(magnitude).utf8.count - digits)).reduce(Int64(1)) { unit, _ in unit * 10 }
    let nearest = magnitude / unit * unit
    let (first, last) = year < 0 ? (-(nearest + unit - 1), -nearest) : (nearest, nearest + unit - 1)
    return Extent(earliest: Bound(year: first, month: 1, day: 1), latest: Bound(year: last, month: 12, day: 31))
  }
}
