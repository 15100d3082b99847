/// What a name looks like, so that two names that a reader cannot tell apart are noticed.
///
///     NameShape.of("\u{0410}rmenia\u{200B}")                       // "Armenia", which was written with a Cyrillic А and a space without width
///     NameShape.difference("\u{0410}rmenia", "Armenia")            // "U+0410 for U+0041"
///
/// Letters that are drawn as others become these (``LookAlikeLetters``), what draws nothing is left out, and blanks of any sort and number are one blank.
/// Names of the same letters in other capitals are told apart at a glance, and so they have other shapes.
///
/// Source: Unicode Technical Standard 39, «Confusable Detection».
package enum NameShape {
  /// - Complexity: O(length); nothing is copied of a name that is its own shape, as nearly all in ASCII are.
  package static func of(_ name: String) -> String {
    if isPlain(name) { return name }
    var shape = String.UnicodeScalarView()
    var isAfterBlank = true
    for scalar in name.unicodeScalars where !drawsNothing(scalar) {
      let isBlank = scalar.properties.isWhitespace
      if isBlank {
        if !isAfterBlank { shape.append(" ") }
      } else {
        shape.append(LookAlikeLetters.twin(of: scalar))
      }
      isAfterBlank = isBlank
    }
    if isAfterBlank, !shape.isEmpty { shape.removeLast() }
    return String(shape)
  }

  /// Where two names of one shape first differ, in words; empty where they are the same text, however their accents are composed.
  package static func difference(_ name: String, _ other: String) -> String {
    guard name != other else { return "" }
    var (one, two) = (name.unicodeScalars[...], other.unicodeScalars[...])
    while let first = one.first, first == two.first { (one, two) = (one.dropFirst(), two.dropFirst()) }
    let (here, there) = (one.first, two.first)
    if let here, let there, drawsNothing(here) == drawsNothing(there) { return "\(code(here)) for \(code(there))" }
    if let here, there == nil || drawsNothing(here) { return "\(code(here)) added" }
    return there.map { "\(code($0)) missing" } ?? ""
  }

  /// Whether a name is its own shape at first sight: ASCII without the letters that have twins in it, blanks standing alone between words.
  private static func isPlain(_ name: String) -> Bool {
    var former = UInt8(ascii: " ")
    for byte in name.utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "I"), byte != UInt8(ascii: "|"), byte != 0x20 || former != 0x20 else { return false }
      former = byte
    }
    return former != 0x20
  }

  private static func drawsNothing(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint || scalar.value < 0x20 && !scalar.properties.isWhitespace
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
