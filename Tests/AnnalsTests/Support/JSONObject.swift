import Foundation

/// A JSON object as Foundation reads it, an opinion of its own about what annals writes.
struct JSONObject {
  struct NotAnObject: Error { let text: String }

  /// The keys of the outermost object in the order in which they are written, which Foundation forgets.
  let keys: [String]
  private let values: [String: Any]

  init(_ text: String) throws {
    guard let values = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else { throw NotAnObject(text: text) }
    self.values = values
    keys = Self.outermostKeys(text)
  }

  private init(_ values: [String: Any]) {
    self.values = values
    keys = values.keys.sorted()
  }

  subscript(key: String) -> Any? { values[key] }
  func text(_ key: String) -> String? { values[key] as? String }
  func number(_ key: String) -> Int? { values[key] as? Int }
  func texts(_ key: String) -> [String] { values[key] as? [String] ?? [] }
  func isNull(_ key: String) -> Bool { values[key] is NSNull }
  func object(_ key: String) -> JSONObject? { (values[key] as? [String: Any]).map(JSONObject.init) }
  func objects(_ key: String) -> [JSONObject] { (values[key] as? [[String: Any]] ?? []).map(JSONObject.init) }

  /// The strings that stand before a colon at depth one.
  private static func outermostKeys(_ text: String) -> [String] {
    var keys: [String] = []
    var depth = 0
    var string: [UInt8]?
    var last = ""
    var isEscaped = false
    for byte in text.utf8 {
      if let begun = string {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          last = String(decoding: begun, as: UTF8.self)
          string = nil
          continue
        }
        string = begun + [byte]
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): string = []
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ":") where depth == 1: keys.append(last)
      default: break
      }
    }
    return keys
  }
}

/// Every line of a text as an object.
func jsonLines(_ text: String) throws -> [JSONObject] { try text.split(separator: "\n").map { try JSONObject(String($0)) } }
