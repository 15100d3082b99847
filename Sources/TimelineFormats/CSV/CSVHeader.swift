import TimelineModel

/// The names in the first record of a file, and where each stands.
struct CSVHeader: Hashable, Sendable {
  /// As the file writes them; blanks around a name are left out.
  let names: [String]
  /// By the name in small letters; of two with the same name the first.
  private let columns: [String: Int]
  /// The columns whose name stood before.
  let repeated: [Int]

  init(_ names: [String]) {
    let trimmed = names.map(ByteText.trimmed)
    self.names = trimmed
    var columns: [String: Int] = [:]
    var repeated: [Int] = []
    for (column, name) in trimmed.enumerated() where !name.isEmpty {
      if columns[name.lowercased()] == nil { columns[name.lowercased()] = column } else { repeated.append(column) }
    }
    self.columns = columns
    self.repeated = repeated
  }

  /// The names in the record where a walk stands.
  init(_ walk: borrowing CSVWalk) { self.init((0..<walk.count).map { String(decoding: walk[$0], as: UTF8.self) }) }

  /// Where a column stands, capitals or not; nil when there is none of that name.
  func column(_ name: String) -> Int? { columns[name.lowercased()] }

  /// The first of several names that the header has.
  func column(any names: [String]) -> Int? { names.lazy.compactMap { column($0) }.first }

  func has(_ names: String...) -> Bool { names.allSatisfy { column($0) != nil } }

  /// Reports names that occur twice.
  func report(to filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    for column in repeated {
      filler.report(
        .warning, "repeated-column", in: walk, at: walk.offset(of: column), "A second column is called \(names[column])",
        remedy: "Both are kept; the first one is taken for its meaning", marksRow: false)
    }
  }
}
