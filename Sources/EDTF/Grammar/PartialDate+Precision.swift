extension PartialDate {
  /// The smallest piece of the calendar the date is known to lie in.
  ///
  /// Unknown and insignificant digits are judged by the days they leave: `1950S2` and `19XX` are a century, `1984-X0` can only be October.
  var precision: Precision {
    if time != nil { return .time }
    if !hasUnknownDigits, significantDigits == nil {
      if day != .none { return .day }
      return switch month {
      case .none: .year
      case .season: .season
      default: .month
      }
    }
    guard let extent, case .day(let earliest) = extent.earliest, case .day(let latest) = extent.latest else { return .span }
    let (first, last) = (earliest.components, latest.components)
    if earliest == latest { return .day }
    if first.year == last.year { return first.month == last.month ? .month : .year }
    // Years are grouped away from zero, as their digits are: -1999 to -1900 share their first two.
    func together(_ unit: Int64) -> Bool { first.year / unit == last.year / unit && (first.year < 0) == (last.year < 0) }
    return together(10) ? .decade : together(100) ? .century : together(1_000) ? .millennium : .span
  }
}
