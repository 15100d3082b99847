/// The grammar of the filter language, and how values are written in it.
///
/// ```
/// filter   = [ clause *( space clause ) ]
/// clause   = [ "-" ] [ "sure:" ] ( field sign values / values )
/// field    = letter *( letter / digit / "_" / "-" / "." )
/// sign     = ":" / ":=" / ">" / ">=" / "<" / "<="
/// values   = value *( "," value )
/// value    = quoted / set / bare
/// quoted   = DQUOTE *( any but DQUOTE and "\" / "\" any ) DQUOTE
/// set      = "[" *any "]" / "{" *any "}"       an EDTF set, after a sign only
/// bare     = 1*( any but space and "," )
/// ```
enum FilterGrammar {
  static func written(_ value: Filter.Value, isWord: Bool) -> String {
    switch value {
    case .text(let text): needsQuotes(text, isWord: isWord) ? quoted(text) : text
    case .number(let number): String(number)
    case .range(let from, let through): (from.map(String.init) ?? "") + ".." + (through.map(String.init) ?? "")
    case .date(let date): isWholeSet(date.text) || !needsQuotes(date.text, isWord: false) ? date.text : quoted(date.text)
    }
  }

  private static func needsQuotes(_ text: String, isWord: Bool) -> Bool {
    guard let first = text.utf8.first else { return true }
    if text.utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) { return true }
    if isWord { return first == UInt8(ascii: "-") || text.utf8.contains { ":<>".utf8.contains($0) } }
    return "=[{".utf8.contains(first)
  }

  /// Whether the scanner reads it as one set.
  private static func isWholeSet(_ text: String) -> Bool {
    guard let first = text.utf8.first, let close = closing(first) else { return false }
    return text.utf8.firstIndex(of: close) == text.utf8.index(text.utf8.endIndex, offsetBy: -1)
  }

  /// The bracket that ends a set.
  static func closing(_ open: UInt8) -> UInt8? {
    switch open {
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    default: nil
    }
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// How a column's own name is typed as a field: what no field name may contain becomes `_`.
  static func fieldName(_ column: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in column.unicodeScalars {
      let isPlain = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-" || scalar == "."
      name.append(isPlain ? scalar : "_")
    }
    return String(name)
  }

  static func isFieldByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }
}
