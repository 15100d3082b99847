package import EDTF

/// How long a time the strip shows, around the selected event.
package enum Zoom: Int, CaseIterable, Hashable, Sendable {
  case all, decade, year, month, day

  /// What the strip shows then, for the footer: `The strip shows the decade`.
  package var words: String {
    switch self {
    case .all: "the whole time"
    case .decade: "the decade"
    case .year: "the year"
    case .month: "the month"
    case .day: "the days around the event"
    }
  }

  package var closer: Zoom { Zoom(rawValue: rawValue + 1) ?? self }
  package var wider: Zoom { Zoom(rawValue: rawValue - 1) ?? self }

  /// The days that the strip covers: the calendar's decade, year or month that holds the day, or a week around it; nil for the whole.
  package func window(around day: Day) -> ClosedRange<Day>? {
    let (year, month, _) = day.components
    switch self {
    case .all: return nil
    case .decade:
      let first = year >= 0 ? year / 10 * 10 : (year - 9) / 10 * 10
      return Self.range(Day(year: first, month: 1, day: 1), Day(year: first + 9, month: 12, day: 31))
    case .year: return Self.range(Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31))
    case .month: return Self.range(Day(year: year, month: month, day: 1), Day(year: year, month: month, day: Day.daysIn(month: month, year: year)))
    case .day: return day.advanced(by: -3)...day.advanced(by: 3)
    }
  }

  private static func range(_ first: Day?, _ last: Day?) -> ClosedRange<Day>? {
    guard let first, let last, first <= last else { return nil }
    return first...last
  }
}
