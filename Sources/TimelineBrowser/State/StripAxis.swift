import EDTF
import Terminal

/// The dates above the strip: years, months or days, as many as are read with ease.
enum StripAxis {
  /// Columns that a label of each sort needs, with the gap after it.
  private static let yearColumns = 7
  private static let monthColumns = 6
  private static let dayColumns = 8
  private static let yearSteps: [Int64] = [1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000, 10_000, 100_000, 1_000_000]
  static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  static func labels(for range: ClosedRange<Day>, columns: Int) -> [StripPicture.Label] {
    let days = StripPicture.days(in: range)
    guard columns > 0, days > 0 else { return [] }
    let daysPerColumn = Double(days) / Double(columns)
    let marks: [(Day, String)] =
      if daysPerColumn * Double(monthColumns) > 62 {
        years(range, step: yearStep(daysPerColumn))
      } else if daysPerColumn * Double(dayColumns) > 10 {
        months(range, step: daysPerColumn * Double(monthColumns) > 31 ? 2 : 1)
      } else {
        dates(range, step: max(1, Int64(Int(saturating: (daysPerColumn * Double(dayColumns)).rounded(.up)))))
      }
    var labels: [StripPicture.Label] = []
    var free = 0
    for (day, text) in marks {
      let column = day < range.lowerBound ? 0 : StripPicture.bucket(of: day, in: range, buckets: columns)
      guard column >= free, column + text.count <= columns else { continue }
      labels.append(StripPicture.Label(column: column, text: text))
      free = column + text.count + 1
    }
    return labels
  }

  private static func yearStep(_ daysPerColumn: Double) -> Int64 {
    let needed = daysPerColumn * Double(yearColumns) / 365.25
    return yearSteps.first { Double($0) >= needed } ?? 10_000_000
  }

  private static func years(_ range: ClosedRange<Day>, step: Int64) -> [(Day, String)] {
    let last = range.upperBound.year
    // Down to a multiple of the step, before the year 0 too.
    var year = range.lowerBound.year - ((range.lowerBound.year % step) + step) % step
    var marks: [(Day, String)] = []
    while year <= last, marks.count < 1_000 {
      if let day = Day(year: year, month: 1, day: 1), day >= range.lowerBound { marks.append((day, String(year))) }
      year += step
    }
    if marks.isEmpty { marks.append((range.lowerBound, String(range.lowerBound.year))) }
    return marks
  }

  private static func months(_ range: ClosedRange<Day>, step: Int) -> [(Day, String)] {
    var (year, month, _) = range.lowerBound.components
    var marks: [(Day, String)] = []
    while let day = Day(year: year, month: month, day: 1), day <= range.upperBound, marks.count < 1_000 {
      if day >= range.lowerBound, (month - 1) % step == 0 {
        marks.append((day, month == 1 || marks.isEmpty ? "\(months[month - 1]) \(year)" : months[month - 1]))
      }
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    return marks
  }

  private static func dates(_ range: ClosedRange<Day>, step: Int64) -> [(Day, String)] {
    stride(from: range.lowerBound.number, through: range.upperBound.number, by: Int64.Stride(step)).prefix(1_000).map { number in
      let day = Day(number)
      return (day, "\(months[day.month - 1]) \(day.dayOfMonth)")
    }
  }
}
