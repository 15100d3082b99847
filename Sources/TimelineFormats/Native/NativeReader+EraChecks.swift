import EDTF
import TimelineModel

/// Eras follow each other without a gap, from the beginning of the timeline's span to its end.
extension NativeReader {
  mutating func checkEras() {
    for index in timeline.eras.indices.dropFirst() { checkSeam(before: index) }
    checkSpan()
  }

  private mutating func checkSeam(before index: Int) {
    let (former, era) = (timeline.eras[index - 1], timeline.eras[index])
    guard let end = former.date.latest, let start = era.date.earliest else {
      if former.date.latest == nil, former.date.isOpenEnd {
        report(.error, at: eraNotes[index].date, "era-overlap", "The era before, \(former.id), is still open", remedy: "Close it, or put \(era.id) before it")
      }
      return
    }
    let expected = end.advanced(by: 1)
    if start > expected {
      report(
        .warning, at: eraNotes[index].date, "era-gap", "Between the eras \(former.id) and \(era.id) some days belong to none",
        remedy: "Begin at \(expected.iso8601), the day after the one before")
    } else if start < expected {
      report(
        .error, at: eraNotes[index].date, "era-overlap", "The eras \(former.id) and \(era.id) share days",
        remedy: "Begin at \(expected.iso8601), or end the one before earlier")
    }
  }

  private mutating func checkSpan() {
    guard let span = timeline.span, let first = timeline.eras.first, let last = timeline.eras.last else { return }
    if let start = first.date.earliest, span.isOpenStart || span.earliest.map({ $0 < start }) ?? false {
      report(
        .warning, at: eraNotes[0].date, "span-without-era", "The span \(span.text) begins before the first era, \(first.id)",
        remedy: "Begin the era where the span begins, or mend the span")
    }
    if let end = last.date.latest, span.isOpenEnd || span.latest.map({ $0 > end }) ?? false {
      report(
        .warning, at: eraNotes[eraNotes.count - 1].date, "span-without-era", "The span \(span.text) goes on after the last era, \(last.id)",
        remedy: "End the era where the span ends, or mend the span")
    }
  }
}
