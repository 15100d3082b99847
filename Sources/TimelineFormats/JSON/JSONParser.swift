/// Reads JSON as RFC 8259 has it, and nothing else: no comments, no trailing commas, no single quotes, no numbers like `.5` or `01`.
///
///     try JSONParser.parse(Array(#"{"a": [1, 2]}"#.utf8))["a"]?.items.count     // 2
///
/// Keys that occur twice are both kept, positions are bytes from the start, and the depth is limited, so that a text of a million brackets is an error and
/// not the end of the stack.
package struct JSONParser {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private let limits: ReadingLimits

  /// Reads a text that holds one value.
  ///
  /// - Throws: ``JSONError`` at the first byte that does not belong.
  /// - Complexity: O(bytes).
  package static func parse(_ bytes: ArraySlice<UInt8>, limits: ReadingLimits = .standard) throws(JSONError) -> JSONNode {
    var parser = JSONParser(bytes, limits: limits)
    let node = try parser.value(depth: 0)
    parser.passBlanks()
    if parser.position < bytes.endIndex {
      throw parser.error("after-value", "Something stands behind the end of the value", remedy: "A JSON text holds one value")
    }
    return node
  }

  package static func parse(_ bytes: [UInt8], limits: ReadingLimits = .standard) throws(JSONError) -> JSONNode {
    try parse(bytes[...], limits: limits)
  }

  private init(_ bytes: ArraySlice<UInt8>, limits: ReadingLimits) {
    self.bytes = bytes
    position = bytes.startIndex
    self.limits = limits
  }

  private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private func error(_ code: String, _ what: String, remedy: String? = nil, at offset: Int? = nil) -> JSONError {
    JSONError(offset: offset ?? position, code: code, what: what, remedy: remedy)
  }

  private mutating func passBlanks() {
    while position < bytes.endIndex {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONNode {
    passBlanks()
    let start = position
    guard let byte = next else { throw error("json-ends", "The text ends where a value should stand", remedy: "It may have been cut off") }
    guard depth < limits.depth else { throw error("too-deep", "More than \(limits.depth) lists and objects stand inside one another here") }
    switch byte {
    case UInt8(ascii: "{"): return JSONNode(value: .object(try members(depth: depth)), offset: start)
    case UInt8(ascii: "["): return JSONNode(value: .list(try items(depth: depth)), offset: start)
    case UInt8(ascii: "\""): return JSONNode(value: .text(try string()), offset: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return JSONNode(value: .number(try number()), offset: start)
    default: return JSONNode(value: try word(), offset: start)
    }
  }

  private mutating func word() throws(JSONError) -> JSONNode.Value {
    for (word, value) in [("true", JSONNode.Value.bool(true)), ("false", .bool(false)), ("null", .null)] where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw error("no-value", "No value begins like this", remedy: "Texts stand in double quotes")
  }

  private mutating func members(depth: Int) throws(JSONError) -> [JSONNode.Member] {
    var members: [JSONNode.Member] = []
    position += 1
    passBlanks()
    if next == UInt8(ascii: "}") {
      position += 1
      return members
    }
    while true {
      passBlanks()
      let start = position
      guard next == UInt8(ascii: "\"") else { throw error(next == nil ? "json-ends" : "no-key", "A key in double quotes should stand here") }
      let key = try string()
      passBlanks()
      guard next == UInt8(ascii: ":") else { throw error(next == nil ? "json-ends" : "no-colon", "A colon should stand behind the key") }
      position += 1
      members.append(JSONNode.Member(key: key, offset: start, value: try value(depth: depth + 1)))
      if try isOver(UInt8(ascii: "}")) { return members }
    }
  }

  private mutating func items(depth: Int) throws(JSONError) -> [JSONNode] {
    var items: [JSONNode] = []
    position += 1
    passBlanks()
    if next == UInt8(ascii: "]") {
      position += 1
      return items
    }
    while true {
      items.append(try value(depth: depth + 1))
      if try isOver(UInt8(ascii: "]")) { return items }
    }
  }

  /// Behind a member or an item: whether the collection ends.
  private mutating func isOver(_ closing: UInt8) throws(JSONError) -> Bool {
    passBlanks()
    guard let byte = next else { throw error("json-ends", "The text ends inside a list or an object", remedy: "It may have been cut off") }
    guard byte == closing || byte == UInt8(ascii: ",") else { throw error("no-comma", "A comma should stand between two values") }
    let comma = position
    position += 1
    if byte == closing { return true }
    passBlanks()
    if next == closing { throw error("trailing-comma", "Nothing follows this comma", remedy: "Remove it", at: comma) }
    return false
  }

  private mutating func number() throws(JSONError) -> String {
    let start = position
    func fail(_ parser: JSONParser) -> JSONError { parser.error("bad-number", "This is no number as JSON writes them", at: start) }
    if next == UInt8(ascii: "-") { position += 1 }
    let first = next
    guard digits() else { throw fail(self) }
    if first == UInt8(ascii: "0"), position > start + (bytes[start] == UInt8(ascii: "-") ? 2 : 1) { throw fail(self) }
    if next == UInt8(ascii: ".") {
      position += 1
      guard digits() else { throw fail(self) }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      guard digits() else { throw fail(self) }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Whether at least one digit stood there.
  private mutating func digits() -> Bool {
    let start = position
    while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
    return position > start
  }

  private mutating func string() throws(JSONError) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(&text)
      case ..<0x20: throw error("control-character", "A control character stands in a text", remedy: "Write it as an escape, as \\n or \\u0000")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw error("unterminated-text", "The text begun here is never closed", remedy: "Add a double quote", at: start)
  }

  private mutating func escape(_ text: inout [UInt8]) throws(JSONError) {
    let start = position
    position += 1
    let letter = next
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter ?? 0)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: UTF8.encode(try scalar(start)) ?? UTF8.encodedReplacementCharacter)
    default: throw error("bad-escape", "JSON has no such escape", at: start)
    }
  }

  /// The scalar of `\u` and four digits, or of two of them that make one.
  private mutating func scalar(_ start: Int) throws(JSONError) -> Unicode.Scalar {
    let first = try hex(start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, next == UInt8(ascii: "\\"), position + 1 < bytes.endIndex, bytes[position + 1] == UInt8(ascii: "u") else {
      throw error("lone-surrogate", "Half of a character stands alone here", at: start)
    }
    position += 2
    let second = try hex(start)
    guard (0xDC00...0xDFFF).contains(second), let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00)) else {
      throw error("lone-surrogate", "Half of a character stands alone here", at: start)
    }
    return scalar
  }

  private mutating func hex(_ start: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = next.flatMap(Self.hexDigit) else {
        throw error("bad-escape", "Four hexadecimal digits should follow \\u", at: start)
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
