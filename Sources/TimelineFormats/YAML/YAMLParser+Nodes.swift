import TimelineModel

extension YAMLParser {
  /// Adds a node; whatever waited for a value has it now.
  mutating func append(_ kind: YAMLTree.Kind, _ style: YAMLTree.Style, isDecoded: Bool = false, offset: Int, text start: Int, _ end: Int) {
    // All offsets are below 2^30, as ReadingLimits sees to.
    nodes.append(
      YAMLTree.Node(
        kind: kind, style: style, isDecoded: isDecoded, offset: Int32(truncatingIfNeeded: offset), textStart: Int32(truncatingIfNeeded: start),
        textEnd: Int32(truncatingIfNeeded: end), next: Int32(truncatingIfNeeded: nodes.count + 1)))
    if !stack.isEmpty { stack[stack.count - 1].needsValue = false }
    lastWasPlain = false
    if end - start > limits.fieldBytes, kind == .scalar {
      report(offset, "field-too-large", "This text has \(end - start) bytes and at most \(limits.fieldBytes) are meant", remedy: "Shorten it")
    }
  }

  mutating func appendEmpty(at offset: Int) { append(.scalar, .empty, offset: offset, text: offset, offset) }

  /// Adds unquoted text, without the blanks at its end.
  mutating func appendPlain(_ start: Int, _ end: Int) {
    var end = end
    while end > start, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t") { end -= 1 }
    append(.scalar, .plain, offset: start, text: start, end)
    lastWasPlain = true
  }

  mutating func report(_ offset: Int, _ code: String, _ what: String, remedy: String? = nil) {
    if problems.count < limits.problems {
      problems.append(TextProblem(.error, at: offset, code: code, what, remedy: remedy))
    } else {
      unlisted += 1
    }
  }

  mutating func reportDepth(_ offset: Int) {
    report(
      offset, "too-deep", "Collections are nested more than \(limits.depth) deep here", remedy: "No timeline needs that; what lies deeper was passed over")
  }

  // MARK: Blanks

  func skipSpaces(_ start: Int) -> Int {
    var index = start
    while index < lineEnd, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index
  }

  /// Skips the blanks behind a colon or a dash; a tab among them is reported, since readers differ over it.
  mutating func skipSeparator(_ start: Int) -> Int {
    var index = skipSpaces(start)
    guard index < lineEnd, bytes[index] == UInt8(ascii: "\t") else { return index }
    let tab = index
    while index < lineEnd, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") { index += 1 }
    if index < lineEnd { report(tab, "tab", "A tab separates the value", remedy: "Write a space") }
    return index
  }

  func isBlank(from start: Int) -> Bool {
    var index = start
    while index < lineEnd {
      guard bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") else { return false }
      index += 1
    }
    return true
  }

  /// Whether nothing but a comment follows; `index` is behind a blank.
  func isEnd(_ index: Int) -> Bool { index >= lineEnd || bytes[index] == UInt8(ascii: "#") }

  func isDash(_ index: Int) -> Bool {
    guard index < lineEnd, bytes[index] == UInt8(ascii: "-") else { return false }
    return index + 1 == lineEnd || bytes[index + 1] == UInt8(ascii: " ") || bytes[index + 1] == UInt8(ascii: "\t")
  }

  /// Whether a colon at `index` ends a key: a blank or the line's end follows.
  func isKeyColon(_ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: ":") else { return false }
    return index + 1 >= lineEnd || bytes[index + 1] == UInt8(ascii: " ") || bytes[index + 1] == UInt8(ascii: "\t")
  }

  // MARK: Keys

  /// The colon that ends a key beginning at `start`, or nil when no key stands there.
  func keyEnd(from start: Int) -> Int? {
    guard start < lineEnd else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard var index = quoteEnd(from: start) else { return nil }
      while index < lineEnd, bytes[index] == UInt8(ascii: " ") { index += 1 }
      return index < lineEnd && isKeyColon(index) ? index : nil
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: ">"): return nil
    case UInt8(ascii: "?") where start + 1 == lineEnd || bytes[start + 1] == UInt8(ascii: " "): return nil
    default:
      let (bytes, lineEnd) = (bytes, lineEnd)
      var index = start
      while index < lineEnd {
        let byte = bytes[index]
        if byte > UInt8(ascii: ":") {
          index += 1
          continue
        }
        if byte == UInt8(ascii: ":"), isKeyColon(index) { return index }
        if byte == UInt8(ascii: "#"), index > start, bytes[index - 1] == UInt8(ascii: " ") || bytes[index - 1] == UInt8(ascii: "\t") { return nil }
        index += 1
      }
      return nil
    }
  }

  /// Reports every key that a mapping has twice. Both stay in the tree, so that neither is lost in silence.
  ///
  /// - Complexity: O(keys²) for the few keys of a record, O(keys) with a set beyond.
  mutating func reportRepeatedKeys(in mapping: Int) {
    let end = Int(nodes[mapping].next)
    var count = 0
    var key = mapping + 1
    while key < end, count <= 24 {
      var former = mapping + 1
      while former < key {
        if haveSameText(former, key) {
          reportRepeated(key)
          break
        }
        former = keyAfter(former)
      }
      count += 1
      key = keyAfter(key)
    }
    guard key < end else { return }
    var seen = Set<ArraySlice<UInt8>>()
    var position = mapping + 1
    while position < end {
      let isNew = seen.insert(slice(position)).inserted
      if !isNew, position >= key { reportRepeated(position) }
      position = keyAfter(position)
    }
  }

  /// The next key of a mapping: what stands behind this one's value.
  private func keyAfter(_ key: Int) -> Int { Int(nodes[key + 1].next) }

  private mutating func reportRepeated(_ key: Int) {
    let name = String(decoding: slice(key), as: UTF8.self)
    report(Int(nodes[key].offset), "duplicate-key", "The key `\(name)` stands here a second time", remedy: "Keep one of the two; the first one was read")
  }

  private func slice(_ node: Int) -> ArraySlice<UInt8> {
    let range = Int(nodes[node].textStart)..<Int(nodes[node].textEnd)
    return nodes[node].isDecoded ? decoded[range] : bytes[range]
  }

  private func haveSameText(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (nodes[one], nodes[other])
    guard a.textEnd - a.textStart == b.textEnd - b.textStart else { return false }
    if a.isDecoded || b.isDecoded { return slice(one).elementsEqual(slice(other)) }
    var (i, j) = (Int(a.textStart), Int(b.textStart))
    while i < Int(a.textEnd) {
      if bytes[i] != bytes[j] { return false }
      i += 1
      j += 1
    }
    return true
  }
}
