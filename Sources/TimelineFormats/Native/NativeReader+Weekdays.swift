import EDTF
import TimelineModel

extension NativeReader {
  /// Reports the days of the week in a text that its dates contradict. Reports of the press are dated by weekdays, and a slip of one day shows here.
  ///
  /// - Parameter date: the event's; it gives the year to a day and a month.
  /// - Parameter isAboutTheDay: whether `on Thursday` means the event's own day, as in a summary; a speaker may mean another.
  mutating func checkWeekdays(_ node: Int, of date: EDTFDate, isAboutTheDay: Bool) {
    guard tree.kind(node) == .scalar else { return }
    let (bytes, range) = tree.textBytes(node)
    for stated in StatedWeekday.all(in: bytes, range) {
      let days = days(of: stated, date, isAboutTheDay: isAboutTheDay)
      guard let day = days.first, !days.contains(where: { $0.weekday == stated.weekday }) else { continue }
      report(
        .warning, offset: tree.writtenOffset(inText: node, stated.range.lowerBound - range.lowerBound), "weekday-contradiction",
        "\(day.iso8601) was a \(day.weekday.name), and the text says \(stated.weekday.name)",
        remedy: stated.ground == .alone ? "Mend one of the two, or write the date beside a day that is another" : "Look up the source and mend one of the two")
    }
  }

  /// The days that a stated weekday may be; none when it cannot be told, or lies before the calendar of today.
  private func days(of stated: StatedWeekday, _ date: EDTFDate, isAboutTheDay: Bool) -> [Day] {
    guard let earliest = date.earliest, let latest = date.latest else { return [] }
    switch stated.ground {
    case .alone:
      let isCertain = date.precision <= .day && earliest == latest && !date.isApproximate && !date.isUncertain
      return isCertain && isAboutTheDay && earliest.year >= Self.gregorianYear ? [earliest] : []
    case .date(let year, let month, let day):
      let (first, last) = (year ?? earliest.year, year ?? latest.year)
      // Over a turn of the year either of the two may be meant.
      guard (0...1).contains(last - first), first >= Self.gregorianYear else { return [] }
      return (first...last).compactMap { Day(year: $0, month: month, day: day) }
    }
  }

  /// The first full year of the Gregorian calendar; sources on the years before count by another.
  private static let gregorianYear: Int64 = 1583
}
