import TimelineModel

/// The words that a title does not use, ready to be looked for: whole words or phrases, capitals or not.
///
///     PartyWords([Name(language: "en", text: "regime")]).first(in: "Talks with the Regime fail")   // ("Regime", offset 15)
struct PartyWords {
  private var singles: Set<String> = []
  /// Phrases of several words, by their first.
  private var phrases: [String: [[String]]] = [:]

  init(_ names: [Name]) {
    for name in names {
      let words = Self.words(of: name.text).map(\.folded)
      guard let first = words.first else { continue }
      if words.count == 1 { singles.insert(first) } else { phrases[first, default: []].append(words) }
    }
  }

  var isEmpty: Bool { singles.isEmpty && phrases.isEmpty }

  /// The first such word or phrase as the text writes it, and where it begins in bytes.
  func first(in text: String) -> (words: Substring, offset: Int)? {
    let words = Self.words(of: text)
    for (index, word) in words.enumerated() {
      if singles.contains(word.folded) { return (word.text, word.offset) }
      for phrase in phrases[word.folded] ?? [] where words[index...].prefix(phrase.count).map(\.folded) == phrase {
        return (text[word.text.startIndex..<words[index + phrase.count - 1].text.endIndex], word.offset)
      }
    }
    return nil
  }

  private struct Word {
    var text: Substring
    var folded: String
    var offset: Int
  }

  /// The runs of letters and digits; a hyphen inside belongs to its word, as in anti-terrorist.
  private static func words(of text: String) -> [Word] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map { piece in
      Word(text: piece, folded: piece.lowercased(), offset: text.utf8.distance(from: text.startIndex, to: piece.startIndex))
    }
  }
}
