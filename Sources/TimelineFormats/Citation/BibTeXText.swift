import EDTF

/// The pieces of a BibTeX file.
enum BibTeXText {
  /// An entry with its fields, a line each.
  static func entry(_ type: String, key: String, _ fields: [(name: String, value: String)]) -> String {
    let safe = String(key.unicodeScalars.map { isKeyScalar($0) ? Character($0) : "-" })
    return "@\(type){\(safe),\n" + fields.map { "  \($0.name) = {\($0.value)},\n" }.joined() + "}\n"
  }

  private static func isKeyScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_:.".unicodeScalars.contains(scalar))
  }

  /// Text with everything that TeX gives a meaning escaped.
  ///
  ///     BibTeXText.escaped("50% of {all}")   // "50\% of \{all\}"
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "#", "$", "%", "&", "_", "{", "}": result.unicodeScalars.append(contentsOf: ["\\", scalar])
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "\n", "\r", "\t": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An address: only what would end the field is taken out.
  static func url(_ text: String) -> String {
    String(text.unicodeScalars.map { $0 == "{" ? "%7B" : $0 == "}" ? "%7D" : $0 == "\\" ? "%5C" : $0.value <= 0x20 ? "%20" : String($0) }.joined())
  }

  /// `year`, and `month` where one is known, of the earliest day; what is less exact goes into `date` as it was written.
  static func dateFields(_ date: EDTFDate?) -> [(name: String, value: String)] {
    guard let date else { return [] }
    var fields = [(name: "date", value: escaped(date.text))]
    if let first = date.earliest, let last = date.latest, first.year == last.year {
      fields.append(("year", String(first.year)))
      if first.month == last.month { fields.append(("month", String(first.month))) }
    }
    return fields
  }
}
