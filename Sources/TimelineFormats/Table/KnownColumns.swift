import TimelineModel

/// A column that the codebook of a published data set names. The raw value is its name in the header.
protocol KnownColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable where AllCases == [Self] {
  /// What an event cannot be told without: a header that has these is one of this data set.
  static var needed: [Self] { get }

  /// What a file of today has, so that its lack is worth a word.
  static var expected: [Self] { get }

  /// Those that a filter may name: words and codes that many rows share. What is told by other fields of the filter language (days, figures, actors, sources,
  /// places) or is different in every row is not among them.
  static var filtered: [Self] { get }

  /// Names that older versions used for the same thing.
  var formerNames: [String] { get }

  /// Whether the value is a list between semicolons.
  var isList: Bool { get }
}

extension KnownColumn {
  static var expected: [Self] { allCases }
  var formerNames: [String] { [] }
  var isList: Bool { false }

  fileprivate func position(in header: CSVHeader) -> Int? { header.column(any: [rawValue] + formerNames) }
}

/// Where the columns of a codebook stand in a file.
struct KnownColumns<Column: KnownColumn>: Sendable {
  let header: CSVHeader
  private let positions: [Column: Int]
  /// By position, which column stands there; nil for one that the codebook does not have.
  private let columns: [Column?]

  init(_ header: CSVHeader) {
    self.header = header
    var positions: [Column: Int] = [:]
    var columns = [Column?](repeating: nil, count: header.names.count)
    for column in Column.allCases {
      guard let position = column.position(in: header) else { continue }
      positions[column] = position
      columns[position] = column
    }
    self.positions = positions
    self.columns = columns
  }

  /// Whether a header is one of this data set.
  static func fit(_ header: CSVHeader) -> Bool { Column.needed.allSatisfy { $0.position(in: header) != nil } }

  /// Where a column stands; -1, which holds nothing, where the file has none.
  subscript(column: Column) -> Int { positions[column] ?? -1 }

  /// The column that stands at a position; nil for one that the codebook does not have.
  subscript(at position: Int) -> Column? { columns.indices.contains(position) ? columns[position] : nil }

  /// What a file of today would have and this one has not.
  var missing: [Column] { Column.expected.filter { positions[$0] == nil } }

  /// Where the columns stand that the codebook does not have.
  var unknown: [Int] { columns.indices.filter { columns[$0] == nil } }

  /// Makes columns of the store for what a filter may name, and says where their values stand in a record.
  func addFiltered(to filler: inout RowFiller) -> [(position: Int, column: RowFiller.ExtraColumn)] {
    var filtered: [(position: Int, column: RowFiller.ExtraColumn)] = []
    for column in Column.filtered {
      guard let position = positions[column] else { continue }
      filtered.append((position, filler.addColumn(header.names[position], isList: column.isList)))
    }
    return filtered
  }

  /// Says which columns a file lacks and which it has beside those of the codebook.
  ///
  /// - Parameters:
  ///   - dataset: as `GED`.
  ///   - reason: why a file may lack some.
  ///   - walk: stands on the header.
  func report(of dataset: String, whyMissing reason: String, to filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let missing = missing.map(\.rawValue)
    if !missing.isEmpty {
      filler.report(
        .warning, "missing-columns", in: walk, at: walk.start, "The file has no column \(missing.joined(separator: ", "))", remedy: reason, marksRow: false)
    }
    for position in unknown {
      let name = header.names[position]
      let question = Suggestion.nearest(to: name, in: missing).map { "Was \($0) meant? " } ?? ""
      filler.report(
        .warning, "unknown-column", in: walk, at: walk.offset(of: position), "\(dataset) has no column \(name)",
        remedy: question + "It is shown under its own name", marksRow: false)
    }
  }
}
