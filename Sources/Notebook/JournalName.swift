/// Under which name the journal of a timeline is kept, or what else belongs to one.
package enum JournalName {
  private static let mostLetters = 40

  /// Words that a person recognises, and a hash of what the timeline is told by.
  ///
  ///     JournalName.name(forKey: "timeline:nagorno-karabakh", label: "nagorno-karabakh")   // "nagorno-karabakh-f3b1….journal"
  ///
  /// - Parameters:
  ///   - key: the timeline's own id, or the paths of the files that were opened; of whatever length.
  ///   - label: its id or the file's name; all but ASCII letters and digits become hyphens.
  ///   - ending: what the name ends in.
  package static func name(forKey key: String, label: String, ending: String = ".journal") -> String {
    var letters: [UInt8] = []
    for byte in label.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letters.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
      default: if let last = letters.last, last != UInt8(ascii: "-") { letters.append(UInt8(ascii: "-")) }
      }
    }
    let words = String(decoding: letters.prefix(mostLetters), as: UTF8.self)
    let hash = String(fnv1a(key.utf8), radix: 16)
    return (words.isEmpty || words.hasSuffix("-") ? words : words + "-") + String(repeating: "0", count: 16 - hash.utf8.count) + hash + ending
  }

  /// FNV-1a, 64 bits.
  private static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
