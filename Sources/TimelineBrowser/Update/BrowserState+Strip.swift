package import EDTF
import Terminal
import TimelineModel
import TimelineStore

extension BrowserState {
  /// The rows that the strip would like to have: axis, two bands, eras where the data has them, and the marker.
  var stripRows: Int { store.span == nil ? 0 : hasEras ? 5 : 4 }

  /// The time that the strip shows: at the widest what the filter lets through, without a prologue; closer, the calendar around the event.
  package var stripRange: ClosedRange<Day>? {
    if zoom != .all, let row = currentRow, let day = store.days(of: row)?.first, let window = zoom.window(around: day) { return window }
    guard let span = shown.span ?? store.span else { return nil }
    if let start = mainStart, span.first < start, span.last >= start { return start...span.last }
    return span.first...max(span.first, span.last)
  }

  mutating func refreshStrip() {
    guard layout.strip.height > 0, let range = stripRange else {
      strip = .empty
      return
    }
    let basis = StripPicture.Basis(filter: filter, order: sort, range: range, width: size.columns)
    if strip.basis != basis { strip = StripPicture(store: store, shown: shown, basis: basis) }
  }

  /// From how many days on a gap between two events is long at the present zoom.
  var longGap: Int64 {
    guard let range = stripRange else { return .max }
    return max(7, StripPicture.days(in: range) / 48)
  }
}

extension EventStore {
  /// A few events long before all others are a prologue when they are at most one in so many, and this many at most.
  private static let prologueShare = 20
  private static let longestPrologue = 12

  /// Where the story proper begins: after a prologue, which would squeeze everything else into a corner of the strip and is counted at its left
  /// instead. Nil when there is none.
  ///
  /// A prologue is what lies before the span that the timeline claims, or a few events before a silence of a third of the whole time.
  var mainStart: Day? {
    guard let span else { return nil }
    let claimed = header.span?.earliest
    let third = (span.last.number - span.first.number) / 3
    var reached = span.first
    for number in 0..<min(Self.longestPrologue, count / Self.prologueShare) {
      guard let days = days(of: Row(number)), let next = self.days(of: Row(number + 1)) else { break }
      // What goes on for long counts as a moment here, or a background of decades would leave no silence.
      reached = max(reached, days.first)
      if next.first.number - reached.number >= third {
        let start = Day(year: next.first.year, month: 1, day: 1) ?? next.first
        return claimed.map { max($0, start) } ?? start
      }
    }
    return claimed
  }
}
