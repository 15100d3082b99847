import TimelineModel

/// The words that a title does not use, ready to be looked for: whole words or phrases, capitals or not.
///
///     PartyWords([Name(language: "en", text: "regime")]).first(in: "Talks with the Regime fail")   // ("Regime", offset 15)
struct PartyWords {
  private var singles: Set<String> = []
  /// By the first byte of a word, the lengths in bytes (bit n; 63 for longer ones) of the words sought that begin with it: most words of a title are
  /// passed over by one look here. Capitals count as small letters; what is not ASCII is always looked up.
  private var lengths = [UInt64](repeating: 0, count: 256)
  /// Phrases of several words, by their first.
  private var phrases: [String: [[String]]] = [:]

  init(_ names: [Name]) {
    for name in names {
      let words = Self.words(of: name.text).map(\.folded)
      guard let first = words.first, let byte = first.utf8.first else { continue }
      lengths[Int(byte)] |= 1 << UInt64(min(first.utf8.count, 63))
      if words.count == 1 { singles.insert(first) } else { phrases[first, default: []].append(words) }
    }
  }

  var isEmpty: Bool { singles.isEmpty && phrases.isEmpty }

  /// The first such word or phrase as the text writes it, and where it begins in bytes.
  func first(in text: String) -> (words: Substring, offset: Int)? {
    guard Self.words(of: text, where: mayBegin).contains(where: { singles.contains($0.folded) || phrases[$0.folded] != nil }) else { return nil }
    let words = Self.words(of: text)
    for (index, word) in words.enumerated() {
      if singles.contains(word.folded) { return (word.text, word.offset) }
      for phrase in phrases[word.folded] ?? [] where words[index...].prefix(phrase.count).map(\.folded) == phrase {
        return (text[word.text.startIndex..<words[index + phrase.count - 1].text.endIndex], word.offset)
      }
    }
    return nil
  }

  /// Whether a word of the text, by its first byte and its length, may be one of those sought.
  private func mayBegin(_ word: Substring.UTF8View) -> Bool {
    guard let byte = word.first, byte < 0x80 else { return true }
    let small = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    return lengths[Int(small)] & 1 << UInt64(min(word.count, 63)) != 0
  }

  private struct Word {
    var text: Substring
    var folded: String
    var offset: Int
  }

  /// The runs of letters and digits; a hyphen inside belongs to its word, as in anti-terrorist.
  private static func words(of text: String, where isWanted: (Substring.UTF8View) -> Bool = { _ in true }) -> [Word] {
    var words: [Word] = []
    var start: String.UTF8View.Index?
    let bytes = text.utf8
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      // Beyond ASCII the scalar decides; its first byte stands for all of them.
      let isInWord = byte < 0x80 ? isWordByte(byte) : byte & 0xC0 == 0x80 ? start != nil : text.unicodeScalars[index].properties.isAlphabetic
      if isInWord {
        if start == nil { start = index }
      } else if let first = start {
        if isWanted(text[first..<index].utf8) { words.append(word(text[first..<index], in: text)) }
        start = nil
      }
      index = bytes.index(after: index)
    }
    if let start, isWanted(text[start...].utf8) { words.append(word(text[start...], in: text)) }
    return words
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func word(_ piece: Substring, in text: String) -> Word {
    Word(text: piece, folded: piece.lowercased(), offset: text.utf8.distance(from: text.startIndex, to: piece.startIndex))
  }
}
