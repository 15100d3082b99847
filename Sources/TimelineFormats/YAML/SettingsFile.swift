package import TimelineModel

/// A reader's own file of settings or keys: `name: value` lines, or such lines under headings, in the YAML subset of the timelines.
///
///     timeline:
///       ']a': next-of-actor
///     theme: light
///
/// Everything becomes an entry with its heading (nil at the top), its name, its value and its place; what cannot be understood is a problem.
package struct SettingsFile: Sendable {
  package struct Entry: Hashable, Sendable {
    package var heading: String?
    package var name: String
    package var value: String
    package var location: SourceLocation
  }

  package var entries: [Entry] = []
  package var problems: [Problem] = []

  /// Never fails as a whole; `name` is what locations call the file.
  package init(_ bytes: [UInt8], name: String) {
    let tree = YAMLParser.parse(SourceText(bytes))
    problems = tree.problems.map { $0.problem(in: name, of: tree.source) }
    guard let root = tree.root else { return }
    guard tree.kind(root) == .mapping else {
      problems.append(Problem(.error, at: tree.location(root, in: name), code: "settings-shape", "A file of settings is lines of the form name: value"))
      return
    }
    read(root, under: nil, in: tree, name: name)
  }

  private mutating func read(_ mapping: Int, under heading: String?, in tree: YAMLTree, name: String) {
    var key: Int?
    for child in tree.children(mapping) {
      guard let word = key else {
        key = child
        continue
      }
      key = nil
      switch tree.kind(child) {
      case .scalar:
        entries.append(Entry(heading: heading, name: tree.text(word), value: tree.text(child), location: tree.location(word, in: name)))
      case .mapping where heading == nil: read(child, under: tree.text(word), in: tree, name: name)
      default:
        problems.append(
          Problem(
            .warning, at: tree.location(child, in: name), code: "settings-shape", "\(tree.text(word)) takes one value",
            remedy: "Write \(tree.text(word)): value"))
      }
    }
  }
}
