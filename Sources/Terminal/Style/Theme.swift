/// How every role looks. One table; a theme file is a patch over another theme.
package struct Theme: Hashable, Sendable {
  package var name: String
  /// What the theme was made for: a dark background, or a light one.
  package var isDark: Bool
  /// By ``Role/index``; nil for what the theme does not name.
  private var appearances: [Appearance?]

  package init(name: String, isDark: Bool, appearances: KeyValuePairs<Role, Appearance> = [:]) {
    self.name = name
    self.isDark = isDark
    self.appearances = Array(repeating: nil, count: Role.allCases.count)
    for (role, appearance) in appearances { self.appearances[role.index] = appearance }
  }

  /// How a role looks; one that the theme does not name looks like ``Role/normal``.
  package subscript(role: Role) -> Appearance {
    get { appearances[role.index] ?? appearances[Role.normal.index] ?? Appearance() }
    set { appearances[role.index] = newValue }
  }

  /// Whether the theme names a role itself.
  package func names(_ role: Role) -> Bool { appearances[role.index] != nil }

  /// Whether any role has a colour of its own.
  package var usesColour: Bool { appearances.contains { $0.map { $0.foreground != .standard || $0.background != .standard } ?? false } }

  /// This theme, with everything that `patch` names changed as it says.
  func patched(by patch: Theme) -> Theme {
    var theme = self
    theme.name = patch.name
    for (index, appearance) in patch.appearances.enumerated() where appearance != nil { theme.appearances[index] = appearance }
    return theme
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
