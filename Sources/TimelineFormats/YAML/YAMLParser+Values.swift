extension YAMLParser {
  /// Reads a value that begins at `start` and, but for block texts, ends on this line.
  mutating func readInlineValue(_ start: Int) {
    var start = start
    while start < lineEnd {
      switch bytes[start] {
      case UInt8(ascii: "|"), UInt8(ascii: ">"): return readBlockScalar(start)
      case UInt8(ascii: "["), UInt8(ascii: "{"): return readFlow(start)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = readQuoted(start) else { return }
        return expectEnd(after: end, of: "quoted text", code: "text-after-quote")
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        // The decoration goes, and what it decorates is read.
        reportDecoration(start)
        while start < lineEnd, bytes[start] != UInt8(ascii: " ") { start += 1 }
        start = skipSpaces(start)
        if isEnd(start) { return }
      default: return readPlain(start)
      }
    }
  }

  private mutating func reportDecoration(_ start: Int) {
    if bytes[start] == UInt8(ascii: "&") {
      report(
        start, "anchor", "Anchors are not part of the format",
        remedy: "Remove it and write the value out wherever it is needed; quote a value that begins with &")
    } else {
      report(start, "tag", "Tags are not part of the format; every value is text", remedy: "Remove it; quote a value that begins with !")
    }
  }

  // MARK: Plain

  private mutating func readPlain(_ start: Int) {
    // Locals, so that the loop keeps them in registers.
    let (bytes, lineEnd) = (bytes, lineEnd)
    var index = start
    var colon: Int?
    while index < lineEnd {
      let byte = bytes[index]
      if byte <= UInt8(ascii: ":") {
        if byte == UInt8(ascii: "#"), index > start, bytes[index - 1] == UInt8(ascii: " ") || bytes[index - 1] == UInt8(ascii: "\t") { break }
        if byte == UInt8(ascii: ":"), colon == nil, isKeyColon(index) { colon = index }
      }
      index += 1
    }
    checkPlainStart(start, end: index)
    if let colon {
      report(colon, "colon-in-text", "A colon and a space in unquoted text begin a value of their own", remedy: "Put the whole text in single quotes")
    }
    appendPlain(start, index)
  }

  /// Reports unquoted text that begins with a character to which YAML gives a meaning.
  mutating func checkPlainStart(_ start: Int, end: Int) {
    switch bytes[start] {
    case UInt8(ascii: "*"):
      report(start, "alias", "Aliases are not part of the format", remedy: "Write the value out; quote a text that begins with *")
    case UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "?"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "&"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"):
      let character = Character(Unicode.Scalar(bytes[start]))
      report(start, "quote-needed", "Unquoted text does not begin with \(character)", remedy: "Put it in quotes")
    case UInt8(ascii: ":") where start + 1 >= end || bytes[start + 1] == UInt8(ascii: " "):
      report(start, "quote-needed", "A colon stands here without a key", remedy: "Write the key before it, or put the text in quotes")
    default: return
    }
  }

  // MARK: Quoted

  /// Where the text behind a closing quote begins, or nil when the quote is not closed on this line.
  func quoteEnd(from start: Int) -> Int? {
    let quote = bytes[start]
    var index = start + 1
    while index < lineEnd {
      if bytes[index] == quote {
        guard quote == UInt8(ascii: "'"), index + 1 < lineEnd, bytes[index + 1] == quote else { return index + 1 }
        index += 1
      } else if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// Reads a quoted scalar; nil, with a report, when it is not closed on its line.
  mutating func readQuoted(_ start: Int) -> Int? {
    let isSingle = bytes[start] == UInt8(ascii: "'")
    let style: YAMLTree.Style = isSingle ? .single : .double
    guard let end = quoteEnd(from: start) else {
      report(
        start, "unterminated-quote", "The quote that opens on line \(line) is not closed on it",
        remedy: "Close it there; a text of several lines stands below `>` without quotes")
      append(.scalar, style, offset: start, text: start + 1, lineEnd)
      if let indent = stack.last?.indent { passOver(deeperThan: indent) }
      return nil
    }
    let escape = isSingle ? UInt8(ascii: "'") : UInt8(ascii: "\\")
    var index = start + 1
    while index < end - 1, bytes[index] != escape { index += 1 }
    guard index < end - 1 else {
      append(.scalar, style, offset: start, text: start + 1, end - 1)
      return end
    }
    let first = decoded.count
    decoded.append(contentsOf: bytes[(start + 1)..<index])
    while index < end - 1 {
      if bytes[index] != escape {
        decoded.append(bytes[index])
        index += 1
      } else if isSingle {
        decoded.append(escape)
        index += 2
      } else {
        index = readEscape(index, before: end - 1)
      }
    }
    append(.scalar, style, isDecoded: true, offset: start, text: first, decoded.count)
    return end
  }

  /// Decodes the escape at a backslash and returns what follows it.
  private mutating func readEscape(_ start: Int, before end: Int) -> Int {
    let letter = start + 1 < end ? bytes[start + 1] : 0
    let digits: Int
    switch letter {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default:
      guard let scalar = Self.escapes[letter] else {
        report(
          start, "bad-escape", "Nothing is known by the escape \\\(String(decoding: [letter], as: UTF8.self))",
          remedy: "Write \\\\ for a backslash, or use single quotes")
        decoded.append(bytes[start])
        return start + 1
      }
      decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      return start + 2
    }
    var value: UInt32 = 0
    var index = start + 2
    while index < start + 2 + digits {
      guard index < end, let digit = Self.hexDigit(bytes[index]) else {
        report(start, "bad-escape", "\(digits) hexadecimal digits follow this escape", remedy: "Write them all, with zeros in front")
        return index
      }
      value = value << 4 | digit
      index += 1
    }
    if let scalar = Unicode.Scalar(value) {
      decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    } else {
      report(start, "bad-escape", "There is no character with this number", remedy: "Write the character itself")
      decoded.append(contentsOf: UTF8.encodedReplacementCharacter)
    }
    return index
  }

  /// YAML's escapes of one letter (YAML 1.2.2, 5.7).
  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "t"): "\t", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "v"): "\u{B}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}", UInt8(ascii: " "): " ",
    UInt8(ascii: "\""): "\"", UInt8(ascii: "/"): "/", UInt8(ascii: "\\"): "\\", UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}",
    UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}", UInt8(ascii: "\t"): "\t",
  ]

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// Reports whatever follows a value that has ended before its line.
  mutating func expectEnd(after end: Int, of what: String, code: String) {
    let next = skipSpaces(end)
    if next >= lineEnd || (bytes[next] == UInt8(ascii: "#") && next > end) || isBlank(from: next) { return }
    report(
      next, code, "Text follows the end of the \(what)", remedy: "Remove it, or write ` #` before a comment; inside single quotes a quote is written twice")
  }
}
