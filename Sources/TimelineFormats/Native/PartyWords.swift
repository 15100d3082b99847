import TimelineModel

/// The words that a timeline does not use in its own voice, ready to be looked for: whole words or phrases, capitals or not.
///
///     let words = PartyWords([Name(language: "en", text: "regime"), Name(language: "en", text: "ethnic cleansing")])
///     words.occurrences(in: Array("Talks with the Regime fail".utf8), 0..<26)   // [15..<21]
struct PartyWords {
  private var singles: Set<String> = []
  /// By the first two letters of a word, the lengths in bytes (bit n; 63 for longer ones) of the words sought that begin with them: nearly every other
  /// word of a text is passed over by one look here.
  private var lengths = [UInt64](repeating: 0, count: 1024)
  /// Phrases of several words, by their first.
  private var phrases: [String: [[String]]] = [:]

  init(_ names: [Name]) {
    for name in names {
      let bytes = Array(name.text.utf8)
      let words = bytes.withUnsafeBufferPointer { bytes in WordScanner(bytes, 0..<bytes.count).map { Self.folded(bytes, $0) } }
      guard let first = words.first else { continue }
      if let slot = Array(first.utf8).withUnsafeBufferPointer({ Self.slot($0, 0..<$0.count) }) {
        // Of İ, which takes two bytes, i is the small letter.
        for count in first.utf8.count...(first.utf8.count + first.utf8.count { $0 == UInt8(ascii: "i") }) { lengths[slot] |= 1 << UInt64(min(count, 63)) }
      }
      if words.count == 1 { singles.insert(first) } else { phrases[first, default: []].append(words) }
    }
  }

  var isEmpty: Bool { singles.isEmpty && phrases.isEmpty }

  /// Where such words or phrases stand in a text, in its order and without overlap.
  ///
  /// - Complexity: O(bytes); strings are made only of words that begin like one of those sought and are as long.
  func occurrences(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { occurrences(in: $0, range) }
  }

  private func occurrences(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var scanner = WordScanner(bytes, range)
    while let word = scanner.next() {
      if let slot = Self.slot(bytes, word), lengths[slot] & 1 << UInt64(min(word.count, 63)) == 0 { continue }
      let folded = Self.folded(bytes, word)
      var end = singles.contains(folded) ? word.upperBound : nil
      for phrase in phrases[folded] ?? [] {
        if let last = Self.end(of: phrase.dropFirst(), in: scanner) { end = max(end ?? 0, last) }
      }
      guard let end else { continue }
      found.append(word.lowerBound..<end)
      scanner = WordScanner(bytes, end..<range.upperBound)
    }
    return found
  }

  /// Where the lengths of the words stand that begin as this one; nil for one that must always be looked up, since it does not begin in ASCII.
  private static func slot(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Int? {
    let first = bytes[word.lowerBound]
    let second = word.count > 1 ? bytes[word.lowerBound + 1] : 0
    // Capital and small letters share their last five bits.
    return (first | second) < 0x80 ? Int(first & 0x1F) << 5 | Int(second & 0x1F) : nil
  }

  /// Where a phrase ends whose other words come next in the text; nil when they do not.
  private static func end(of rest: ArraySlice<String>, in scanner: WordScanner) -> Int? {
    var scanner = scanner
    var end: Int?
    for word in rest {
      guard let next = scanner.next(), folded(scanner.bytes, next) == word else { return nil }
      end = next.upperBound
    }
    return end
  }

  /// In small letters; İ becomes a plain i, as it is written in the languages that have it.
  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> String {
    let small = String(decoding: bytes[word], as: UTF8.self).lowercased()
    guard small.utf8.count > word.count else { return small }
    return String(String.UnicodeScalarView(small.unicodeScalars.filter { $0 != "\u{307}" }))
  }
}
