import TimelineModel

/// How the records of one format become rows: which columns there are, and what was learnt from the rows so far.
protocol RowSchema: Sendable {
  associatedtype Layout: RowLayout

  var layout: Layout { get }

  /// Puts a record into the chunk being filled. Called once a row; makes no String for what was seen before.
  mutating func fill(_ filler: inout RowFiller, from walk: borrowing CSVWalk)

  /// What is known of all rows so far: title, licence, and the actors and places they name.
  var header: Timeline { get }
}

/// Where the columns of a file stand and what they mean: all that is needed to read one row back.
protocol RowLayout: Sendable {
  /// How many fields a record should have.
  var columnCount: Int { get }

  /// The whole event of a record.
  func event(of record: TextRecord) -> Event
}

/// A record as texts, for one event that somebody looks at.
struct TextRecord {
  let fields: [String]
  let location: SourceLocation
  /// The names of the problems that reading found in it.
  let oddities: [String]

  /// A field's text; empty where there is none.
  subscript(column: Int) -> String { fields.indices.contains(column) ? fields[column] : "" }

  /// Every column under its own name, then fields that have none, then what is odd about the row.
  ///
  /// - Parameter meaning: what a column's code means; nil for what is no code.
  func extra(named names: [String], meaning: (_ column: Int, _ value: String) -> String? = { _, _ in nil }) -> [ExtraField] {
    var extra: [ExtraField] = []
    extra.reserveCapacity(names.count + 8)
    for (column, name) in names.enumerated() {
      extra.append(ExtraField(name: name, value: self[column]))
      if let words = meaning(column, self[column]) { extra.append(ExtraField(name: "\(name) means", value: words)) }
    }
    for column in fields.indices.dropFirst(names.count) { extra.append(ExtraField(name: "column \(column + 1)", value: fields[column])) }
    for code in oddities { extra.append(ExtraField(name: RowFiller.oddityField, value: code)) }
    return extra
  }
}
