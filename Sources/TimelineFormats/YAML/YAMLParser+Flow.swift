extension YAMLParser {
  /// A one-line collection that is being read, and what may come next in it.
  private struct Flow {
    enum Expected { case item, comma, colon, value }
    var node: Int
    var isMapping: Bool
    var expected: Expected

    var closer: UInt8 { isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]") }
  }

  /// Reads `[a, b]` or `{k: v}`, nested as it may be, to its end on this line.
  mutating func readFlow(_ start: Int) {
    var flows: [Flow] = []
    var index = start
    repeat {
      index = skipSpaces(index)
      guard index < lineEnd, bytes[index] != UInt8(ascii: "#") else {
        giveUp(flows, start: start)
        return
      }
      guard let next = readFlowToken(index, &flows) else {
        giveUp(flows, start: nil)
        return
      }
      index = next
    } while !flows.isEmpty
    expectEnd(after: index, of: "list", code: "text-after-list")
  }

  /// Closes what is open where a line ends too early (reported at `start`) or nests too deep (reported already).
  private mutating func giveUp(_ flows: [Flow], start: Int?) {
    if let start {
      let closer = flows.first?.isMapping == true ? "}" : "]"
      report(
        start, "multi-line-flow", "The list that opens here is not closed with \(closer) on its line",
        remedy: "Close it there, or write the entries on lines of their own, with a dash or a key each")
    }
    for flow in flows.reversed() { finish(flow, at: lineEnd) }
    if let indent = stack.last?.indent { passOver(deeperThan: indent) }
  }

  private mutating func finish(_ flow: Flow, at end: Int) {
    if flow.isMapping, flow.expected == .colon || flow.expected == .value { appendEmpty(at: end) }
    nodes[flow.node].next = Int32(truncatingIfNeeded: nodes.count)
    nodes[flow.node].textEnd = Int32(truncatingIfNeeded: end)
    if flow.isMapping { reportRepeatedKeys(in: flow.node) }
  }

  /// Reads one bracket, comma, colon or scalar and returns what follows it; nil when it is too deep to go on.
  private mutating func readFlowToken(_ index: Int, _ flows: inout [Flow]) -> Int? {
    let byte = bytes[index]
    let top = flows.count - 1
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      if top >= 0 { noteScalar(at: index, &flows[top], isCollection: true) }
      guard stack.count + flows.count < limits.depth else {
        reportDepth(index)
        appendEmpty(at: index)
        return nil
      }
      append(byte == UInt8(ascii: "{") ? .mapping : .sequence, .plain, offset: index, text: index, index)
      flows.append(Flow(node: nodes.count - 1, isMapping: byte == UInt8(ascii: "{"), expected: .item))
      return index + 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if byte != flows[top].closer {
        report(index, "flow-bracket", "This bracket does not fit the one that opened", remedy: "Write \(Character(Unicode.Scalar(flows[top].closer)))")
      }
      finish(flows.removeLast(), at: index + 1)
      return index + 1
    case UInt8(ascii: ","):
      if flows[top].expected == .item { report(index, "flow-comma", "Nothing stands before this comma", remedy: "Remove it") }
      if flows[top].isMapping, flows[top].expected == .colon || flows[top].expected == .value { appendEmpty(at: index) }
      flows[top].expected = .item
      return index + 1
    case UInt8(ascii: ":") where flows[top].expected == .colon && isFlowColon(index):
      flows[top].expected = .value
      return index + 1
    case UInt8(ascii: ":") where flows[top].expected == .comma && isFlowColon(index):
      report(index, "pair-in-list", "A colon does not belong here", remedy: "Write {key: value}, or put the text in quotes")
      return index + 1
    case UInt8(ascii: "\t"):
      report(index, "tab", "A tab stands in a list", remedy: "Write a space")
      return index + 1
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      noteScalar(at: index, &flows[top], isCollection: false)
      return readQuoted(index) ?? lineEnd
    default:
      noteScalar(at: index, &flows[top], isCollection: false)
      return readFlowPlain(index)
    }
  }

  /// Goes on to what is expected after a scalar or a nested collection, and reports one that was not expected.
  private mutating func noteScalar(at index: Int, _ flow: inout Flow, isCollection: Bool) {
    switch flow.expected {
    case .item:
      if flow.isMapping, isCollection {
        report(index, "flow-key", "A key is a word, not a list", remedy: "Write {key: [a, b]}")
        append(.scalar, .empty, offset: index, text: index, index)
        flow.expected = .comma
      } else {
        flow.expected = flow.isMapping ? .colon : .comma
      }
    case .value: flow.expected = .comma
    case .comma, .colon:
      report(index, "flow-separator", "A comma or a bracket is expected here", remedy: "Separate the entries with commas, and quote a text that has them")
      if flow.isMapping {
        // Keeps keys and values in pairs: the stray text becomes a key of its own.
        if flow.expected == .colon { appendEmpty(at: index) }
        if isCollection {
          append(.scalar, .empty, offset: index, text: index, index)
          flow.expected = .comma
        } else {
          flow.expected = .colon
        }
      }
    }
  }

  private func isFlowColon(_ index: Int) -> Bool {
    guard index + 1 < lineEnd else { return true }
    switch bytes[index + 1] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): return true
    default: return bytes[index - 1] == UInt8(ascii: "\"") || bytes[index - 1] == UInt8(ascii: "'")
    }
  }

  private mutating func readFlowPlain(_ start: Int) -> Int {
    let (bytes, lineEnd) = (bytes, lineEnd)
    var index = start
    scan: while index < lineEnd {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): break scan
      case UInt8(ascii: ":") where isFlowColon(index) && index > start: break scan
      case UInt8(ascii: "#") where index > start && bytes[index - 1] == UInt8(ascii: " "): break scan
      default: index += 1
      }
    }
    checkPlainStart(start, end: index)
    let isLoneDash = bytes[start] == UInt8(ascii: "-") && (index == start + 1 || bytes[start + 1] == UInt8(ascii: " "))
    if isLoneDash { report(start, "quote-needed", "A dash stands alone in a list", remedy: "Put it in quotes") }
    let end = max(index, start + 1)
    appendPlain(start, end)
    lastWasPlain = false
    return end
  }
}
