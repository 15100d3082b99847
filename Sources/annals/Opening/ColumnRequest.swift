import TimelineFormats

/// What a command was told of the columns of plain tables: `--map`.
enum ColumnRequest: Hashable, Sendable {
  /// Nothing: what was said of a file with the same header holds.
  case remembered
  case choice(ColumnChoice)
  /// What was said of these headers is to be forgotten.
  case forget

  /// - Throws: words for a usage failure.
  init(_ texts: [String]) throws(ColumnChoice.Refusal) {
    if texts.isEmpty {
      self = .remembered
    } else if texts == ["none"] {
      self = .forget
    } else {
      self = .choice(try ColumnChoice(texts.joined(separator: ",")))
    }
  }
}
