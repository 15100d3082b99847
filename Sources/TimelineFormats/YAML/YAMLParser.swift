/// Reads our subset of YAML line by line into a flat tree, and goes on after every mistake.
///
/// What is open at a line is a stack of block collections, outermost first, each with the column in which its entries begin:
///
///     events:                       mapping 0 (waits for a value)
///       - id: a                     mapping 0 › sequence 2 › mapping 4
///         links:                    … mapping 4 waits for a value
///         - {follows: b}            … mapping 4 › sequence 4: a list may begin in the column of its key
///       - id: c                     everything deeper than sequence 2 is closed
///
/// A line's own column says which of them it continues; the rest is closed. Values of one line (quoted, `[a, b]`, `{k: v}`) and block texts are read
/// by the extensions beside this file. Nothing here calls itself, so no input can exhaust the stack.
struct YAMLParser {
  /// A block collection that may still get entries.
  struct Open {
    var node: Int
    var indent: Int
    var isMapping: Bool
    /// A key or a dash has been read and its value has not.
    var needsValue: Bool
  }

  let source: SourceText
  let bytes: [UInt8]
  let limits: ReadingLimits
  var nodes: [YAMLTree.Node] = []
  var decoded: [UInt8] = []
  var problems: [TextProblem] = []
  /// Problems beyond the limit, which are counted only.
  var unlisted = 0
  var stack: [Open] = []
  /// The line being read, from 0, and where it begins and ends.
  var line = 0
  var lineStart = 0
  var lineEnd = 0
  /// Lines deeper than this belong to something that was given up, and are passed over.
  private var passedOver: Int?
  /// Whether the last value was a plain scalar, which YAML would let run on over deeper lines.
  var lastWasPlain = false

  static func parse(_ source: SourceText, limits: ReadingLimits = .standard) -> YAMLTree {
    var parser = YAMLParser(source: source, limits: limits)
    parser.run()
    return YAMLTree(
      source: source, nodes: parser.nodes, decoded: parser.decoded, problems: source.problems + parser.problems, unlisted: source.unlisted + parser.unlisted)
  }

  private init(source: SourceText, limits: ReadingLimits) {
    self.source = source
    self.limits = limits
    bytes = source.bytes
    nodes.reserveCapacity(bytes.count / 16)
    decoded.reserveCapacity(bytes.count / 3)
  }

  // MARK: Lines

  private mutating func run() {
    while line < source.lineStarts.count {
      enterLine()
      line += 1  // block texts move it on further
      readLine()
    }
    close(downTo: 0)
  }

  mutating func enterLine() {
    lineStart = Int(source.lineStarts[line])
    lineEnd = source.end(ofLine: line)
  }

  private mutating func readLine() {
    let start = skipSpaces(lineStart)
    guard start < lineEnd, bytes[start] != UInt8(ascii: "#") else { return }
    let indent = start - lineStart
    if let limit = passedOver {
      if indent > limit { return }
      passedOver = nil
      if bytes[start] == UInt8(ascii: "]") || bytes[start] == UInt8(ascii: "}") { return }
    }
    if bytes[start] == UInt8(ascii: "\t") {
      guard !isBlank(from: start) else { return }
      report(start, "tab", "A tab stands in the indentation", remedy: "Indent with spaces; the line was passed over")
      return
    }
    if indent == 0, isDocumentMarker(start) { return }
    place(start, indent)
  }

  /// Passes over what follows as long as it is indented deeper than `indent`.
  mutating func passOver(deeperThan indent: Int) { passedOver = indent }

  private mutating func isDocumentMarker(_ start: Int) -> Bool {
    if bytes[start] == UInt8(ascii: "%") {
      report(start, "directive", "Directives are not part of the format", remedy: "Remove the line; a value that begins with % is quoted")
      return true
    }
    guard start + 2 < lineEnd, bytes[start] == bytes[start + 1], bytes[start] == bytes[start + 2] else { return false }
    guard bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "."), isBlank(from: start + 3) else { return false }
    // One `---` before the document is what many editors write; it changes nothing.
    if bytes[start] == UInt8(ascii: "-"), nodes.isEmpty { return true }
    report(start, "second-document", "A file holds one document", remedy: "Remove the line, or put what follows into a file of its own")
    return true
  }

  // MARK: Where a line belongs

  private mutating func place(_ start: Int, _ indent: Int) {
    guard !stack.isEmpty else {
      if nodes.isEmpty { beginNode(start) } else { report(start, "after-document", "Nothing can follow a document that is a single value") }
      return
    }
    let isDash = isDash(start)
    guard let level = level(for: indent, start: start, isDash: isDash) else { return }
    close(downTo: level + 1)
    if stack[level].needsValue {
      if stack[level].indent < indent || (isDash && stack[level].isMapping) {
        beginNode(start)
        return
      }
      appendEmpty(at: start)
    }
    if isDash { readSequenceEntry(start) } else { readMappingEntry(start) }
  }

  /// The open collection that a line of this indentation continues, or nil when the line was reported and passed over.
  private mutating func level(for indent: Int, start: Int, isDash: Bool) -> Int? {
    var level = stack.count - 1
    while level >= 0, stack[level].indent > indent { level -= 1 }
    if level >= 0, stack[level].indent < indent {
      if level == stack.count - 1, stack[level].needsValue { return level }
      if level == stack.count - 1, lastWasPlain, !isDash, keyEnd(from: start) == nil {
        report(
          start, "multi-line-plain", "Unquoted text does not run on over several lines",
          remedy: "Write > after the key and put the whole text below it, indented")
        return nil
      }
      // Between two columns that are in use: most likely the deeper one was meant.
      let meant = level + 1 < stack.count ? level + 1 : level
      report(
        start, "indentation", "This line is indented by \(indent) and nothing here begins in that column",
        remedy: "Indent it by \(stack[meant].indent), as what it belongs to")
      level = meant
    } else if level < 0 {
      report(start, "indentation", "This line is indented less than the first one", remedy: "Indent it by \(stack[0].indent)")
      level = 0
    }
    while !isDash, !stack[level].isMapping, level > 0, stack[level - 1].indent == stack[level].indent, stack[level - 1].isMapping { level -= 1 }
    if isDash == stack[level].isMapping, !(isDash && level == stack.count - 1 && stack[level].needsValue) {
      if isDash {
        report(start, "unexpected-dash", "A list item stands where a key is expected", remedy: "Write `key: value`, or indent the item below its key")
      } else {
        report(start, "expected-dash", "An item of a list begins with a dash", remedy: "Write `- ` before it, or indent it as the item that it belongs to")
      }
      passOver(deeperThan: indent)
      return nil
    }
    return level
  }

  mutating func close(downTo depth: Int) {
    while stack.count > depth {
      if stack[stack.count - 1].needsValue { appendEmpty(at: lineEnd) }
      let open = stack.removeLast()
      nodes[open.node].next = Int32(truncatingIfNeeded: nodes.count)
      if open.isMapping { reportRepeatedKeys(in: open.node) }
    }
  }

  // MARK: Entries

  /// Reads a value that may be a collection, `start` being its column: `- - a`, `- key: value`, `"text"`.
  private mutating func beginNode(_ start: Int) {
    var start = start
    while true {
      if isDash(start) {
        guard open(isMapping: false, at: start) else { return }
        guard let value = afterDash(start) else { return }
        start = value
      } else if keyEnd(from: start) != nil {
        guard open(isMapping: true, at: start) else { return }
        readMappingEntry(start)
        return
      } else {
        readInlineValue(start)
        return
      }
    }
  }

  private mutating func readSequenceEntry(_ start: Int) {
    guard let value = afterDash(start) else { return }
    beginNode(value)
  }

  /// Where the value behind a dash begins; nil when it comes on the next line or is left out.
  private mutating func afterDash(_ dash: Int) -> Int? {
    stack[stack.count - 1].needsValue = true
    let value = skipSeparator(dash + 1)
    return isEnd(value) ? nil : value
  }

  private mutating func readMappingEntry(_ start: Int) {
    guard let colon = keyEnd(from: start) else {
      let isExplicit = bytes[start] == UInt8(ascii: "?") && (start + 1 == lineEnd || bytes[start + 1] == UInt8(ascii: " "))
      if isExplicit {
        report(start, "explicit-key", "Keys with a question mark are not part of the format", remedy: "Write `key: value`")
      } else {
        report(
          start, "missing-colon", "A key with a colon and a space after it is expected here", remedy: "Write `key: value`, or `- value` for an item of a list")
      }
      lastWasPlain = false
      passOver(deeperThan: start - lineStart)
      return
    }
    readKey(start, colon: colon)
    stack[stack.count - 1].needsValue = true
    let value = skipSeparator(colon + 1)
    guard !isEnd(value) else { return }
    if isDash(value) {
      report(value, "list-after-key", "A list does not begin on the line of its key", remedy: "Put the items on lines of their own, or write [a, b]")
      appendPlain(value, lineEnd)
      return
    }
    readInlineValue(value)
  }

  private mutating func readKey(_ start: Int, colon: Int) {
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      _ = readQuoted(start)
    } else {
      var end = colon
      while end > start, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t") { end -= 1 }
      checkPlainStart(start, end: end)
      append(.scalar, .plain, offset: start, text: start, end)
      if end - start == 2, bytes[start] == UInt8(ascii: "<"), bytes[start + 1] == UInt8(ascii: "<") {
        report(start, "merge-key", "Merge keys are not part of the format", remedy: "Write the keys out")
      }
    }
    if colon - start > limits.keyBytes {
      report(start, "long-key", "This key is longer than \(limits.keyBytes) bytes", remedy: "Quote the text if it is a value")
    }
  }

  /// Makes room for the entries of a new collection in the column of `start`; false, and the rest is passed over, when it is too deep.
  private mutating func open(isMapping: Bool, at start: Int) -> Bool {
    guard stack.count < limits.depth else {
      reportDepth(start)
      appendEmpty(at: start)
      passOver(deeperThan: stack.last?.indent ?? 0)
      return false
    }
    append(isMapping ? .mapping : .sequence, .plain, offset: start, text: start, start)
    stack.append(Open(node: nodes.count - 1, indent: start - lineStart, isMapping: isMapping, needsValue: false))
    return true
  }
}
