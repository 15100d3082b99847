extension Columns {
  /// The rows of a set by position; empty for time order, which the set itself has.
  func sequence(of set: Bitset, in order: SortOrder) -> [UInt32] {
    if order == .date { return [] }
    var rows: [UInt32] = []
    var rowsWithoutKey: [UInt32] = []
    set.visit { row in
      if sortKey(of: row, by: order.key) == nil { rowsWithoutKey.append(UInt32(clamping: row)) } else { rows.append(UInt32(clamping: row)) }
    }
    let descending = (order.key == .killed) != order.isReversed
    let keys = rows.map { (key: sortKey(of: Int($0), by: order.key) ?? 0, row: $0) }
    let sorted = keys.sorted { one, other in
      if one.key != other.key { return descending ? one.key > other.key : one.key < other.key }
      return one.row < other.row
    }
    return sorted.map(\.row) + rowsWithoutKey
  }

  /// What a row is sorted by; time goes by the place in time order, which undated rows do not have.
  private func sortKey(of row: Int, by key: SortOrder.Key) -> Int? {
    switch key {
    case .date: isDated(row) ? row : nil
    case .killed: killed.standing(of: row)
    case .weight: weight(of: row)
    }
  }
}
