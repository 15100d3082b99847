import EDTF
import Terminal
import TimelineStore

extension BrowserState {
  /// What a date typed by a reader points at.
  enum Target: Hashable {
    case day(Day)
    /// A share of the list, 0…1.
    case share(Double)
  }

  /// Reads `1994-05`, `today`, `+2w`, `-3m`, `50%`; any EDTF date stands for its earliest day.
  func target(of text: String) -> Result<Target, EDTFError> {
    let word = text.filter { $0 != " " }.lowercased()
    if word == "today" {
      guard let today = settings.today else { return .failure(EDTFError(offset: 0, reason: "The day is not known here", remedy: nil)) }
      return .success(.day(today))
    }
    if word.hasSuffix("%"), let percent = Int(word.dropLast()), (0...100).contains(percent) { return .success(.share(Double(percent) / 100)) }
    if let first = word.first, first == "+" || first == "-", let unit = word.last, "dwmy".contains(unit), let number = Int64(word.dropFirst().dropLast()) {
      let days: Int64 =
        switch unit {
        case "d": 1
        case "w": 7
        case "m": 30
        default: 365
        }
      let (span, overflow) = number.multipliedReportingOverflow(by: first == "-" ? -days : days)
      let here = currentRow.flatMap { store.summary(at: $0).earliest } ?? store.span?.first ?? Day(0)
      return .success(.day(here.advanced(by: overflow ? (first == "-" ? .min : .max) : span)))
    }
    do {
      let date = try EDTFDate(text.filter { $0 != " " })
      guard let day = date.earliest ?? date.latest else { return .failure(EDTFError(offset: 0, reason: "\(text) has no day to go to", remedy: nil)) }
      return .success(.day(day))
    } catch {
      return .failure(error)
    }
  }

  /// Goes to the first event that begins on or after a date, as typed.
  mutating func goTo(date text: String) {
    switch target(of: text) {
    case .failure(let error):
      notice = Notice([error.reason, error.remedy].compactMap { $0 }.joined(separator: ". "), .error)
    case .success(let target):
      lastDate = text
      guard shown.count > 0 else {
        notice = Notice("No event is shown")
        return
      }
      if sort != .date { setSort(.date) }
      leaveTrail()
      views = []
      switch target {
      case .share(let share): select(position: Int(saturating: (Double(shown.count - 1) * share).rounded()))
      case .day(let day):
        if let position = shown.firstPosition(onOrAfter: day) {
          select(position: position)
        } else {
          select(position: max(0, shown.count - shown.undatedCount - 1))
          notice = Notice("Nothing that is shown begins on or after that; this is the last")
        }
      }
    }
  }
}
