package import TimelineModel

/// A document of our YAML subset as a flat row of nodes in the order of the text, each with its place in the file.
///
///     actors: [armenia, azerbaijan]      0 mapping  next 5
///     kind: clash                        1   scalar "actors"
///                                        2   sequence next 5 → 3 "armenia", 4 "azerbaijan"
///                                        5   scalar "kind" …
///
/// A mapping's children are keys and values in turn; `next` is the node behind a node's last descendant, so walking needs no recursion and freeing
/// a tree is freeing one array.
package final class YAMLTree: Sendable {
  package enum Kind: UInt8, Sendable { case scalar, sequence, mapping }

  /// How a scalar was written.
  package enum Style: UInt8, Sendable {
    /// Nothing stood where a value is expected.
    case empty
    case plain, single, double, literal, folded
  }

  struct Node: Sendable {
    var kind: Kind
    var style: Style
    /// Whether the text range is one of ``YAMLTree/decoded`` rather than of the file.
    var isDecoded: Bool
    /// Where the value begins in the file; for a quoted scalar its quote.
    var offset: Int32
    var textStart: Int32
    var textEnd: Int32
    var next: Int32
  }

  package let source: SourceText
  let nodes: [Node]
  /// The texts that are not simply a piece of the file: escapes taken out, lines folded.
  let decoded: [UInt8]
  package let problems: [TextProblem]
  /// How many more problems there are than the limits list.
  package let unlisted: Int

  init(source: SourceText, nodes: [Node], decoded: [UInt8], problems: [TextProblem], unlisted: Int) {
    self.unlisted = unlisted
    self.source = source
    self.nodes = nodes
    self.decoded = decoded
    self.problems = problems
  }

  /// Reads a document. Never fails: what could be understood is in the tree, everything else among its ``problems``.
  package static func parse(_ source: SourceText, limits: ReadingLimits = .standard) -> YAMLTree { YAMLParser.parse(source, limits: limits) }

  /// The document's own node, or nil when the file has none.
  package var root: Int? { nodes.isEmpty ? nil : 0 }
  package var count: Int { nodes.count }

  package func kind(_ node: Int) -> Kind { nodes[node].kind }
  package func style(_ node: Int) -> Style { nodes[node].style }
  /// The node behind this one and everything in it.
  package func next(_ node: Int) -> Int { Int(nodes[node].next) }
  /// Where the value begins in the file, in bytes.
  package func offset(_ node: Int) -> Int { Int(nodes[node].offset) }

  /// A scalar's text; empty for a collection.
  /// - Parameter trimsLineEnds: leaves out the line ends behind the last line of a block text.
  package func text(_ node: Int, trimsLineEnds: Bool = false) -> String {
    let entry = nodes[node]
    var range = Int(entry.textStart)..<Int(entry.textEnd)
    if trimsLineEnds, entry.isDecoded {
      while !range.isEmpty, decoded[range.upperBound - 1] == UInt8(ascii: "\n") { range = range.lowerBound..<(range.upperBound - 1) }
    }
    return String(decoding: entry.isDecoded ? decoded[range] : source.bytes[range], as: UTF8.self)
  }

  package func isEmptyText(_ node: Int) -> Bool { nodes[node].kind == .scalar && nodes[node].textStart == nodes[node].textEnd }

  /// Where in the file the byte `distance` of a scalar's text stands; the value's beginning when the text is not written there as it reads.
  package func offset(inText node: Int, _ distance: Int) -> Int {
    let entry = nodes[node]
    guard !entry.isDecoded, entry.textStart < entry.textEnd else { return Int(entry.offset) }
    return min(Int(entry.textStart) + max(0, distance), Int(entry.textEnd))
  }

  /// Where the key of a mapping's value begins. A key is a scalar, so it is the node before.
  func keyOffset(of value: Int) -> Int { value > 0 ? offset(value - 1) : 0 }

  package func location(_ node: Int, in file: String) -> SourceLocation { source.location(of: offset(node), in: file) }

  /// The items of a sequence, or the values of a mapping with their keys before them; nothing for a scalar.
  package func children(_ node: Int) -> Children { Children(tree: self, position: node + 1, end: nodes[node].kind == .scalar ? node + 1 : next(node)) }

  /// The children of a node in their order: of a sequence the items, of a mapping key, value, key, value.
  package struct Children: Sequence, IteratorProtocol {
    let tree: YAMLTree
    var position: Int
    let end: Int

    package mutating func next() -> Int? {
      guard position < end else { return nil }
      defer { position = tree.next(position) }
      return position
    }
  }

  /// The file's own words for a node, from its first to its last byte, on one line when it was written on one.
  package func writtenText(_ node: Int) -> String {
    guard nodes[node].kind != .scalar else { return text(node) }
    var end = offset(node)
    var last = node
    while last < next(node) {
      let entry = nodes[last]
      end = max(end, entry.isDecoded ? source.end(ofLine: source.position(of: Int(entry.offset)).line - 1) : Int(entry.textEnd))
      last += 1
    }
    let bytes = source.bytes
    if bytes[offset(node)] == UInt8(ascii: "[") || bytes[offset(node)] == UInt8(ascii: "{") { end = max(end, Int(nodes[node].textEnd)) }
    return String(decoding: bytes[offset(node)..<max(end, offset(node))], as: UTF8.self)
  }
}

extension YAMLTree {
  /// The number of a scalar's text in a table of words.
  func intern(_ node: Int, into symbols: inout SymbolTable) -> Int {
    let entry = nodes[node]
    let range = Int(entry.textStart)..<Int(entry.textEnd)
    return symbols.intern(entry.isDecoded ? decoded : source.bytes, range)
  }
}
