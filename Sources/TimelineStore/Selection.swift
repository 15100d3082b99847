public import EDTF

/// The rows that a filter lets through, in the order in which they are shown. A position counts from 0 within the selection.
///
/// ```
/// bits          1 0 0 1 1 0 1 0 …      which rows, in time order
/// rank index    0 … 217 … 430 …        rows before every 512th: scroll position ↔ row
/// sequence      (empty)                the rows by position, when the order is not that of time
/// ```
/// - Complexity: positions and rows are turned into one another in O(log n) whatever the size.
public struct Selection: Sendable {
  let columns: Columns
  let bits: Bitset
  private let ranks: RankIndex
  public let order: SortOrder
  private let sequence: [UInt32]
  /// The first and the last known day of the selected rows; nil when none of them has one. Open ends do not stretch it.
  public let span: (first: Day, last: Day)?

  init(_ bits: Bitset, of columns: Columns, order: SortOrder) {
    self.bits = bits
    self.columns = columns
    self.order = order
    ranks = RankIndex(bits)
    span = columns.span(of: bits)
    sequence = columns.sequence(of: bits, in: order)
  }

  public var count: Int { ranks.count }
  public var isEmpty: Bool { count == 0 }

  /// The row at a position, clamped into the selection; nil when nothing is selected.
  public func row(at position: Int) -> Row? {
    guard !isEmpty else { return nil }
    let position = min(max(position, 0), count - 1)
    return sequence.isEmpty ? ranks.row(at: position, in: bits).map(Row.init) : Row(Int(sequence[position]))
  }

  /// The rows at a range of positions, as far as there are such: what a screenful asks for.
  public func rows(_ range: Range<Int>) -> [Row] {
    let range = range.clamped(to: 0..<count)
    guard sequence.isEmpty else { return sequence[range].map { Row(Int($0)) } }
    var rows: [Row] = []
    rows.reserveCapacity(range.count)
    var next = ranks.row(at: range.lowerBound, in: bits)
    while let row = next, rows.count < range.count {
      rows.append(Row(row))
      next = bits.first(from: row + 1)
    }
    return rows
  }

  public func contains(_ row: Row) -> Bool { bits.contains(row.number) }

  /// Where a row stands; nil when it is not selected.
  public func position(of row: Row) -> Int? { contains(row) ? rank(of: row) : nil }

  /// How many selected rows stand before a row, which need not be selected itself.
  func rank(of row: Row) -> Int {
    if sequence.isEmpty { return ranks.rank(of: row.number, in: bits) }
    guard row.number >= 0, row.number < columns.count else { return row.number < 0 ? 0 : count }
    let key = columns.sortKey(of: row.number, in: order)
    return sequence.partitioningIndex { columns.sortKey(of: Int($0), in: order) >= key }
  }

  /// Where the cursor goes when its row is no longer selected: the row itself, else the selected row nearest in time, the later of two equally near.
  public func nearestPosition(to row: Row) -> Int? {
    if let position = position(of: row) { return position }
    let after = bits.first(from: row.number)
    let before = bits.last(before: row.number)
    guard let before, let after else { return (before ?? after).flatMap { position(of: Row($0)) } }
    let here = columns.knownDays(of: row.number).map { Int64($0.first) }
    func distance(_ other: Int) -> Int64 {
      guard let here, let there = columns.knownDays(of: other) else { return .max }
      return abs(Int64(there.first) - here)
    }
    return position(of: Row(distance(before) < distance(after) ? before : after))
  }

  /// Where the first row that begins on a day or after it stands; nil when all selected rows begin before it or have no date.
  public func firstPosition(onOrAfter day: Day) -> Int? {
    let first = columns.firstRow(startingOnOrAfter: Int32(clamping: day.number))
    guard let row = bits.first(from: first), columns.isDated(row) else { return nil }
    return position(of: Row(row))
  }

  /// How many of the selected rows have no usable date. In time order they stand last.
  public var undatedCount: Int { bits.count(in: columns.datedCount..<columns.count) }

  /// The same order over fewer rows.
  func narrowed(to bits: Bitset) -> Selection {
    var both = bits
    both.formIntersection(self.bits)
    return Selection(both, of: columns, order: order)
  }
}

extension Selection: Equatable {
  public static func == (one: Selection, other: Selection) -> Bool {
    one.order == other.order && one.bits == other.bits && one.sequence == other.sequence
  }
}
