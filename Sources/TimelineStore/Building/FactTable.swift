import EDTF
import TimelineModel

/// The facts of all rows as the chunks brought them, from which the columns of a store are made.
struct FactTable: Sendable {
  private(set) var parts: [[RowFacts]] = []
  /// For each part what its codes of kinds are in the whole store.
  private var kindCodes: [[UInt32]] = []
  private(set) var kinds = CodeDictionary()
  private var nameless: UInt32 = 0
  private(set) var count = 0

  mutating func append(_ chunk: RowChunk) {
    parts.append(chunk.facts)
    let codes = chunk.kinds.values.map { kinds.code(for: $0) }
    kindCodes.append(codes)
    // A code that the chunk's dictionary does not have is the kind without a name.
    if chunk.facts.contains(where: { Int($0.kind) >= codes.count }) { nameless = kinds.code(for: "") }
    count += chunk.count
  }

  /// One fact of every row, in time order.
  ///
  /// - Parameter rows: for each arrival number the row.
  @inline(__always)
  private func column<Fact>(_ rows: [UInt32], _ fact: (RowFacts) -> Fact) -> [Fact] {
    [Fact](unsafeUninitializedCapacity: rows.count) { column, written in
      visit(rows) { row, facts in column.initializeElement(at: row, to: fact(facts)) }
      written = rows.count
    }
  }

  /// Calls the body with each row, in the order of arrival. There must be as many rows as facts.
  @inline(__always)
  private func visit(_ rows: [UInt32], _ body: (_ row: Int, _ facts: RowFacts) -> Void) {
    rows.withUnsafeBufferPointer { rows in
      var arrival = 0
      for part in parts {
        part.withUnsafeBufferPointer { part in
          for facts in part {
            body(Int(rows[arrival]), facts)
            arrival += 1
          }
        }
      }
    }
  }

  /// The kinds of all rows in time order.
  private func kindColumn(_ rows: [UInt32]) -> [UInt32] {
    var column = [UInt32](repeating: nameless, count: rows.count)
    var arrival = 0
    for (part, codes) in zip(parts, kindCodes) {
      for facts in part {
        if Int(facts.kind) < codes.count { column[Int(rows[arrival])] = codes[Int(facts.kind)] }
        arrival += 1
      }
    }
    return column
  }

  /// The figures of one measure in time order; none where no row has any.
  private func tolls(_ rows: [UInt32], _ figure: (RowFacts) -> PackedFigure) -> TollColumn {
    let isAny = parts.contains { part in part.contains { figure($0).range != nil } }
    return TollColumn(isAny ? column(rows, figure) : [])
  }

  /// All of them as columns in time order.
  func columns(_ rows: [UInt32]) -> FactColumns {
    FactColumns(
      earliest: column(rows, \.earliest), latest: column(rows, \.latest), precision: column(rows, \.precision), marks: column(rows, \.marks),
      kind: kindColumn(rows), kinds: kinds.values, weight: column(rows, \.weight), sourceCount: column(rows, \.sourceCount),
      killed: tolls(rows, \.killed), wounded: tolls(rows, \.wounded), idHash: column(rows, \.idHash))
  }
}

/// The facts of all rows in time order, a column for each.
struct FactColumns: Sendable {
  let earliest: [Int32]
  let latest: [Int32]
  let precision: [Precision]
  let marks: [RowMarks]
  let kind: [UInt32]
  let kinds: [String]
  let weight: [Int8]
  let sourceCount: [UInt16]
  let killed: TollColumn
  let wounded: TollColumn
  let idHash: [UInt64]
}
