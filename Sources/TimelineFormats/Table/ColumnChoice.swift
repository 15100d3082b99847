import TimelineModel

/// Which columns of a plain table play which parts, where somebody says so.
///
///     try ColumnChoice("date=Datum,title=Was, wer").parts.map(\.column)   // ["Datum", "Was, wer"]
package struct ColumnChoice: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    let role: ColumnRole
    package let column: String
  }

  /// Why it is no choice, in a sentence without its full stop.
  package struct Refusal: Error, Hashable {
    package let words: String
  }

  package private(set) var parts: [Part] = []

  /// Reads `role=column,role=column`; a comma behind which there is no other role belongs to the column's name.
  package init(_ text: String) throws(Refusal) {
    var pieces: [String] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      if piece.contains("=") || pieces.isEmpty { pieces.append(piece) } else { pieces[pieces.count - 1] += "," + piece }
    }
    for piece in pieces {
      let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { ByteText.trimmed(String($0)) }
      guard halves.count == 2, let word = halves.first, let column = halves.last, !column.isEmpty else {
        throw Refusal(words: "“\(piece)” is no part and its column; write them as in date=Datum,title=Ereignis")
      }
      guard let role = ColumnRole.named(word) else {
        let nearest = Suggestion.nearest(to: word, in: ColumnRole.allCases.map(\.rawValue)).map { "; did you mean \($0)?" } ?? ""
        throw Refusal(words: "a column cannot be \(word); it can be \(ColumnRole.allCases.map(\.rawValue).joined(separator: ", "))\(nearest)")
      }
      guard !parts.contains(where: { $0.role == role }) else { throw Refusal(words: "\(role.rawValue) is given two columns") }
      parts.append(Part(role: role, column: column))
    }
  }

  /// What is wrong with it for a file: the first column that its header does not have.
  package func refusal(for header: [String]) -> Refusal? {
    let names = CSVHeader(header)
    guard let missing = parts.first(where: { names.column($0.column) == nil })?.column else { return nil }
    let known = header.filter { !$0.isEmpty }
    let nearest = Suggestion.nearest(to: missing, in: known).map { "; did you mean \($0)?" } ?? "."
    return Refusal(words: "there is no column \(missing)\(nearest) The columns are \(known.prefix(20).joined(separator: ", "))\(known.count > 20 ? " …" : "")")
  }

  // MARK: Kept

  /// A line for each part: its name, a tab, and the column with `\` before what would end it.
  package var kept: String {
    parts.map { part in
      let column = part.column.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\r", with: "\\r")
      return "\(part.role.rawValue)\t\(column)\n"
    }.joined()
  }

  /// What was kept; lines that cannot be understood are passed over. Nil where there is nothing.
  package init?(kept: String) {
    for line in kept.split(separator: "\n") {
      let halves = line.split(separator: "\t", maxSplits: 1)
      guard halves.count == 2, let word = halves.first, let column = halves.last, let role = ColumnRole.named(String(word)) else { continue }
      if !parts.contains(where: { $0.role == role }) { parts.append(Part(role: role, column: Self.unescaped(column))) }
    }
    if parts.isEmpty { return nil }
  }

  private static func unescaped(_ text: Substring) -> String {
    var (result, isEscaped) = ("", false)
    for character in text {
      if isEscaped {
        result.append(character == "n" ? "\n" : character == "r" ? "\r" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}

/// Why a column is taken for what it is.
package enum ColumnReason: String, Hashable, Sendable, CaseIterable {
  /// Somebody says so now.
  case map
  /// Somebody said so of a file with the same header.
  case remembered
  /// Its heading says so.
  case name

  var words: String {
    switch self {
    case .map: "by --map"
    case .remembered: "remembered"
    case .name: "by name"
    }
  }
}

extension Format {
  /// Opens a table with any header, some of whose columns somebody has chosen.
  ///
  /// - Parameter choose: asked with the header for a choice and why it is made; nil leaves all to the headings.
  package static func openTable(
    _ file: TableBytes, name: String, limits: ReadingLimits = .standard, choosing choose: ([String]) -> (ColumnChoice, ColumnReason)?
  ) -> RowReader {
    TableFormat.open(file, name: name, limits: limits, ledger: IDLedger(), choosing: choose)
  }
}
