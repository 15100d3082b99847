import TimelineModel

// A row is in the group of each of its codes, and of what lies above them.

extension Columns {
  /// The sums of each code over the rows of a set.
  func tallies(of column: CodeColumn, in set: Bitset) -> [Tally] {
    let count = column.valueCount
    switch (column.lists, column.lineage) {
    case (.none, _): return Array(repeating: Tally(), count: count)
    case (.single(.bytes(let codes)), let lineage): return tallies(OneCode(column: codes, count: count), of: set).rolledUp(along: lineage)
    case (.single(.halves(let codes)), let lineage): return tallies(OneCode(column: codes, count: count), of: set).rolledUp(along: lineage)
    case (.single(.words(let codes)), let lineage): return tallies(OneCode(column: codes, count: count), of: set).rolledUp(along: lineage)
    case (.many(let starts, let codes), nil): return tallies(SeveralCodes(starts: starts, codes: codes, count: count), of: set)
    // Two codes of a row may have the same above them, which counts the row once, so it cannot be summed up afterwards.
    case (.many, _?): return tallies(CodesAndAbove(column: column), of: set)
    }
  }
}

private struct OneCode<Code: FixedWidthInteger & UnsignedInteger & Sendable>: RowGroups {
  let column: [Code]
  let count: Int

  @inline(__always)
  func visitGroups(of row: Int, _ body: (Int) -> Void) {
    guard row < column.count else { return }
    let code = column[row]
    if code != .max { body(Int(code)) }
  }
}

private struct SeveralCodes: RowGroups {
  let starts: [UInt32]
  let codes: [UInt32]
  let count: Int

  @inline(__always)
  func visitGroups(of row: Int, _ body: (Int) -> Void) {
    guard row + 1 < starts.count else { return }
    for position in Int(starts[row])..<Int(starts[row + 1]) { body(Int(codes[position])) }
  }
}

private struct CodesAndAbove: RowGroups {
  let column: CodeColumn
  var count: Int { column.valueCount }

  @inline(__always)
  func visitGroups(of row: Int, _ body: (Int) -> Void) { column.visitCodes(of: row, body) }
}

extension [Tally] {
  /// With the sums of each code added to those above it.
  fileprivate func rolledUp(along lineage: CodeColumn.Lineage?) -> [Tally] {
    guard let lineage else { return self }
    var all = self
    for code in indices where self[code].events > 0 {
      for place in lineage.codes(above: code) { all[Int(lineage.codes[place])].add(self[code]) }
    }
    return all
  }
}
