/// What stands for a character where the locale can show ASCII alone.
///
/// Letters keep their base (`Şuşa` is `Susa`), Cyrillic, Armenian and Georgian are spelt in Latin letters, lines and blocks become a ramp of ASCII
/// marks, braille plots their density. What has no twin is `?`; nothing beyond U+007E is ever returned.
enum ASCIITwin {
  /// - Complexity: O(1).
  static func of(_ scalar: Unicode.Scalar) -> String {
    let value = scalar.value
    switch value {
    case 0..<0x80: return String(scalar)
    case 0xC0..<0x250: return listed(scalar) ?? latin(LatinTwinTable.extended, value - 0xC0)
    case 0x1E00..<0x1F00: return listed(scalar) ?? latin(LatinTwinTable.additional, value - 0x1E00)
    case 0x410..<0x450: return cyrillic(value)
    case 0x531...0x556: return capitalised(armenian, value - 0x531)
    case 0x561...0x586: return letter(armenian, value - 0x561)
    case 0x10D0...0x10F0: return letter(georgian, value - 0x10D0)
    case 0x2000...0x200A, 0x202F, 0x205F, 0xA0, 0x3000: return " "
    case 0x2500..<0x2580: return boxLine(value)
    case 0x2581...0x2588: return ramp(value - 0x2580, of: 8)
    case 0x2589...0x258F: return ramp(0x2590 - value, of: 8)
    case 0x2800...0x28FF: return ramp(UInt32((value - 0x2800).nonzeroBitCount), of: 8)
    default: return listed(scalar) ?? "?"
    }
  }

  /// Eight steps from nothing to full: ` `, then `.`, `:`, `-`, `=`, `+`, `*`, `#` and `#`.
  private static func ramp(_ step: UInt32, of steps: UInt32) -> String {
    let marks: [String] = [" ", ".", ":", "-", "=", "+", "*", "#", "#"]
    let index = Int(min(step, steps))
    return marks.indices.contains(index) ? marks[index] : "#"
  }

  /// Box drawing: horizontal lines are `-`, vertical ones `|`, corners and crossings `+`.
  private static func boxLine(_ value: UInt32) -> String {
    switch value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2574, 0x2576, 0x2578, 0x257A, 0x257C, 0x257E: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577, 0x2579, 0x257B, 0x257D, 0x257F: "|"
    case 0x2550: "="
    case 0x2571: "/"
    case 0x2572: "\\"
    case 0x2573: "X"
    default: "+"
    }
  }

  private static func latin(_ table: StaticString, _ offset: UInt32) -> String {
    table.withUTF8Buffer { letters in
      let index = Int(offset)
      guard letters.indices.contains(index), letters[index] != UInt8(ascii: ".") else { return "?" }
      return String(Unicode.Scalar(letters[index]))
    }
  }

  private static func cyrillic(_ value: UInt32) -> String {
    value < 0x430 ? capitalised(russian, value - 0x410) : letter(russian, value - 0x430)
  }

  private static func letter(_ alphabet: [String], _ offset: UInt32) -> String {
    let index = Int(offset)
    return alphabet.indices.contains(index) ? alphabet[index] : "?"
  }

  private static func capitalised(_ alphabet: [String], _ offset: UInt32) -> String {
    let spelt = letter(alphabet, offset)
    return spelt.prefix(1).uppercased() + spelt.dropFirst()
  }

  private static func listed(_ scalar: Unicode.Scalar) -> String? { ASCIITwinTable.twins[scalar] }

  /// а to я. Source: BGN/PCGN romanisation of Russian, without marks.
  private static let russian = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "",
    "y", "", "e", "yu", "ya",
  ]

  /// ա to ֆ. Source: BGN/PCGN romanisation of Armenian, without apostrophes.
  private static let armenian = [
    "a", "b", "g", "d", "e", "z", "e", "y", "t", "zh", "i", "l", "kh", "ts", "k", "h", "dz", "gh", "ch", "m", "y", "n", "sh", "o", "ch", "p", "j",
    "rr", "s", "v", "t", "r", "ts", "v", "p", "k", "o", "f",
  ]

  /// ა to ჰ. Source: Georgian national system of romanisation (2002), without apostrophes.
  private static let georgian = [
    "a", "b", "g", "d", "e", "v", "z", "t", "i", "k", "l", "m", "n", "o", "p", "zh", "r", "s", "t", "u", "p", "k", "gh", "q", "sh", "ch", "ts",
    "dz", "ts", "ch", "kh", "j", "h",
  ]
}
