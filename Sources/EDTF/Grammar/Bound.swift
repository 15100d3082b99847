/// One end of the days a date may mean: a day, or a place beyond all days an `Int64` can number.
enum Bound: Hashable, Comparable {
  // In this order: it is the order in time.
  case beforeAllDays
  case day(Day)
  case afterAllDays

  /// The first or last day of a year, a month or a single day; out of range on the side of the year's sign.
  init(year: Int64, month: Int, day: Int) {
    if let found = Day(year: year, month: month, day: day) {
      self = .day(found)
    } else {
      self = year < 0 ? .beforeAllDays : .afterAllDays
    }
  }

  /// The number by which the bound sorts: that of its day, or the extreme of its side.
  var sortNumber: Int64 {
    switch self {
    case .beforeAllDays: .min
    case .day(let day): day.number
    case .afterAllDays: .max
    }
  }

  var isBeyondAllDays: Bool {
    if case .day = self { false } else { true }
  }
}

/// The hull of the days a date may mean: the earliest and the latest, both included.
struct Extent: Hashable {
  var earliest: Bound
  var latest: Bound
}
