import Bytes

/// Looks for rows through the text of a store a piece at a time. What a search and a filter with words have in common.
///
/// ```
/// conditions    [shushi]  [cease fire]  not [truce or armistice]
/// rows          those that pass the conditions done with
/// found         those that the present condition is known to be true of, as far as its text has been looked through
/// ```
struct TextScan: Sendable {
  /// Any of these words must be found, or none of them.
  struct Condition: Sendable {
    let terms: [TextTerm]
    let isNegated: Bool
  }

  /// Rows that are looked at one by one in a step: some milliseconds, as long as a key may wait.
  private static let rowsAStep = 4_096
  /// Of these, so many are worth a thread.
  private static let rowsWorthAThread = 256
  /// To find the text of one row costs as much as to run through that of so many.
  private static let rowsAlike = 96
  /// Rows whose text is run through in a step, by whole segments: some ten megabytes, a millisecond or two.
  private static let rowsOfSegmentsAStep = 16_384
  /// To leave out a row of a segment costs less than this part of running through its text.
  private static let leftOutAlike = 16

  private let columns: Columns
  private var conditions: ArraySlice<Condition>
  /// When ``isDone``, the rows that pass all conditions; until then more than these.
  private(set) var rows: Bitset
  private var found: Bitset
  private var isRowByRow = false
  /// The segment or the row to go on with.
  private var next = 0

  init(_ conditions: [Condition], among rows: Bitset, _ columns: Columns) {
    self.columns = columns
    self.conditions = conditions[...]
    self.rows = rows
    found = Bitset(bound: rows.bound)
    begin()
  }

  var isDone: Bool { conditions.isEmpty }

  /// Whether a row passes what has not been looked through yet.
  func passes(_ row: Int) -> Bool {
    rows.contains(row)
      && conditions.allSatisfy { condition in condition.terms.contains { $0.isFound(in: row, columns) } != condition.isNegated }
  }

  private mutating func begin() {
    found = Bitset(bound: rows.bound)
    next = 0
    isRowByRow = rows.count < columns.count / Self.rowsAlike
  }

  /// Looks through some text more: some segments on each processor, a few milliseconds.
  mutating func step() {
    guard let condition = conditions.first else { return }
    let isThrough = isRowByRow ? stepByRow(condition) : stepBySegment(condition)
    guard isThrough else { return }
    if condition.isNegated { rows.subtract(found) } else { rows.formIntersection(found) }
    conditions.removeFirst()
    if rows.count == 0 { conditions = [] }
    begin()
  }

  private mutating func stepByRow(_ condition: Condition) -> Bool {
    var some: [Int] = []
    var row = rows.first(from: next)
    while let here = row, some.count < Self.rowsAStep {
      some.append(here)
      row = rows.first(from: here + 1)
    }
    let lists = Workers.map(Workers.parts(of: some.count, atLeast: Self.rowsWorthAThread)) { [columns, some] part in
      some[part].filter { row in condition.terms.contains { $0.isFound(in: row, columns) } }
    }
    for row in lists.joined() { found.insert(row) }
    next = row ?? rows.bound
    return row == nil
  }

  private mutating func stepBySegment(_ condition: Condition) -> Bool {
    let segments = columns.text.segments
    let start = next
    // Where most rows are asked for, those between them are sooner run through than left out.
    let some = rows.count < columns.count / 2 ? rows : nil
    let each = some == nil ? 1 : Double(rows.count) / Double(columns.count) + 1 / Double(Self.leftOutAlike)
    var looked = 0.0
    while next < segments.count, looked < Double(Self.rowsOfSegmentsAStep) {
      looked += each * Double(segments[next].count)
      next += 1
    }
    let parts = Workers.parts(of: next - start, atLeast: 1).map { start + $0.lowerBound..<start + $0.upperBound }
    let lists = Workers.map(parts) { [columns] part in condition.terms.flatMap { $0.rows(inText: part, among: some, columns) } }
    for list in lists {
      for row in list { found.insert(Int(row)) }
    }
    guard next == segments.count else { return false }
    for term in condition.terms { term.addNamedRows(among: rows, to: &found, columns) }
    return true
  }
}
