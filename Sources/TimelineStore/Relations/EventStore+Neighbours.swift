import TimelineModel

extension EventStore {
  /// The next selected row in time that stands in a relation to this one, or the one before; nil when there is none. It does not go round.
  ///
  /// A row need not be selected itself to have neighbours that are.
  ///
  /// - Complexity: O(n / 64) and the rows of its actors or places that are passed over.
  public func neighbour(of row: Row, _ relation: Relation, forward: Bool, in selection: Selection) -> Row? {
    guard row.number >= 0, row.number < count else { return nil }
    switch relation {
    case .actor: return neighbour(of: row, sharing: columns.actors, forward: forward, in: selection)
    case .place: return neighbour(of: row, sharing: columns.places, forward: forward, in: selection)
    case .disputed: return neighbour(of: row, among: columns.disputed, forward: forward, in: selection)
    case .linked:
      let linked = links(of: row).compactMap(\.row).filter { selection.contains($0) }
      return forward ? linked.filter { $0 > row }.min() : linked.filter { $0 < row }.max()
    case .quiet(let days):
      let quiet = QuietBefore(days: days, columns, selection.bits)
      return (forward ? quiet.first(after: row.number) : quiet.last(before: row.number)).map(Row.init)
    }
  }

  private func neighbour(of row: Row, among rows: Bitset, forward: Bool, in selection: Selection) -> Row? {
    var both = rows
    both.formIntersection(selection.bits)
    return (forward ? both.first(from: row.number + 1) : both.last(before: row.number)).map(Row.init)
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
}

extension Columns {
  /// The rows whose accounts contradict one another.
  var disputed: Bitset { kept.disputed.value { rows(marked: .isDisputed) } }
}
