extension Key {
  /// The key as the keymap file, help and the footer write it; nil for what is not pressed: mouse, paste, focus and the unknown; and
  /// for a character that cannot be seen, such as a joiner.
  ///
  /// ```swift
  /// Key.control("d").name                     // "^D"
  /// Key.named(.up, [.control, .shift]).name   // "C-S-Up"
  /// Key.space.name                            // "Space"
  /// ```
  package var name: String? {
    switch self {
    case .character(" "): "Space"
    case .character(let scalar): Key.shown(scalar)
    case .control(" "), .control("@"): "^Space"
    case .control(let scalar): "^" + Key.upperCased(scalar)
    case .alt(" "): "M-Space"
    case .alt(let scalar): Key.shown(scalar).map { "M-" + $0 }
    case .named(let key): key.rawValue
    case .modified(let key, let modifiers): Key.prefix(of: modifiers) + key.rawValue
    case .mouse, .paste, .focusIn, .focusOut, .unknown: nil
    }
  }

  /// Reads a name as ``name`` writes it; case counts in single letters only, and common other spellings are understood (`C-d`, `Escape`, `PageDown`).
  ///
  /// Nil for what names no key.
  package init?(name: String) {
    let scalars = Array(name.unicodeScalars)
    if scalars.count == 1, let scalar = scalars.first {
      guard let key = Key.plain(scalar) else { return nil }
      self = key
      return
    }
    if scalars.first == "^", let key = Key.control(named: scalars.dropFirst()) {
      self = key
      return
    }
    if let key = Key.special(name) {
      self = key
      return
    }
    guard let key = Key.withPrefixes(scalars) else { return nil }
    self = key
  }

  /// A character as the gate shows it.
  private static func shown(_ scalar: Unicode.Scalar) -> String? {
    let text = CellText(String(scalar)).text
    return text.isEmpty ? nil : text
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Key? {
    switch GlyphClass(of: scalar) {
    case .narrow, .wide, .skinTone: .character(scalar)
    case .mark, .invisible, .dangerous: nil
    }
  }

  /// `^D`, `^Space`, `^[`: Control and what follows it.
  private static func control(named rest: ArraySlice<Unicode.Scalar>) -> Key? {
    if rest.count == 1, let scalar = rest.first {
      switch scalar {
      case "a"..."z", "\\", "]", "^", "_": return fromControl(scalar)
      case "A"..."Z": return fromControl(Unicode.Scalar(scalar.value + 0x20) ?? scalar)
      case "@": return .control("@")
      case "?": return .backspace
      case "[": return .escape
      default: return nil
      }
    }
    return String(String.UnicodeScalarView(rest)).lowercased() == "space" ? .control("@") : nil
  }

  /// ^I and ^M are what the Tab and Enter keys send; a terminal cannot tell them apart.
  private static func fromControl(_ letter: Unicode.Scalar) -> Key {
    switch letter {
    case "i": .tab
    case "m": .enter
    default: .control(letter)
    }
  }

  /// `C-`, `M-` (or `A-`, `Alt-`) and `S-` before a key.
  private static func withPrefixes(_ scalars: [Unicode.Scalar]) -> Key? {
    var rest = scalars[...]
    var modifiers: KeyModifiers = []
    while rest.count > 2, let letter = rest.first, rest.dropFirst().first == "-" {
      switch letter {
      case "C", "c": modifiers.insert(.control)
      case "M", "m", "A", "a": modifiers.insert(.alt)
      case "S", "s": modifiers.insert(.shift)
      default: return nil
      }
      rest = rest.dropFirst(2)
    }
    guard !modifiers.isEmpty else { return nil }
    if rest.count == 1, let scalar = rest.first {
      if modifiers == .control { return control(named: rest) }
      return modifiers == .alt ? plain(scalar).flatMap { _ in .alt(scalar) } : nil
    }
    switch special(String(String.UnicodeScalarView(rest))) {
    case .named(let key): return .named(key, modifiers)
    case .character(" "): return modifiers == .alt ? .alt(" ") : modifiers == .control ? .control("@") : nil
    default: return nil
    }
  }

  private static func special(_ name: String) -> Key? {
    // Looked through, since Swift's own way from raw value to case makes a dictionary first: dear in a program that just starts.
    if let key = NamedKey.allCases.first(where: { $0.rawValue == name }) { return .named(key) }
    let name = name.lowercased()
    return otherNames.first { $0.name == name }?.key ?? NamedKey.allCases.first { $0.rawValue.lowercased() == name }.map { .named($0) }
  }

  /// Names that other programs use, in lower case.
  private static let otherNames: [(name: String, key: Key)] = [
    ("space", .space), ("escape", .escape), ("return", .enter), ("ret", .enter), ("delete", .delete), ("insert", .insert), ("pageup", .pageUp),
    ("pagedown", .pageDown), ("page-up", .pageUp), ("page-down", .pageDown), ("bs", .backspace), ("backtab", .backTab),
  ]

  private static func upperCased(_ scalar: Unicode.Scalar) -> String { String(scalar).uppercased() }

  private static func prefix(of modifiers: KeyModifiers) -> String {
    (modifiers.contains(.control) ? "C-" : "") + (modifiers.contains(.alt) ? "M-" : "") + (modifiers.contains(.shift) ? "S-" : "")
  }
}
