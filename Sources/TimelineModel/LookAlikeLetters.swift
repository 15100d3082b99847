/// Letters that are drawn as Latin ones: of the scripts in which the names of states, people and places are written, and those that exist only for their looks.
///
/// Only such as nobody can tell apart in the fonts of terminals are here; `1` and `l`, `0` and `O` can be told there. I, l and | cannot.
///
/// Source: `confusables.txt` of Unicode Technical Standard 39.
enum LookAlikeLetters {
  /// The letter that one is drawn as; itself where it has no twin.
  static func twin(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x49, 0x7C: "l"
    case ..<0x80: scalar
    // Full width: ! to ~.
    case 0xFF01...0xFF5E: twin(of: Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)))
    // Mathematical: A to Z and a to z, thirteen times, in other styles.
    case 0x1D400...0x1D6A3: latin((scalar.value - 0x1D400) % 52)
    default: twins[scalar] ?? scalar
    }
  }

  private static func latin(_ number: UInt32) -> Unicode.Scalar {
    twin(of: Unicode.Scalar(UInt8(truncatingIfNeeded: number < 26 ? 0x41 + number : 0x61 + number - 26)))
  }

  /// What is drawn as each Latin letter. The capital I stands with the small l.
  private static let drawnAs: KeyValuePairs<Unicode.Scalar, String> = [
    "A": "\u{0410}\u{0391}", "B": "\u{0412}\u{0392}", "C": "\u{0421}\u{03F9}", "E": "\u{0415}\u{0395}", "F": "\u{03DC}",
    "G": "\u{050C}", "H": "\u{041D}\u{0397}", "J": "\u{0408}\u{037F}", "K": "\u{041A}\u{039A}\u{212A}", "L": "\u{053C}",
    "M": "\u{041C}\u{039C}\u{03FA}", "N": "\u{039D}", "O": "\u{041E}\u{039F}\u{0555}", "P": "\u{0420}\u{03A1}",
    "Q": "\u{051A}", "S": "\u{0405}\u{054F}", "T": "\u{0422}\u{03A4}", "U": "\u{054D}", "V": "\u{0474}",
    "W": "\u{051C}", "X": "\u{0425}\u{03A7}", "Y": "\u{04AE}\u{03A5}", "Z": "\u{0396}", "a": "\u{0430}\u{0251}",
    "b": "\u{042C}", "c": "\u{0441}\u{03F2}", "d": "\u{0501}", "e": "\u{0435}", "g": "\u{0261}\u{0581}",
    "h": "\u{04BB}\u{0570}", "i": "\u{0456}\u{0269}\u{03B9}", "j": "\u{0458}\u{03F3}\u{0575}",
    "l": "\u{0406}\u{0399}\u{04C0}\u{04CF}", "n": "\u{0578}", "o": "\u{043E}\u{03BF}\u{0585}", "p": "\u{0440}\u{03C1}",
    "q": "\u{051B}\u{0566}", "r": "\u{0433}", "s": "\u{0455}", "u": "\u{057D}\u{03C5}", "v": "\u{0475}\u{03BD}",
    "w": "\u{051D}", "x": "\u{0445}", "y": "\u{0443}\u{04AF}\u{03B3}", "-": "\u{2010}\u{2011}\u{2012}\u{2212}",
    "'": "\u{2019}\u{02BC}\u{02B9}\u{2032}",
  ]

  private static let twins: [Unicode.Scalar: Unicode.Scalar] = drawnAs.reduce(into: [:]) { twins, letter in
    for scalar in letter.value.unicodeScalars { twins[scalar] = letter.key }
  }
}
