/// A JSON document that is built whole and printed for people, with an indentation of two blanks. For our own small documents; events are streamed.
indirect enum JSONTree {
  case text(String)
  case integer(Int)
  case flag(Bool)
  case list([JSONTree])
  /// Members in the order in which they are printed.
  case object([(String, JSONTree)])

  func printed(indent: Int = 0) -> String {
    let inner = String(repeating: "  ", count: indent + 1)
    let outer = String(repeating: "  ", count: indent)
    switch self {
    case .text(let text): return Self.quoted(text)
    case .integer(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let items):
      let isShort = items.allSatisfy { if case .object = $0 { false } else { true } }
      if isShort { return "[\(items.map { $0.printed() }.joined(separator: ", "))]" }
      return "[\n" + items.map { inner + $0.printed(indent: indent + 1) }.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      return "{\n" + members.map { "\(inner)\(Self.quoted($0)): \($1.printed(indent: indent + 1))" }.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var json = JSONText()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
