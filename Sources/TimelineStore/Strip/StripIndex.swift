import Bytes
import EDTF
import TimelineModel

/// Which rows fall on one known day, as most do, and of which band they are: those are counted 64 at a time. The rest lie over longer times
/// or are known less well, and are laid out one by one.
///
/// ```
/// rows       0 …                          … 63 | 64 …
/// fighting   1 0 0 0 1 0 0 0 0 0 1 0 0 0 0 0 0 |
/// talks      0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 |
/// other      0 0 0 0 0 0 0 1 0 0 0 1 0 0 0 0 0 |
/// spread     0 1 0 1 0 1 1 0 1 1 0 0 1 1 1 1 1 |   months, years, intervals, open beginnings
/// killed                                  217  |   over the first three
/// ```
struct StripIndex: Sendable {
  private(set) var fighting: [UInt64] = []
  private(set) var talks: [UInt64] = []
  private(set) var other: [UInt64] = []
  private(set) var spread: [UInt64] = []
  private(set) var killed: [Int64] = []
  /// For each code of a kind its band.
  let bands: [Band?]

  /// - Complexity: O(n), some nanoseconds a row and processor.
  init(_ columns: Columns) {
    bands = columns.kinds.map { EventKind(rawValue: $0).band }
    let words = (columns.datedCount + 63) / 64
    guard words >= 2 * Self.worthAThread else {
      count(columns, words: 0..<words)
      return
    }
    let parts = Workers.parts(of: words, atLeast: Self.worthAThread)
    for part in Workers.map(parts, { [bands] in StripIndex(columns, bands, words: $0) }) {
      fighting += part.fighting
      talks += part.talks
      other += part.other
      spread += part.spread
      killed += part.killed
    }
  }

  private static let worthAThread = 2_048

  private init(_ columns: Columns, _ bands: [Band?], words: Range<Int>) {
    self.bands = bands
    count(columns, words: words)
  }

  private mutating func count(_ columns: Columns, words: Range<Int>) {
    let openStarts = columns.firstRow(startingOnOrAfter: RowFacts.openStart + 1)
    let (earliest, latest, precision, kind, toll) = (columns.earliest, columns.latest, columns.precision, columns.kind, columns.killed)
    for word in words {
      var (fighting, talks, other, spread) = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
      var killed: Int64 = 0
      for row in word << 6..<min(columns.datedCount, word << 6 + 64) {
        let bit = UInt64(1) << UInt64(row & 63)
        let (first, last) = (earliest[row], latest[row])
        guard row >= openStarts, first == last || last == RowFacts.openEnd, precision[row].isCertain else {
          spread |= bit
          continue
        }
        switch bands[Int(kind[row])] {
        case .fighting: fighting |= bit
        case .talks: talks |= bit
        case nil: other |= bit
        }
        killed += Int64(toll.standing(of: row) ?? 0)
      }
      self.fighting.append(fighting)
      self.talks.append(talks)
      self.other.append(other)
      self.spread.append(spread)
      self.killed.append(killed)
    }
  }
}

extension Columns {
  var stripIndex: StripIndex { kept.strip.value { StripIndex(self) } }
}
