/// One thing the terminal tells us about the person in front of it: a key, a mouse event, a paste, a change of focus.
///
/// Keys with modifiers that terminals can tell apart are `.modified`; a letter with Control is `.control`, with Alt `.alt`, and Shift is in the
/// letter itself.
package enum Key: Hashable, Sendable {
  /// A printable character.
  case character(Unicode.Scalar)
  /// A letter, or one of `[ \ ] ^ _ @ ?`, held with Control; letters are lower case. Tab, Enter and Escape are keys of their own.
  case control(Unicode.Scalar)
  /// A printable character held with Alt, or typed within 25 ms of Escape.
  case alt(Unicode.Scalar)
  case named(NamedKey)
  /// A named key with Shift, Alt or Control; never with none of them.
  case modified(NamedKey, KeyModifiers)
  case mouse(MouseEvent)
  /// Text pasted as a whole, as it came: it has not been through the gate.
  case paste(String)
  case focusIn
  case focusOut
  /// A sequence that means nothing to us; swallowed whole.
  case unknown

  package static let enter = Key.named(.enter)
  package static let tab = Key.named(.tab)
  package static let backTab = Key.named(.backTab)
  package static let escape = Key.named(.escape)
  package static let backspace = Key.named(.backspace)
  package static let delete = Key.named(.delete)
  package static let insert = Key.named(.insert)
  package static let up = Key.named(.up)
  package static let down = Key.named(.down)
  package static let left = Key.named(.left)
  package static let right = Key.named(.right)
  package static let home = Key.named(.home)
  package static let end = Key.named(.end)
  package static let pageUp = Key.named(.pageUp)
  package static let pageDown = Key.named(.pageDown)
  package static let space = Key.character(" ")
  /// F1 to F20; beyond, ``unknown``.
  package static func function(_ number: Int) -> Key {
    NamedKey.functions.indices.contains(number - 1) ? .named(NamedKey.functions[number - 1]) : .unknown
  }

  /// A named key with modifiers, or the plain one where there are none.
  package static func named(_ key: NamedKey, _ modifiers: KeyModifiers) -> Key {
    if modifiers.isEmpty { return .named(key) }
    if key == .tab && modifiers == .shift { return .backTab }
    return .modified(key, modifiers)
  }
}

/// Keys that stand for no character. The raw value is the name in the keymap file, in help and in the footer.
package enum NamedKey: String, CaseIterable, Hashable, Sendable {
  case enter = "Enter"
  case tab = "Tab"
  case backTab = "S-Tab"
  case escape = "Esc"
  case backspace = "Backspace"
  case delete = "Del"
  case insert = "Ins"
  case up = "Up"
  case down = "Down"
  case left = "Left"
  case right = "Right"
  case home = "Home"
  case end = "End"
  case pageUp = "PgUp"
  case pageDown = "PgDn"
  case f1 = "F1"
  case f2 = "F2"
  case f3 = "F3"
  case f4 = "F4"
  case f5 = "F5"
  case f6 = "F6"
  case f7 = "F7"
  case f8 = "F8"
  case f9 = "F9"
  case f10 = "F10"
  case f11 = "F11"
  case f12 = "F12"
  case f13 = "F13"
  case f14 = "F14"
  case f15 = "F15"
  case f16 = "F16"
  case f17 = "F17"
  case f18 = "F18"
  case f19 = "F19"
  case f20 = "F20"

  /// F1 to F20 in order.
  package static let functions: [NamedKey] = [
    .f1, .f2, .f3, .f4, .f5, .f6, .f7, .f8, .f9, .f10, .f11, .f12, .f13, .f14, .f15, .f16, .f17, .f18, .f19, .f20,
  ]
}

/// Keys held while another is pressed, or while the mouse acts.
package struct KeyModifiers: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let shift = KeyModifiers(rawValue: 1 << 0)
  package static let alt = KeyModifiers(rawValue: 1 << 1)
  package static let control = KeyModifiers(rawValue: 1 << 2)
}
