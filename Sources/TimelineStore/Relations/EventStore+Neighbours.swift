import TimelineModel

extension EventStore {
  /// The next selected row in time that stands in a relation to this one, or the one before; nil when there is none. It does not go round.
  ///
  /// A row need not be selected itself to have neighbours that are.
  ///
  /// - Complexity: O(rows passed over); for `quiet` O(selected rows).
  public func neighbour(of row: Row, _ relation: Relation, forward: Bool, in selection: Selection) -> Row? {
    guard row.number >= 0, row.number < count else { return nil }
    switch relation {
    case .actor: return neighbour(of: row, sharing: columns.actors, forward: forward, in: selection)
    case .place: return neighbour(of: row, sharing: columns.places, forward: forward, in: selection)
    case .disputed: return next(row, forward, in: selection.bits) { columns.marks[$0].contains(.isDisputed) }
    case .linked:
      let linked = links(of: row).compactMap(\.row).filter { selection.contains($0) }
      return forward ? linked.filter { $0 > row }.min() : linked.filter { $0 < row }.max()
    case .quiet(let days): return neighbour(of: row, afterQuiet: days, forward: forward, in: selection)
    }
  }

  private func next(_ row: Row, _ forward: Bool, in rows: Bitset, where isFit: (Int) -> Bool) -> Row? {
    var candidate = forward ? rows.first(from: row.number + 1) : rows.last(before: row.number)
    while let found = candidate {
      if isFit(found) { return Row(found) }
      candidate = forward ? rows.first(from: found + 1) : rows.last(before: found)
    }
    return nil
  }

  /// The nearest among the rows of each of this row's codes.
  private func neighbour(of row: Row, sharing column: CodeColumn, forward: Bool, in selection: Selection) -> Row? {
    let nearest = column.codes(of: row.number).compactMap { code -> Int? in
      let rows = column.rows(of: Int(code))
      let split = rows.partitioningIndex { Int($0) >= row.number + (forward ? 1 : 0) }
      return forward
        ? rows[split...].first { selection.bits.contains(Int($0)) }.map { Int($0) }
        : rows[..<split].last { selection.bits.contains(Int($0)) }.map { Int($0) }
    }
    return (forward ? nearest.min() : nearest.max()).map(Row.init)
  }

  /// The nearest row before which nothing selected went on for more than so many days. Open ends go on for no longer than is known.
  private func neighbour(of row: Row, afterQuiet days: Int, forward: Bool, in selection: Selection) -> Row? {
    var reached: Int64?
    var found: Int?
    var candidate = selection.bits.first(from: 0)
    while let next = candidate, let known = columns.knownDays(of: next) {
      if !forward, next >= row.number { break }
      if let reached, Int64(known.first) - reached > Int64(clamping: days), !forward || next > row.number {
        found = next
        if forward { break }
      }
      reached = max(reached ?? .min, Int64(known.last))
      candidate = selection.bits.first(from: next + 1)
    }
    return found.map(Row.init)
  }
}

extension RandomAccessCollection {
  /// The first index whose element satisfies a condition that, once it holds, holds to the end.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Index {
    var low = startIndex
    var remaining = count
    while remaining > 0 {
      let half = remaining / 2
      let middle = index(low, offsetBy: half)
      if holds(self[middle]) {
        remaining = half
      } else {
        low = index(after: middle)
        remaining -= half + 1
      }
    }
    return low
  }
}
