/// A value in a JSON text, with where it stands.
package struct JSONNode: Hashable, Sendable {
  package indirect enum Value: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A number as it is written; nothing is rounded.
    case number(String)
    case text(String)
    case list([JSONNode])
    /// Members in the text's order, those whose key occurs twice among them.
    case object([Member])
  }

  package struct Member: Hashable, Sendable {
    package var key: String
    /// Where the key stands, in bytes from the start.
    package var offset: Int
    package var value: JSONNode
  }

  package var value: Value
  /// Where the value begins, in bytes from the start.
  package var offset: Int

  /// The first member of a key; nil for what is no object or has no such key.
  package subscript(key: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.value
  }

  package var members: [Member] {
    if case .object(let members) = value { members } else { [] }
  }

  package var items: [JSONNode] {
    if case .list(let items) = value { items } else { [] }
  }

  package var isNull: Bool { value == .null }

  /// A text or a number, as text; nil for anything else.
  package var text: String? {
    switch value {
    case .text(let text), .number(let text): text
    default: nil
    }
  }

  /// A whole number, also where it is written as a text.
  package var integer: Int? { text?.wholeNumber }

  package var decimal: Double? { text?.decimal }

  /// The value as JSON writes it, for fields that are kept as they are; texts without their quotes.
  package var plainText: String {
    switch value {
    case .null: return ""
    case .bool(let flag): return flag ? "true" : "false"
    case .number(let text), .text(let text): return text
    case .list(let items): return "[\(items.map(\.quotedText).joined(separator: ","))]"
    case .object(let members): return "{\(members.map { "\(Self.quoted($0.key)):\($0.value.quotedText)" }.joined(separator: ","))}"
    }
  }

  private var quotedText: String {
    switch value {
    case .text(let text): Self.quoted(text)
    case .null: "null"
    default: plainText
    }
  }

  private static func quoted(_ text: String) -> String {
    var json = JSONText()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

/// Why a text is no JSON, and where.
package struct JSONError: Error, Hashable, Sendable {
  package var offset: Int
  package var code: String
  /// One sentence without its full stop.
  package var what: String
  package var remedy: String?
}
