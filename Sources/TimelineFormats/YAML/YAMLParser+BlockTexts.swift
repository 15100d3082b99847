extension YAMLParser {
  /// What the characters behind `|` or `>` ask for.
  private struct Header {
    enum Chomping { case clip, strip, keep }
    var isFolded: Bool
    var chomping = Chomping.clip
    /// How many columns deeper than its parent the text stands, when that is said.
    var indent: Int?
  }

  /// Reads a text of several lines, `|` as it stands or `>` with its lines joined, and moves on behind it (YAML 1.2.2, 8.1).
  ///
  ///     says: >-            "first line second line\nnext paragraph"
  ///       first line
  ///       second line
  ///
  ///       next paragraph
  mutating func readBlockScalar(_ start: Int) {
    let header = readHeader(start)
    let parent = stack.last?.indent ?? 0
    let indent = header.indent.map { parent + $0 } ?? detectIndent(deeperThan: parent)
    let first = decoded.count
    var breaks = 0  // line ends that have been read and not yet written
    var hasText = false
    var formerIsSpaced = false
    var endsInBreak = true
    while line < source.lineStarts.count {
      enterLine()
      let textStart = skipSpaces(lineStart)
      let column = textStart - lineStart
      if textStart == lineEnd, column <= indent || !hasText && header.indent == nil {
        // An empty line; the last one of the file is no line when nothing stands on it.
        if line + 1 < source.lineStarts.count { breaks += 1 }
        line += 1
        continue
      }
      if column < indent {
        if textStart < lineEnd, bytes[textStart] == UInt8(ascii: "\t"), column > parent {
          report(textStart, "tab", "A tab stands in the indentation", remedy: "Indent with spaces")
        }
        break
      }
      let contentStart = lineStart + indent
      let isSpaced = bytes[contentStart] == UInt8(ascii: " ") || bytes[contentStart] == UInt8(ascii: "\t")
      if hasText { writeBreaks(breaks, isFolded: header.isFolded && !isSpaced && !formerIsSpaced) } else { writeNewlines(breaks) }
      decoded.append(contentsOf: bytes[contentStart..<lineEnd])
      hasText = true
      formerIsSpaced = isSpaced
      endsInBreak = line + 1 < source.lineStarts.count
      breaks = endsInBreak ? 1 : 0
      line += 1
    }
    switch header.chomping {
    case .strip: break
    case .clip: if hasText, endsInBreak { decoded.append(UInt8(ascii: "\n")) }
    case .keep: writeNewlines(breaks)
    }
    append(.scalar, header.isFolded ? .folded : .literal, isDecoded: true, offset: start, text: first, decoded.count)
  }

  private mutating func writeNewlines(_ count: Int) {
    for _ in 0..<count { decoded.append(UInt8(ascii: "\n")) }
  }

  /// Between two lines of text: when folding, one line end is a blank and more of them are one fewer.
  private mutating func writeBreaks(_ count: Int, isFolded: Bool) {
    guard isFolded else { return writeNewlines(count) }
    if count == 1 { decoded.append(UInt8(ascii: " ")) } else { writeNewlines(count - 1) }
  }

  private mutating func readHeader(_ start: Int) -> Header {
    var header = Header(isFolded: bytes[start] == UInt8(ascii: ">"))
    var index = start + 1
    while index < lineEnd {
      switch bytes[index] {
      case UInt8(ascii: "-") where header.chomping == .clip: header.chomping = .strip
      case UInt8(ascii: "+") where header.chomping == .clip: header.chomping = .keep
      case UInt8(ascii: "1")...UInt8(ascii: "9") where header.indent == nil: header.indent = Int(bytes[index] - UInt8(ascii: "0"))
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        let rest = skipSpaces(index)
        if !isEnd(rest), !isBlank(from: rest) { reportHeader(rest) }
        return header
      default:
        reportHeader(index)
        return header
      }
      index += 1
    }
    return header
  }

  private mutating func reportHeader(_ index: Int) {
    report(
      index, "block-text", "A text of several lines begins on the line below its | or >",
      remedy: "Move this to the next line and indent it; quote a short text that begins with | or >")
  }

  /// The indentation of the first line that has text, as long as it is deeper than the parent's.
  private mutating func detectIndent(deeperThan parent: Int) -> Int {
    var deepestBlank: (column: Int, offset: Int) = (0, 0)
    var probe = line
    while probe < source.lineStarts.count {
      let start = Int(source.lineStarts[probe])
      let end = source.end(ofLine: probe)
      var index = start
      while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
      if index < end {
        let column = index - start
        if column > parent, deepestBlank.column > column {
          report(
            deepestBlank.offset, "block-text", "This empty line has more blanks than the first line of its text is indented", remedy: "Remove the blanks")
        }
        return max(column, parent + 1)
      }
      if index - start > deepestBlank.column { deepestBlank = (index - start, index) }
      probe += 1
    }
    return parent + 1
  }
}
