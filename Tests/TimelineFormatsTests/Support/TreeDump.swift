import TimelineFormats
import Yams

/// Trees of YAML as nested lists of texts, ours and that of an independent reader, so that they can be compared.
indirect enum TreeDump: Equatable, CustomStringConvertible {
  case text(String)
  case list([TreeDump])
  case map([[TreeDump]])
  case nothing

  init(_ tree: YAMLTree) {
    guard let root = tree.root else {
      self = .nothing
      return
    }
    self = Self.dump(tree, root)
  }

  private static func dump(_ tree: YAMLTree, _ node: Int) -> TreeDump {
    let children = tree.children(node).map { dump(tree, $0) }
    switch tree.kind(node) {
    case .scalar: return .text(tree.text(node))
    case .sequence: return .list(children)
    case .mapping: return .map(stride(from: 0, to: children.count - 1, by: 2).map { [children[$0], children[$0 + 1]] })
    }
  }

  init(oracle text: String) throws {
    guard let node = try Yams.compose(yaml: text) else {
      self = .nothing
      return
    }
    self = Self.dump(node)
  }

  private static func dump(_ node: Node) -> TreeDump {
    switch node {
    case .scalar(let scalar): .text(scalar.string)
    case .sequence(let sequence): .list(sequence.map { dump($0) })
    case .mapping(let mapping): .map(mapping.map { [dump($0.key), dump($0.value)] })
    case .alias: .text("alias")
    }
  }

  var description: String {
    switch self {
    case .text(let text): text.debugDescription
    case .list(let items): "[\(items.map(\.description).joined(separator: ", "))]"
    case .map(let pairs): "{\(pairs.map { "\($0[0]): \($0[1])" }.joined(separator: ", "))}"
    case .nothing: "-"
    }
  }
}
