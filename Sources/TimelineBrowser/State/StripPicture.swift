import EDTF
import TimelineModel
import TimelineStore

/// The strip as it was worked out for one selection, stretch of time and width: bars, axis and eras, ready to be drawn.
struct StripPicture: Hashable, Sendable {
  /// A bar of a bucket: eighths of a cell's height, and whether most of it is events known only to a month or a year.
  struct Bar: Hashable, Sendable {
    var eighths: Int
    var isPale: Bool
  }

  struct Label: Hashable, Sendable {
    var column: Int
    var text: String
  }

  struct EraSegment: Hashable, Sendable {
    var columns: Range<Int>
    var name: String
    var days: ClosedRange<Day>
  }

  /// Everything the picture depends on beside the store.
  struct Basis: Hashable, Sendable {
    var filter: Filter
    var range: ClosedRange<Day>
    var width: Int
  }

  var basis: Basis?
  var range: ClosedRange<Day>?
  /// Columns of the screen before the first bucket.
  var left = 1
  /// Columns that the bars take.
  var columns = 0
  var cellsPerBucket = 1
  var upper: [Bar] = []
  var lower: [Bar] = []
  var upperName = ""
  var lowerName = ""
  var axis: [Label] = []
  var eras: [EraSegment] = []
  /// Events before and after the stretch that is shown.
  var earlier = 0
  var later = 0

  static let empty = StripPicture()

  /// How many columns the names of the bands take at the right of the bars; none on a narrow screen.
  static func nameColumns(width: Int) -> Int { width >= 60 ? 10 : 0 }

  /// The column, from the left of the bars, in which a day lies; nil outside.
  func column(of day: Day) -> Int? {
    guard let range, range.contains(day), columns > 0 else { return nil }
    return Self.column(of: day, in: range, columns: columns)
  }

  static func column(of day: Day, in range: ClosedRange<Day>, columns: Int) -> Int {
    let days = range.upperBound.number - range.lowerBound.number + 1
    let offset = day.number - range.lowerBound.number
    // Days of an absurd span times columns may not fit; the share is near enough then.
    let (product, overflow) = offset.multipliedReportingOverflow(by: Int64(columns))
    let column = overflow ? Int(Double(offset) / Double(days) * Double(columns)) : Int(product / days)
    return min(max(0, column), columns - 1)
  }

  init() {}

  init(store: EventStore, shown: Selection, basis: Basis) {
    self.basis = basis
    let range = basis.range
    self.range = range
    let room = max(1, basis.width - 2 - Self.nameColumns(width: basis.width))
    let days = range.upperBound.number - range.lowerBound.number + 1
    let buckets = Int(min(Int64(room), max(1, days)))
    cellsPerBucket = max(1, room / buckets)
    columns = cellsPerBucket * buckets
    let density = store.density(in: shown, from: range.lowerBound, through: range.upperBound, buckets: buckets)
    if store.hasBands {
      (upper, lower) = (Self.bars(density.fighting), Self.bars(density.talks))
      (upperName, lowerName) = ("fighting", "talks")
    } else {
      (upper, lower) = (Self.bars(density.all), Self.bars(density.killed))
      (upperName, lowerName) = ("events", "killed")
    }
    axis = StripAxis.labels(for: range, columns: columns)
    eras = store.timeline.eras.compactMap { Self.segment($0, in: range, columns: columns) }
    let first = shown.firstPosition(onOrAfter: range.lowerBound) ?? shown.count - shown.undatedCount
    earlier = first
    later = shown.firstPosition(onOrAfter: range.upperBound.advanced(by: 1)).map { shown.count - shown.undatedCount - $0 } ?? 0
  }

  /// Heights by the square root, so that one event still shows beside a hundred; at least one eighth more than the base line.
  private static func bars(_ buckets: [Density.Bucket]) -> [Bar] {
    let most = buckets.reduce(0) { max($0, $1.total) }
    guard most > 0 else { return buckets.map { _ in Bar(eighths: 0, isPale: false) } }
    return buckets.map { bucket in
      guard bucket.total > 0.001 else { return Bar(eighths: 0, isPale: false) }
      let share = (bucket.total / most).squareRoot()
      return Bar(eighths: min(8, max(2, Int((share * 8).rounded()))), isPale: bucket.pale > bucket.certain)
    }
  }

  private static func segment(_ era: Era, in range: ClosedRange<Day>, columns: Int) -> EraSegment? {
    let first = era.date.earliest ?? range.lowerBound
    let last = max(first, era.date.latest ?? range.upperBound)
    guard first <= range.upperBound, last >= range.lowerBound else { return nil }
    let start = column(of: max(first, range.lowerBound), in: range, columns: columns)
    let end = column(of: min(last, range.upperBound), in: range, columns: columns)
    return EraSegment(columns: start..<end + 1, name: era.name, days: first...last)
  }
}
