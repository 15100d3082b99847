/// Spells letter after letter in ASCII, minding what stood before: Armenian writes three sounds that way.
///
/// | letter | at the start of a word | elsewhere |
/// |---|---|---|
/// | ե | ye: Երևան is Yerevan | e |
/// | ո | vo: Ոսկեպար is Voskepar | o |
/// | ու | u | u: Շուշի is Shushi |
///
/// Source: BGN/PCGN romanisation of Armenian (1981).
struct ASCIISpelling {
  private var previous: Unicode.Scalar?
  /// The ASCII letters that the last ո became.
  private var lettersOfVo = 0

  /// The ASCII letters of the next character, and how many of the letters before it they replace.
  mutating func next(_ scalar: Unicode.Scalar) -> (letters: String, replaced: Int) {
    defer { previous = scalar }
    let startsWord = !(previous.map(ASCIISpelling.isArmenianLetter) ?? false)
    let before = lettersOfVo
    lettersOfVo = 0
    switch scalar {
    case "ե" where startsWord: return ("ye", 0)
    case "Ե" where startsWord: return ("Ye", 0)
    case "ո" where startsWord, "Ո" where startsWord:
      lettersOfVo = 2
      return (scalar == "Ո" ? "Vo" : "vo", 0)
    case "ո", "Ո":
      lettersOfVo = 1
      return (scalar == "Ո" ? "O" : "o", 0)
    case "ւ" where before > 0, "Ւ" where before > 0: return (previous == "Ո" ? "U" : "u", before)
    default: return (ASCIITwin.of(scalar), 0)
    }
  }

  private static func isArmenianLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x531...0x556).contains(scalar.value) || (0x561...0x587).contains(scalar.value)
  }
}
