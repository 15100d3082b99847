import EDTF
import TimelineModel

/// The facts of all rows as the chunks brought them, from which the columns of a store are made.
struct FactTable: Sendable {
  private(set) var parts: [[RowFacts]] = []
  /// For each part what its codes of kinds are in the whole store.
  private var kindCodes: [[UInt32]] = []
  private(set) var kinds = CodeDictionary()
  private var lastSource: (any WordSource)?
  private var nameless: UInt32 = 0
  private var hasKilled = false
  private var hasWounded = false
  private(set) var count = 0

  mutating func append(_ chunk: RowChunk) {
    parts.append(chunk.facts)
    let codes = codes(of: chunk.kinds)
    kindCodes.append(codes)
    lastSource = chunk.kinds.source
    // A code that the chunk's dictionary does not have is the kind without a name.
    if chunk.facts.contains(where: { Int($0.kind) >= codes.count }) { nameless = kinds.code(for: "") }
    hasKilled = hasKilled || chunk.facts.contains { $0.killed.range != nil }
    hasWounded = hasWounded || chunk.facts.contains { $0.wounded.range != nil }
    count += chunk.count
  }

  /// Of a source that brought the chunk before, only the words that are new are looked at.
  private mutating func codes(of dictionary: CodeDictionary) -> [UInt32] {
    guard let source = dictionary.source, let last = lastSource, last === source, let known = kindCodes.last else {
      return dictionary.values.map { kinds.code(for: $0) }
    }
    return known + (min(known.count, dictionary.count)..<dictionary.count).map { kinds.code(for: source.word($0)) }
  }

  /// Four facts of every row, in time order.
  ///
  /// - Parameter rows: for each arrival number the row. There must be as many as facts.
  @inline(__always)
  private func columns<A, B, C, D>(_ rows: [UInt32], _ facts: (RowFacts) -> (A, B, C, D)) -> ([A], [B], [C], [D]) {
    var (two, three, four): ([B], [C], [D]) = ([], [], [])
    let one = [A](unsafeUninitializedCapacity: rows.count) { a, countA in
      two = [B](unsafeUninitializedCapacity: rows.count) { b, countB in
        three = [C](unsafeUninitializedCapacity: rows.count) { c, countC in
          four = [D](unsafeUninitializedCapacity: rows.count) { d, countD in
            visit(rows) { row, all in
              let values = facts(all)
              a.initializeElement(at: row, to: values.0)
              b.initializeElement(at: row, to: values.1)
              c.initializeElement(at: row, to: values.2)
              d.initializeElement(at: row, to: values.3)
            }
            countD = rows.count
          }
          countC = rows.count
        }
        countB = rows.count
      }
      countA = rows.count
    }
    return (one, two, three, four)
  }

  /// Calls the body with each row, in the order of arrival.
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
    rows.withUnsafeBufferPointer { rows in
      column.withUnsafeMutableBufferPointer { column in
        for (part, codes) in zip(parts, kindCodes) {
          for facts in part {
            if Int(facts.kind) < codes.count { column[Int(rows[arrival])] = codes[Int(facts.kind)] }
            arrival += 1
          }
        }
      }
    }
    return column
  }

  /// The figures of one measure in time order; none where no row has any.
  private func tolls(_ rows: [UInt32], _ figure: (RowFacts) -> PackedFigure) -> TollColumn {
    TollColumn(
      [PackedFigure](unsafeUninitializedCapacity: rows.count) { column, written in
        visit(rows) { row, facts in column.initializeElement(at: row, to: figure(facts)) }
        written = rows.count
      })
  }

  /// All of them as columns in time order.
  func columns(_ rows: [UInt32]) -> FactColumns {
    let (earliest, latest, precision, marks) = columns(rows) { ($0.earliest, $0.latest, $0.precision, $0.marks) }
    let (weight, sourceCount, idHash, _) = columns(rows) { ($0.weight, $0.sourceCount, $0.idHash, ()) }
    return FactColumns(
      earliest: earliest, latest: latest, precision: precision, marks: marks, kind: kindColumn(rows), kinds: kinds.values, weight: weight,
      sourceCount: sourceCount, killed: hasKilled ? tolls(rows, \.killed) : TollColumn([]), wounded: hasWounded ? tolls(rows, \.wounded) : TollColumn([]),
      idHash: idHash)
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
