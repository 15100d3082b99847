import EDTF
import Terminal
import TimelineStore

/// Moving by the periods of the strip: what one of its bars stands for.
extension BrowserState {
  /// To the first event of the next period that has any, or of the previous one.
  mutating func movePeriod(by count: Int) {
    guard let row = currentRow, let range = stripRange else { return }
    let strip = self.strip.range == range ? self.strip : StripPicture(range: range, width: size.columns)
    // Periods are of time, whatever order the list is in.
    let events = sort == .date ? shown : store.sorted(shown, by: .date)
    let dated = events.count - events.undatedCount
    func first(ofPeriodWith day: Day) -> Row? { events.firstPosition(onOrAfter: strip.period(of: day).lowerBound).flatMap { events.row(at: $0) } }
    var target: Row?
    var here = store.days(of: row)?.first
    for _ in 0..<min(abs(count), 10_000) {
      let next: Row?
      if count > 0 {
        next = here.flatMap { events.firstPosition(onOrAfter: strip.period(of: $0).upperBound.advanced(by: 1)) }.flatMap { events.row(at: $0) }
      } else {
        // What has no date stands after everything that has one.
        let end = here.map { events.firstPosition(onOrAfter: strip.period(of: $0).lowerBound) ?? dated } ?? dated
        next = end > 0 ? events.row(at: end - 1).flatMap { store.days(of: $0)?.first }.flatMap(first) : nil
      }
      guard let next else { break }
      target = next
      here = store.days(of: next)?.first
    }
    guard let target else {
      notice = Notice(count > 0 ? "Nothing that is shown begins in a later period" : "Nothing that is shown begins in an earlier period")
      return
    }
    moveTo(row: target)
  }
}
