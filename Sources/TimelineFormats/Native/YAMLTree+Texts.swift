/// A scalar's text as bytes, for what is looked for in it, and the way back from there to the place in the file.
extension YAMLTree {
  /// The bytes among which a scalar's text lies, and where; an empty range for a collection.
  func textBytes(_ node: Int) -> (bytes: [UInt8], range: Range<Int>) {
    let entry = nodes[node]
    return (entry.isDecoded ? decoded : source.bytes, Int(entry.textStart)..<Int(entry.textEnd))
  }

  /// Where in the file the byte `distance` of a scalar's text was written.
  ///
  /// A text of several lines differs from the file in blanks and line ends only, so everything else is counted. A text in double quotes with escapes
  /// gives its beginning.
  func writtenOffset(inText node: Int, _ distance: Int) -> Int {
    let entry = nodes[node]
    guard entry.isDecoded else { return offset(inText: node, distance) }
    let end = min(Int(entry.textEnd), Int(entry.textStart) + max(0, distance))
    switch entry.style {
    case .literal, .folded: return offset(behind: decoded[Int(entry.textStart)..<end].count { $0 > 0x20 }, in: entry)
    case .single:
      // The only escape is a quote written twice.
      let quotes = decoded[Int(entry.textStart)..<end].count { $0 == UInt8(ascii: "'") }
      return min(Int(entry.offset) + 1 + (end - Int(entry.textStart)) + quotes, source.bytes.count)
    case .double, .plain, .empty: return Int(entry.offset)
    }
  }

  /// The first byte that is no blank behind so many others, from the line below the mark of a block text on.
  private func offset(behind count: Int, in entry: Node) -> Int {
    let bytes = source.bytes
    var index = Int(entry.offset)
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r") { index += 1 }
    var left = count
    while index < bytes.count {
      if bytes[index] > 0x20 {
        if left == 0 { return index }
        left -= 1
      }
      index += 1
    }
    return Int(entry.offset)
  }
}
