import Terminal

/// How the list shows that the reader has written something on an event: a glyph and its ASCII twin.
enum MarginGlyph: CaseIterable {
  case note, bookmark

  func text(ascii: Bool) -> String {
    switch self {
    case .note: ascii ? "\"" : "◦"
    case .bookmark: ascii ? "*" : "•"
    }
  }

  /// What it says, for the help.
  var meaning: String {
    switch self {
    case .note: "You have written a note on this event"
    case .bookmark: "You have bookmarked this event"
    }
  }
}
