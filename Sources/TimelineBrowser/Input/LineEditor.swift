package import Terminal

/// One line that a reader types: its text, the cursor, and the keys that a shell user expects.
package struct LineEditor: Hashable, Sendable {
  package private(set) var scalars: [Unicode.Scalar]
  /// How many scalars stand before the cursor.
  package private(set) var cursor: Int

  /// More than anybody types; what is pasted beyond it is left out.
  package static let mostScalars = 4_096

  package init(_ text: String = "") {
    scalars = Array(text.unicodeScalars.prefix(Self.mostScalars))
    cursor = scalars.count
  }

  package var text: String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
  package var isEmpty: Bool { scalars.isEmpty }
  package var beforeCursor: String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[..<cursor])
    return text
  }
  /// How many UTF-8 bytes stand before the cursor.
  package var cursorUTF8: Int { beforeCursor.utf8.count }

  package mutating func set(_ text: String) { self = LineEditor(text) }

  /// Replaces a range of UTF-8 offsets and puts the cursor behind what was put in.
  package mutating func replace(utf8 range: Range<Int>, with replacement: String) {
    let bytes = Array(text.utf8)
    let lower = min(max(0, range.lowerBound), bytes.count)
    let upper = min(max(lower, range.upperBound), bytes.count)
    let head = String(decoding: bytes[..<lower], as: UTF8.self) + replacement
    let tail = String(decoding: bytes[upper...], as: UTF8.self)
    self = LineEditor(head + tail)
    cursor = min(head.unicodeScalars.count, scalars.count)
  }

  /// Does what the key says; false when the key is not one of editing.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let scalar): insert([scalar])
    case .paste(let text): insert(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(scalars.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = scalars.count
    case .backspace, .control("h"): if cursor > 0 { delete(cursor - 1..<cursor) }
    case .delete, .control("d"): if cursor < scalars.count { delete(cursor..<cursor + 1) }
    case .control("w"): delete(wordStart..<cursor)
    case .control("u"): delete(0..<cursor)
    case .control("k"): delete(cursor..<scalars.count)
    default: return false
    }
    return true
  }

  private var wordStart: Int {
    var start = cursor
    while start > 0, scalars[start - 1] == " " { start -= 1 }
    while start > 0, scalars[start - 1] != " " { start -= 1 }
    return start
  }

  private mutating func insert(_ added: [Unicode.Scalar]) {
    let fitting = added.prefix(max(0, Self.mostScalars - scalars.count))
    scalars.insert(contentsOf: fitting, at: cursor)
    cursor += fitting.count
  }

  private mutating func delete(_ range: Range<Int>) {
    scalars.removeSubrange(range)
    cursor = range.lowerBound
  }
}
