/// A CSI sequence, taken apart: a private marker, numbers, a final byte.
///
/// Source: xterm's «ctlseqs», ECMA-48; the Linux console's and rxvt's own function keys.
struct ControlSequence {
  private let marker: UInt8?
  private let numbers: [Int]
  private let final: UInt8
  /// Set for ESC [ [ A: the Linux console.
  private let isLinux: Bool

  /// Nil when the bytes after ESC [ are not such a sequence.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let final = bytes.last else { return nil }
    self.final = final
    var rest = bytes.dropLast()
    isLinux = rest.elementsEqual([UInt8(ascii: "[")])
    if isLinux { rest = [] }
    if let first = rest.first, first >= 0x3C {
      marker = first
      rest = rest.dropFirst()
    } else {
      marker = nil
    }
    var numbers: [Int] = []
    for field in rest.isEmpty ? [] : rest.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      // What follows a colon refines the number before it.
      var number = 0
      for byte in field.prefix(while: { $0 != UInt8(ascii: ":") }) {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        number = min(number * 10 + Int(byte - 0x30), 10_000_000)
      }
      numbers.append(number)
    }
    self.numbers = numbers
  }

  /// The key it stands for, or nil.
  var key: Key? {
    if isLinux { return final >= 0x41 && final <= 0x45 ? .function(Int(final) - 0x40) : nil }
    switch marker {
    case UInt8(ascii: "<"): return mouse
    case nil: break
    default: return nil
    }
    switch final {
    case UInt8(ascii: "~"): return numbered
    case UInt8(ascii: "I") where numbers.isEmpty: return .focusIn
    case UInt8(ascii: "O") where numbers.isEmpty: return .focusOut
    case UInt8(ascii: "Z"): return .backTab
    // rxvt: ESC [ a is Shift and an arrow.
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return ControlSequence.cursor[final - 0x20].map { .named($0, .shift) }
    case UInt8(ascii: "u"): return unicode
    default: return ControlSequence.cursor[final].map { .named($0, modifiers(at: 1)) }
    }
  }

  /// SS3 and a letter: application mode, keypads.
  static func singleShift(_ byte: UInt8) -> Key? {
    if let key = cursor[byte] { return .named(key) }
    switch byte {
    case UInt8(ascii: "M"): return .enter
    case UInt8(ascii: "I"): return .tab
    case UInt8(ascii: "X"): return .character("=")
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return cursor[byte - 0x20].map { .named($0, .control) }
    case UInt8(ascii: "j")...UInt8(ascii: "y"): return .character(Unicode.Scalar(byte - 0x40))
    default: return nil
    }
  }

  private static let cursor: [UInt8: NamedKey] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home,
    UInt8(ascii: "F"): .end, UInt8(ascii: "P"): .f1, UInt8(ascii: "Q"): .f2, UInt8(ascii: "R"): .f3, UInt8(ascii: "S"): .f4,
  ]

  private static let numbered: [Int: NamedKey] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end, 11: .f1, 12: .f2, 13: .f3, 14: .f4, 15: .f5,
    17: .f6, 18: .f7, 19: .f8, 20: .f9, 21: .f10, 23: .f11, 24: .f12, 25: .f13, 26: .f14, 28: .f15, 29: .f16, 31: .f17, 32: .f18, 33: .f19,
    34: .f20,
  ]

  private var numbered: Key? {
    guard let first = numbers.first else { return nil }
    // xterm's modifyOtherKeys: ESC [ 27 ; modifiers ; code ~
    if first == 27, numbers.count == 3 { return plain(numbers[2], modifiers(at: 1)) }
    return ControlSequence.numbered[first].map { .named($0, modifiers(at: 1)) }
  }

  /// ESC [ code ; modifiers u
  private var unicode: Key? { numbers.first.flatMap { plain($0, modifiers(at: 1)) } }

  private func plain(_ code: Int, _ modifiers: KeyModifiers) -> Key? {
    guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else { return nil }
    switch scalar {
    case "\r": return .named(.enter, modifiers)
    case "\t": return .named(.tab, modifiers)
    case "\u{1B}": return .named(.escape, modifiers)
    case "\u{7F}", "\u{08}": return .named(.backspace, modifiers)
    default: break
    }
    guard KeyDecoder.isPrintable(scalar) else { return nil }
    if modifiers.contains(.control) {
      return value >= 0x40 && value < 0x7F ? KeyDecoder.key(ofByte: UInt8(truncatingIfNeeded: value & 0x1F)) : nil
    }
    return modifiers.contains(.alt) ? .alt(scalar) : .character(scalar)
  }

  /// The modifiers in a parameter: 1 and a sum of Shift 1, Alt 2, Control 4, Meta 8.
  private func modifiers(at index: Int) -> KeyModifiers {
    guard numbers.indices.contains(index), numbers[index] > 1 else { return [] }
    let bits = numbers[index] - 1
    var modifiers: KeyModifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & (2 | 8) != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// SGR mouse: ESC [ < code ; column ; row, then M for a press and m for a release. Columns and rows count from 1.
  private var mouse: Key? {
    guard numbers.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
    let code = numbers[0]
    var modifiers: KeyModifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    let point = Point(x: max(0, numbers[1] - 1), y: max(0, numbers[2] - 1))
    guard let action = mouseAction(code) else { return nil }
    return .mouse(MouseEvent(action, at: point, modifiers: modifiers))
  }

  private func mouseAction(_ code: Int) -> MouseEvent.Action? {
    let low = code & 3
    if code & 64 != 0 {
      let wheel: [MouseEvent.Action] = [.wheelUp, .wheelDown, .wheelLeft, .wheelRight]
      return wheel[low]
    }
    if code & 32 != 0, code & 128 == 0, low == 3 { return .move }
    let button: MouseEvent.Button
    if code & 128 != 0 {
      button = .other(8 + low)
    } else {
      switch low {
      case 0: button = .left
      case 1: button = .middle
      case 2: button = .right
      default: return nil
      }
    }
    if code & 32 != 0 { return .drag(button) }
    return final == UInt8(ascii: "M") ? .press(button) : .release(button)
  }
}
