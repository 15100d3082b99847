package import EDTF
import TimelineStore
import Terminal
import TimelineModel

extension BrowserState {
  /// The rows that the strip would like to have: axis, two bands, eras where the data has them, and the marker.
  var stripRows: Int { store.span == nil ? 0 : store.timeline.eras.isEmpty ? 4 : 5 }

  /// The time that the strip shows: at the widest what the filter lets through, from where the timeline says it begins; closer, the calendar around the event.
  package var stripRange: ClosedRange<Day>? {
    if zoom != .all, let row = currentRow, let day = store.days(of: row)?.first, let window = zoom.window(around: day) { return window }
    guard let span = shown.span ?? store.span else { return nil }
    // A prologue before the span proper would squeeze everything else into a corner; it is counted at the left instead.
    if let start = store.timeline.span?.earliest, span.first < start, span.last >= start { return start...max(start, span.last) }
    return span.first...max(span.first, span.last)
  }

  mutating func refreshStrip() {
    guard layout.strip.height > 0, let range = stripRange else {
      strip = .empty
      return
    }
    let basis = StripPicture.Basis(filter: filter, range: range, width: size.columns)
    if strip.basis != basis { strip = StripPicture(store: store, shown: shown, basis: basis) }
  }

  /// From how many days on a gap between two events is long at the present zoom.
  var longGap: Int64 {
    guard let range = stripRange else { return .max }
    return max(7, (range.upperBound.number - range.lowerBound.number + 1) / 48)
  }
}
