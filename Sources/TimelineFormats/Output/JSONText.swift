package import EDTF

/// Builds JSON text: the commas, the quotes and the escapes.
///
///     var json = JSONText()
///     json.object { $0.field("id", "sotk"); $0.field("weight", 2) }
///     String(decoding: json.bytes, as: UTF8.self)      // {"id":"sotk","weight":2}
package struct JSONText: Sendable {
  package var bytes: [UInt8] = []
  /// Whether a comma is due before the next value.
  private var needsComma = false

  package init() {}

  // MARK: Structure

  package mutating func object(_ body: (inout JSONText) -> Void) { enclosed("{", "}", body) }
  package mutating func array(_ body: (inout JSONText) -> Void) { enclosed("[", "]", body) }

  private mutating func enclosed(_ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ body: (inout JSONText) -> Void) {
    separate()
    bytes.append(UInt8(ascii: opening))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: closing))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// Opens a collection that another call closes; for documents that are written piece by piece.
  package mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  package mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  /// A line end between values; none of JSON's business.
  package mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  /// Forgets that a value came before: the next one begins a new document.
  package mutating func startDocument() { needsComma = false }

  // MARK: Fields

  package mutating func key(_ name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func field(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  package mutating func field(_ name: String, _ number: Int?) {
    key(name)
    value(number)
  }

  package mutating func field(_ name: String, _ number: Double?) {
    key(name)
    // JSON has no word for infinities and not-a-number.
    raw(number.flatMap { $0.isFinite ? $0.description : nil } ?? "null")
  }

  package mutating func field(_ name: String, _ flag: Bool) {
    key(name)
    raw(flag ? "true" : "false")
  }

  package mutating func field(_ name: String, _ day: Day?) { field(name, day?.iso8601) }

  package mutating func field(_ name: String, _ texts: [String?]) {
    key(name)
    array { json in for text in texts { json.value(text) } }
  }

  package mutating func field<Element>(_ name: String, each elements: [Element], _ body: (inout JSONText, Element) -> Void) {
    key(name)
    array { json in for element in elements { json.object { body(&$0, element) } } }
  }

  // MARK: Values

  package mutating func value(_ number: Int?) { raw(number.map { String($0) } ?? "null") }

  package mutating func value(_ text: String?) {
    guard let text else { return raw("null") }
    separate()
    string(text)
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  /// A quoted string. Control characters of both kinds and the line separators are written as `\u00XX`, so that the text is pure in any terminal, log
  /// or script. A Swift string is valid Unicode, so there are no lone surrogates.
  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0x0A: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
      case 0x09: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
      case 0x0D: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
      case 0x00..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
        let hex = String(scalar.value, radix: 16)
        bytes.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - hex.utf8.count))\(hex)".utf8)
      case 0x20..<0x7F: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
