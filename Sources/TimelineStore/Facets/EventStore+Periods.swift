import EDTF

extension EventStore {
  /// Years or months in order of time, then what has no known year, then what has no date.
  func periodFacets(in rows: Bitset, byMonth: Bool) -> [Facet] {
    periodTallies(in: rows, byMonth: byMonth).sorted { $0.period < $1.period }.map { $0.tally.facet(key: $0.period.key, label: $0.period.label) }
  }

  /// The sums of each of them that has any, in no order.
  func periodTallies(in rows: Bitset, byMonth: Bool) -> [(period: Period, tally: Tally)] {
    var tallies: [Tally] = []
    var periods: [Period: Int] = [:]
    var clock = PeriodClock(byMonth: byMonth)
    // Rows come in order of time, so the group of the last row is mostly that of the next.
    var latest: (period: Period, index: Int)?
    let precision = columns.precision
    columns.withSums { reader in
      rows.visit { row in
        let sums = reader.sums(of: row)
        let period = sums.first <= sums.last ? clock.period(of: sums.first, precision[row]) : Period.undated
        let index: Int
        if let latest, latest.period == period {
          index = latest.index
        } else {
          index = periods[period] ?? tallies.count
          if index == tallies.count { tallies.append(Tally()) }
          periods[period] = index
          latest = (period, index)
        }
        tallies[index].add(sums)
      }
    }
    return periods.map { ($0.key, tallies[$0.value]) }
  }
}

/// A year, a month, or the want of one.
struct Period: Hashable, Comparable {
  private var year: Int64
  /// 1–12; 13 where months are asked for and only the year is known; 0 for a whole year.
  private var month: Int

  static let unknown = Period(year: .max, month: 0)
  static let undated = Period(year: .max, month: 1)

  init(year: Int64, month: Int) {
    self.year = year
    self.month = month
  }

  static func < (one: Period, other: Period) -> Bool { (one.year, one.month) < (other.year, other.month) }

  /// In EDTF, so that it can be put behind `on:`; `2020-XX` where the month is not known.
  var key: String {
    if self == .unknown { return "unknown" }
    if self == .undated { return "undated" }
    let isLong = !(-9999...9999).contains(year)
    let name = (isLong ? "Y" : "") + yearText
    return month == 0 ? name : month > 12 ? name + "-XX" : name + monthText
  }

  var label: String {
    if self == .unknown { return "Year unknown" }
    if self == .undated { return "Undated" }
    return month == 0 ? yearText : month > 12 ? yearText + ", month unknown" : yearText + monthText
  }

  private var yearText: String { Day(year: year, month: 1, day: 1).map { String($0.iso8601.dropLast("-01-01".count)) } ?? String(year) }
  private var monthText: String { month < 10 ? "-0\(month)" : "-\(month)" }
}

/// Turns days into periods. Rows come in order of time, so the last answer mostly still holds.
struct PeriodClock {
  private let byMonth: Bool
  private var current = Period.undated
  private var days: ClosedRange<Int64> = 0...0
  private var isSet = false

  init(byMonth: Bool) { self.byMonth = byMonth }

  /// - Parameter precision: a date known to a decade has no year, and one known to a year or a season no month.
  mutating func period(of day: Int32, _ precision: Precision) -> Period {
    switch precision {
    case .decade, .century, .millennium:
      return .unknown
    case .year, .season:
      let year = Day(Int64(day)).year
      return Period(year: year, month: byMonth ? 13 : 0)
    case .time, .day, .month, .span, .set:
      if isSet, days.contains(Int64(day)) { return current }
      let (year, month, _) = Day(Int64(day)).components
      guard let first = Day(year: year, month: byMonth ? month : 1, day: 1) else { return .unknown }
      let last = first.number + Int64(byMonth ? Day.daysIn(month: month, year: year) : Day.isLeap(year: year) ? 366 : 365) - 1
      days = first.number...last
      current = Period(year: year, month: byMonth ? month : 0)
      isSet = true
      return current
    }
  }
}
