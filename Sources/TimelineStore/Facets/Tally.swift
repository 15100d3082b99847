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
  let low: Int
  let best: Int
  let high: Int
  let hasFigure: Bool
  let lacksBest: Bool
  let first: Int32
  let last: Int32

  @inline(__always)
  init(_ row: Int, _ columns: Columns) {
    let range = columns.killed.range(of: row)
    let best = columns.killed.best(of: row)
    low = range?.low ?? 0
    high = range?.high ?? 0
    self.best = best ?? 0
    hasFigure = range != nil
    lacksBest = range != nil && best == nil
    let days = columns.knownDays(of: row)
    first = days?.first ?? .max
    last = days?.last ?? .min
  }
}
