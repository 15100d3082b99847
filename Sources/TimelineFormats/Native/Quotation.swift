/// What stands between quotation marks in a text: somebody else's words, reported as they were worded.
///
///     // A resolution spoke of the “occupied” districts.
///     Quotation.contains(29..<37, in: bytes, 0..<bytes.count)      // true
enum Quotation {
  /// Whether a piece of a text lies inside quotation marks that are opened before and closed behind it, in the same paragraph.
  ///
  /// Whose words they are is the sentence's to say, and the reviewer's to see. Straight single quotes are not taken for marks, since they are apostrophes.
  static func contains(_ piece: Range<Int>, in bytes: [UInt8], _ text: Range<Int>) -> Bool {
    var closers = ""
    var former: Character = " "
    for character in String(decoding: bytes[text.lowerBound..<piece.lowerBound], as: UTF8.self) {
      if character.isNewline {
        closers = ""
      } else if closers.isEmpty {
        // ’ and » behind a letter close nothing here and open nothing: ministers’, l’exode.
        closers = former.isLetter ? "" : Self.closers(of: character)
      } else if closers.contains(character) {
        closers = ""
      }
      former = character
    }
    guard !closers.isEmpty else { return false }
    for character in String(decoding: bytes[piece.upperBound..<text.upperBound], as: UTF8.self) {
      if character.isNewline { return false }
      if closers.contains(character) { return true }
    }
    return false
  }

  /// The marks that close what this one opens, by the customs of several languages; none when it opens nothing.
  private static func closers(of opener: Character) -> String {
    switch opener {
    case "\"": "\""
    case "“": "”"
    case "„": "“”"
    case "«": "»"
    case "»": "«"
    case "‘": "’"
    case "‚": "‘’"
    case "‹": "›"
    default: ""
    }
  }
}
