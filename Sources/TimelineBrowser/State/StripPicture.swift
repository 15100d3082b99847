import EDTF
import Terminal
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
    var order: SortOrder
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

  init() {}

  /// Only where the bars would stand, without what they say: enough to move by periods where the screen has no room for a strip.
  init(range: ClosedRange<Day>, width: Int) {
    self.range = range
    let room = max(1, width - 2 - Self.nameColumns(width: width))
    let buckets = Int(min(Int64(room), Self.days(in: range)))
    cellsPerBucket = max(1, room / buckets)
    columns = cellsPerBucket * buckets
  }

  init(store: EventStore, shown: Selection, basis: Basis) {
    self.init(range: basis.range, width: basis.width)
    self.basis = basis
    let range = basis.range
    let density = store.density(in: shown, from: range.lowerBound, through: range.upperBound, buckets: bucketCount)
    if store.hasBands {
      (upper, lower) = (Self.bars(density.fighting), Self.bars(density.talks))
      (upperName, lowerName) = ("fighting", "talks")
    } else {
      (upper, lower) = (Self.bars(density.all), Self.bars(density.killed))
      (upperName, lowerName) = ("events", "killed")
    }
    axis = StripAxis.labels(for: range, columns: columns)
    eras = store.header.eras.compactMap { Self.segment($0, in: range, columns: columns) }
    (earlier, later) = Self.outside(range, of: shown)
  }

  /// How many of the events shown begin before a range, and how many after it.
  private static func outside(_ range: ClosedRange<Day>, of shown: Selection) -> (earlier: Int, later: Int) {
    // Positions are of time in the order of dates alone.
    guard shown.order == .date else { return (0, 0) }
    let dated = shown.count - shown.undatedCount
    let first = shown.firstPosition(onOrAfter: range.lowerBound) ?? dated
    let next = shown.firstPosition(onOrAfter: range.upperBound.advanced(by: 1)) ?? dated
    return (first, dated - next)
  }

  /// Heights by the square root, so that one event still shows beside a hundred; at least one eighth more than the base line.
  private static func bars(_ buckets: [Density.Bucket]) -> [Bar] {
    let most = buckets.reduce(0) { max($0, $1.total) }
    guard most > 0 else { return buckets.map { _ in Bar(eighths: 0, isPale: false) } }
    return buckets.map { bucket in
      guard bucket.total > 0.001 else { return Bar(eighths: 0, isPale: false) }
      let share = (bucket.total / most).squareRoot()
      return Bar(eighths: min(8, max(2, Int(saturating: (share * 8).rounded()))), isPale: bucket.pale > bucket.certain)
    }
  }

  private static func segment(_ era: Era, in range: ClosedRange<Day>, columns: Int) -> EraSegment? {
    let first = era.date.earliest ?? range.lowerBound
    let last = max(first, era.date.latest ?? range.upperBound)
    guard first <= range.upperBound, last >= range.lowerBound else { return nil }
    let start = bucket(of: max(first, range.lowerBound), in: range, buckets: columns)
    let end = bucket(of: min(last, range.upperBound), in: range, buckets: columns)
    return EraSegment(columns: start..<end + 1, name: era.name, days: first...last)
  }
}
