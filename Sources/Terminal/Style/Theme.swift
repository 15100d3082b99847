/// How every role looks. One table; a theme file is a patch over another theme.
package struct Theme: Hashable, Sendable {
  package var name: String
  /// What the theme was made for: a dark background, or a light one.
  package var isDark: Bool
  private var appearances: [Role: Appearance]

  package init(name: String, isDark: Bool, appearances: [Role: Appearance] = [:]) {
    self.name = name
    self.isDark = isDark
    self.appearances = appearances
  }

  /// How a role looks; one that the theme does not name looks like ``Role/normal``.
  package subscript(role: Role) -> Appearance {
    get { appearances[role] ?? appearances[.normal] ?? Appearance() }
    set { appearances[role] = newValue }
  }

  /// Whether the theme names a role itself.
  package func names(_ role: Role) -> Bool { appearances[role] != nil }

  /// Whether any role has a colour of its own.
  package var usesColour: Bool { appearances.values.contains { $0.foreground != .standard || $0.background != .standard } }

  /// This theme, with everything that `patch` names changed as it says.
  func patched(by patch: Theme) -> Theme {
    Theme(name: patch.name, isDark: isDark, appearances: appearances.merging(patch.appearances) { _, new in new })
  }

  /// A theme without colour, for terminals that have none and for NO_COLOR: what matters differs by bold, underline and reverse.
  package static let plain: Theme = {
    var theme = Theme(name: "plain", isDark: true, appearances: [.normal: Appearance()])
    for role in [Role.strong, .title, .key, .killed, .dispute, .difference, .accountHeader, .eraNow, .marker, .warning] {
      theme[role] = Appearance(attributes: .bold)
    }
    for role in [Role.header, .selection, .menuSelected, .chip, .match] { theme[role] = Appearance(attributes: .reverse) }
    for role in [Role.selectionInactive, .link] { theme[role] = Appearance(attributes: .underline) }
    for role in [Role.dim, .rule, .stripPale, .chipOff, .scrollbar] { theme[role] = Appearance(attributes: .dim) }
    for role in [Role.error, .substitute] { theme[role] = Appearance(attributes: [.bold, .reverse]) }
    return theme
  }()
}

/// Colours and attributes of one role.
package struct Appearance: Hashable, Sendable {
  package var foreground: Colour
  package var background: Colour
  package var attributes: Attributes

  package init(foreground: Colour = .standard, background: Colour = .standard, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
