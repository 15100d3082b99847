import EDTF
import TimelineModel

/// The sums of one group of rows; one line of a processor's cache.
struct Tally: Sendable {
  /// Rows, and the least, best and most killed. A figure of a row takes 32 bits and a store holds fewer rows than 32 bits count, so none overflows.
  private var sums = SIMD4<Int64>.zero
  private var rowsWithFigures: UInt32 = 0
  private var rowsWithBest: UInt32 = 0
  private var first = Int32.max
  private var last = Int32.min

  var events: Int { Int(sums[0]) }

  @inline(__always)
  mutating func add(_ row: RowSums) {
    sums &+= row.sums
    rowsWithFigures &+= row.figures
    rowsWithBest &+= row.bests
    first = min(first, row.first)
    last = max(last, row.last)
  }

  /// Adds what was tallied of other rows of the same group.
  mutating func add(_ other: Tally) {
    sums &+= other.sums
    rowsWithFigures &+= other.rowsWithFigures
    rowsWithBest &+= other.rowsWithBest
    first = min(first, other.first)
    last = max(last, other.last)
  }

  func facet(key: String, label: String) -> Facet {
    let haveBest = rowsWithFigures > 0 && rowsWithBest == rowsWithFigures
    return Facet(
      key: key, label: label, events: events, killedLow: Int(sums[1]), killedBest: haveBest ? Int(sums[2]) : nil, killedHigh: Int(sums[3]),
      first: first <= last ? Day(Int64(first)) : nil, last: first <= last ? Day(Int64(last)) : nil)
  }
}

/// What one row adds to each group that it is in.
struct RowSums {
  var sums: SIMD4<Int64>
  var figures: UInt32
  var bests: UInt32
  var first: Int32
  var last: Int32
}

/// The columns that sums are made of, laid bare for a loop over rows.
struct SumsReader {
  private let killed: UnsafeBufferPointer<PackedFigure>
  private let earliest: UnsafeBufferPointer<Int32>
  private let latest: UnsafeBufferPointer<Int32>
  private let datedCount: Int

  fileprivate init(
    killed: UnsafeBufferPointer<PackedFigure>, earliest: UnsafeBufferPointer<Int32>, latest: UnsafeBufferPointer<Int32>, datedCount: Int
  ) {
    self.killed = killed
    self.earliest = earliest
    self.latest = latest
    self.datedCount = datedCount
  }

  @inline(__always)
  func sums(of row: Int) -> RowSums {
    var sums = RowSums(sums: SIMD4(1, 0, 0, 0), figures: 0, bests: 0, first: .max, last: .min)
    if row < killed.count, let range = killed[row].range {
      let best = killed[row].bestNumber
      sums.sums = SIMD4(1, Int64(range.low), Int64(best ?? 0), Int64(range.high))
      sums.figures = 1
      sums.bests = best == nil ? 0 : 1
    }
    if row < datedCount {
      let (first, last) = (earliest[row], latest[row])
      sums.first = first == RowFacts.openStart ? last : first
      sums.last = last == RowFacts.openEnd ? first : last
    }
    return sums
  }
}

extension Columns {
  /// Lends the columns that sums are made of.
  @inline(__always)
  func withSums<Result>(_ body: (SumsReader) -> Result) -> Result {
    killed.figures.withUnsafeBufferPointer { killed in
      earliest.withUnsafeBufferPointer { earliest in
        latest.withUnsafeBufferPointer { latest in
          body(SumsReader(killed: killed, earliest: earliest, latest: latest, datedCount: datedCount))
        }
      }
    }
  }
}
