import TimelineModel

/// How the records of one format become rows: which columns there are, and what was learnt from the rows so far.
protocol RowSchema: Sendable {
  associatedtype Layout: RowLayout

  var layout: Layout { get }

  /// Puts a record into the chunk being filled. Called once a row; makes no String for what was seen before.
  mutating func fill(_ filler: inout RowFiller, from walk: borrowing CSVWalk)

  /// Whether many rows may be filled at once by ``fill(_:_:_:_:)``, to the same columns and words as one after the other.
  var fillsRuns: Bool { get }

  /// Puts the records of a run into the next rows of the columns, but for what has to be looked at.
  ///
  /// - Parameters:
  ///   - memory: for the texts of quoted fields.
  ///   - doubts: for each row what is left to ``look(at:_:from:)``; there may be some already.
  func fill(_ filler: inout RowFiller, _ run: RecordRun, _ memory: CSVMemory, _ doubts: UnsafeMutablePointer<RowDoubts>)

  /// Puts into the filler's row what filling the run left out, and says what is odd about it. Called in the order of the rows.
  func look(at doubts: RowDoubts, _ filler: inout RowFiller, from walk: borrowing CSVWalk)

  /// Where the id of a row stands; -1 where rows have none.
  var idColumn: Int { get }

  /// Says of a row that its id was seen before, and takes back from it what may count but once.
  ///
  /// - Parameters:
  ///   - first: where it was seen, as `line 12` or `line 12 of a.csv`.
  ///   - walk: stands on the row's record.
  func reportRepeat(of first: String, row: Int, _ facts: inout RowFacts, _ reports: inout RowReports, _ walk: borrowing CSVWalk)

  /// Title and licence, without events and names.
  var header: Timeline { get }
}

extension RowSchema {
  var fillsRuns: Bool { false }
  func fill(_ filler: inout RowFiller, _ run: RecordRun, _ memory: CSVMemory, _ doubts: UnsafeMutablePointer<RowDoubts>) {}
  func look(at doubts: RowDoubts, _ filler: inout RowFiller, from walk: borrowing CSVWalk) {}

  func reportRepeat(of first: String, row: Int, _ facts: inout RowFacts, _ reports: inout RowReports, _ walk: borrowing CSVWalk) {
    let id = String(decoding: ByteText.trimmed(walk[idColumn]), as: UTF8.self)
    reports.report(.warning, "duplicate-id", in: walk, row: row, at: walk.offset(of: idColumn)) {
      "\(id) is the id of another row too, on \(first)"
    } remedy: {
      "Both rows are kept"
    }
  }
}

/// Where the columns of a file stand and what they mean: all that is needed to read one row back.
protocol RowLayout: Sendable {
  /// How many fields a record should have.
  var columnCount: Int { get }

  /// What the columns were taken for, in words.
  var words: String { get }

  /// Which of them play which parts, where that is not the format's own saying.
  var parts: [TableReport.Column] { get }

  /// The whole event of a record.
  func event(of record: TextRecord) -> Event

  /// The kind that a word of the file stands for.
  func kind(of word: String) -> String

  /// What is known of an actor that rows name; nil where it is the name alone.
  ///
  /// - Parameter note: what the schema put beside the name when it was new.
  func actor(_ name: String, note: String) -> Actor?

  /// The place that the fields of a note tell: name, latitude, longitude, how exact they are, and then what lies around, the innermost first.
  func place(_ note: [String]) -> PlaceAndAround?
}

extension RowLayout {
  var parts: [TableReport.Column] { [] }
  func kind(of word: String) -> String { word }
  func actor(_ name: String, note: String) -> Actor? { nil }
  func place(_ note: [String]) -> PlaceAndAround? { nil }
}

/// A record as texts, for one event that somebody looks at.
///
/// What a field means, be it an id, a day, a number or a name, is read from the whole of it, as the columns of a store are. Of what is only shown and read
/// there is a part where it is too long; the rest stays in the file.
struct TextRecord {
  let fields: [String]
  let location: SourceLocation
  /// The names of the problems that reading found in it.
  let oddities: [String]
  /// How many bytes of a text are shown.
  let shownBytes: Int

  /// A field's text; empty where there is none.
  subscript(column: Int) -> String { fields.indices.contains(column) ? fields[column] : "" }

  /// As much of a text as is shown.
  func shown(_ text: String) -> String {
    guard text.utf8.count > shownBytes else { return text }
    return String(decoding: text.utf8.prefix(shownBytes), as: UTF8.self) + "…"
  }

  /// Every column under its own name, then fields that have none, then what is odd about the row.
  ///
  /// - Parameter meaning: what a column's code means; nil for what is no code.
  func extra(named names: [String], meaning: (_ column: Int, _ value: String) -> String? = { _, _ in nil }) -> [ExtraField] {
    var extra: [ExtraField] = []
    extra.reserveCapacity(names.count + 8)
    for (column, name) in names.enumerated() {
      extra.append(ExtraField(name: name, value: shown(self[column])))
      if let words = meaning(column, self[column]) { extra.append(ExtraField(name: "\(name) means", value: words)) }
    }
    for column in fields.indices.dropFirst(names.count) { extra.append(ExtraField(name: "column \(column + 1)", value: shown(fields[column]))) }
    for code in oddities { extra.append(ExtraField(name: RowReports.field, value: code)) }
    return extra
  }
}
