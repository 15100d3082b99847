/// The text of a piece of HTML, as somebody would read it aloud: no tags, entities as characters.
package enum HTMLText {
  /// Tags are left out, the ends of paragraphs and `<br>` become line ends; a `<` that begins no tag stays.
  ///
  ///     HTMLText.plain("<p>Fish &amp; <b>chips</b></p>")    // "Fish & chips"
  package static func plain(_ html: String) -> String {
    var text: [UInt8] = []
    let bytes = Array(html.utf8)
    // Behind the last > no tag ends, so that a text of nothing but < is not run through once for each.
    let lastEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<") where index < lastEnd:
        guard let end = end(ofTagAt: index, in: bytes) else {
          text.append(bytes[index])
          index += 1
          continue
        }
        if isBreak(bytes[(index + 1)..<end]), !text.isEmpty { text.append(0x0A) }
        index = end + 1
      case UInt8(ascii: "&"):
        if let (scalar, length) = entity(at: index, in: bytes) {
          text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
          index += length
        } else {
          text.append(bytes[index])
          index += 1
        }
      default:
        text.append(bytes[index])
        index += 1
      }
    }
    while let last = text.last, last == 0x20 || last == 0x0A || last == 0x0D { text.removeLast() }
    return String(decoding: text.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }, as: UTF8.self)
  }

  /// Where the tag ends that begins here; nil when a letter, `/` or `!` does not follow, or nothing closes it.
  private static func end(ofTagAt start: Int, in bytes: [UInt8]) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    let next = bytes[start + 1] | 0x20
    guard next >= UInt8(ascii: "a") && next <= UInt8(ascii: "z") || bytes[start + 1] == UInt8(ascii: "/") || bytes[start + 1] == UInt8(ascii: "!") else {
      return nil
    }
    return bytes[start...].firstIndex(of: UInt8(ascii: ">"))
  }

  private static func isBreak(_ tag: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: tag.prefix { $0 != 0x20 }, as: UTF8.self).lowercased()
    return ["br", "br/", "/p", "/li", "/div", "/blockquote", "/h1", "/h2", "/h3"].contains(name)
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’",
    "ldquo": "“", "rdquo": "”",
  ]

  /// The character that `&amp;`, `&#8217;` or `&#x2019;` stands for, and how many bytes that takes.
  private static func entity(at start: Int, in bytes: [UInt8]) -> (Unicode.Scalar, Int)? {
    guard let end = bytes[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    let length = end - start + 1
    if let scalar = named[name] { return (scalar, length) }
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
    guard let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(number) else { return nil }
    return (scalar, length)
  }
}
