import EDTF

/// The sums of one group of rows.
struct Tally {
  private(set) var events = 0
  private var low = 0
  private var best = 0
  private var high = 0
  private var haveFigures = false
  private var lackBest = false
  private var first = Int32.max
  private var last = Int32.min

  /// A column holds Int32 and a store holds fewer rows than UInt32 counts, so these sums stay within Int.
  @inline(__always)
  mutating func add(_ row: RowSums) {
    events += 1
    low += row.low
    best += row.best
    high += row.high
    haveFigures = haveFigures || row.hasFigure
    lackBest = lackBest || row.lacksBest
    first = min(first, row.first)
    last = max(last, row.last)
  }

  func facet(key: String, label: String) -> Facet {
    Facet(
      key: key, label: label, events: events, killedLow: low, killedBest: haveFigures && !lackBest ? best : nil, killedHigh: high,
      first: first <= last ? Day(Int64(first)) : nil, last: first <= last ? Day(Int64(last)) : nil)
  }
}

/// What one row adds to each group that it is in.
struct RowSums {
  var low = 0
  var best = 0
  var high = 0
  var hasFigure = false
  var lacksBest = false
  var first = Int32.max
  var last = Int32.min
}

/// The columns that sums are made of, held apart from the class that owns them, so that a loop over rows reads them without counting references.
struct SumsReader {
  private let killed: TollColumn
  private let days: DaysReader

  init(_ columns: Columns) {
    killed = columns.killed
    days = DaysReader(columns)
  }

  @inline(__always)
  func sums(of row: Int) -> RowSums {
    var sums = RowSums()
    if let range = killed.range(of: row) {
      let best = killed.best(of: row)
      sums.low = range.low
      sums.high = range.high
      sums.best = best ?? 0
      sums.hasFigure = true
      sums.lacksBest = best == nil
    }
    if let known = days.knownDays(of: row) {
      sums.first = known.first
      sums.last = known.last
    }
    return sums
  }
}
