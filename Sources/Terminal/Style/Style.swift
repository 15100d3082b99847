/// How a cell is to be drawn: the role it plays, and what is added to the theme's look of that role.
///
/// ```swift
/// canvas.write("Sotk", at: .zero, style: Style(.title, [.underline]))
/// ```
package struct Style: Hashable, Sendable {
  package var role: Role
  package var attributes: Attributes

  package init(_ role: Role, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  package static let normal = Style(.normal)
  package static let dim = Style(.dim)
  package static let strong = Style(.strong)

  /// The same role with more attributes.
  package func adding(_ attributes: Attributes) -> Style { Style(role, self.attributes.union(attributes)) }
}

/// What a terminal can do to a cell beside its colours.
package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = Attributes(rawValue: 1 << 0)
  package static let dim = Attributes(rawValue: 1 << 1)
  package static let underline = Attributes(rawValue: 1 << 2)
  package static let reverse = Attributes(rawValue: 1 << 3)
  package static let italic = Attributes(rawValue: 1 << 4)

  /// Names in theme files, in the order in which they are written.
  package static let named: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("underline", .underline), ("reverse", .reverse), ("italic", .italic),
  ]
}
