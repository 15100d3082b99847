extension NativeFormat {
  /// Whether bytes without a file's name, as they come from a pipe, begin like a timeline: the first line that is neither empty nor a comment is one of its keys.
  ///
  ///     NativeFormat.recognises(Array("# Made by hand\nid: river-dispute\n".utf8))     // true
  ///     NativeFormat.recognises(Array("id,date,title\n".utf8))                          // false
  static func recognises(_ head: [UInt8]) -> Bool {
    // A byte order mark says nothing of what follows.
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    for line in text.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      guard let first = line.first(where: { $0 != UInt8(ascii: " ") }), first != UInt8(ascii: "#"), !line.elementsEqual("---".utf8) else { continue }
      return TimelineField.allCases.contains { line.starts(with: ($0.field.name + ":").utf8) }
    }
    return false
  }
}
