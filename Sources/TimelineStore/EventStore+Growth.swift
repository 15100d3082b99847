extension EventStore {
  /// The rows in the order in which they arrived: that of the files they come from.
  ///
  /// - Complexity: O(1) each.
  public var rowsAsTheyArrived: some RandomAccessCollection<Row> { columns.rowOfArrival.lazy.map { Row(Int($0)) } }

  /// The row of an event of an earlier store that this one has grown out of by more rows; nil when this store has not, or not with that row.
  ///
  ///     let row = later.row(grownFrom: selected, in: earlier)
  ///
  /// - Complexity: O(1), where finding an event by its id takes a pass over all rows. Of several with the same id it is the very one.
  public func row(grownFrom row: Row, in earlier: EventStore) -> Row? {
    guard row.number >= 0, row.number < earlier.count else { return nil }
    let arrival = Int(earlier.columns.arrival[row.number])
    guard arrival < count else { return nil }
    let here = Int(columns.rowOfArrival[arrival])
    return columns.idHash[here] == earlier.columns.idHash[row.number] ? Row(here) : nil
  }
}
