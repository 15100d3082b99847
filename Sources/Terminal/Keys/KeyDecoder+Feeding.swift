extension KeyDecoder {
  /// Takes one byte, and adds the keys that it completes.
  mutating func feed(_ byte: UInt8, into keys: inout [Key]) {
    if paste != nil {
      if let key = paste?.take(byte) {
        paste = nil
        keys.append(key)
      }
      return
    }
    pending.append(byte)
    if let key = key(of: pending) {
      pending.removeAll(keepingCapacity: true)
      keys.append(key)
      return
    }
    if isBeginning(pending) { return }
    guard let first = pending.first else { return }
    switch first {
    case KeyDecoder.escapeByte: escape(into: &keys)
    case 0x80...: character(into: &keys)
    default: single(into: &keys)
    }
  }

  /// One byte that is a key by itself. When it only seemed to begin one of the terminal's sequences, what follows it is read anew.
  private mutating func single(into keys: inout [Key]) {
    let bytes = pending
    pending.removeAll(keepingCapacity: true)
    keys.append(KeyDecoder.key(ofByte: bytes[0]))
    for byte in bytes.dropFirst() { feed(byte, into: &keys) }
  }

  /// A character of several bytes; what is not UTF-8 is one unknown key, and reading goes on at the byte that does not fit.
  private mutating func character(into keys: inout [Key]) {
    let length: Int
    switch pending[0] {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: length = 1
    }
    if pending.count > 1, let last = pending.last, last & 0xC0 != 0x80 {
      pending.removeAll(keepingCapacity: true)
      keys.append(.unknown)
      feed(last, into: &keys)
      return
    }
    guard pending.count >= length else { return }
    let scalars = String(decoding: pending, as: UTF8.self).unicodeScalars
    pending.removeAll(keepingCapacity: true)
    if length > 1, scalars.count == 1, let scalar = scalars.first, KeyDecoder.isPrintable(scalar) {
      keys.append(.character(scalar))
    } else {
      keys.append(.unknown)
    }
  }

  /// Everything that begins with ESC.
  private mutating func escape(into keys: inout [Key]) {
    guard pending.count > 1 else { return }
    switch pending[1] {
    case UInt8(ascii: "["): controlSequence(into: &keys)
    case UInt8(ascii: "O"): singleShift(into: &keys)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"): string(into: &keys)
    case KeyDecoder.escapeByte:
      // Esc pressed, and then something that begins with ESC: the second may still begin a sequence.
      pending.removeFirst()
      keys.append(.escape)
    default:
      let byte = pending[1]
      pending.removeAll(keepingCapacity: true)
      if let scalar = KeyDecoder.printable(byte) {
        keys.append(.alt(scalar))
      } else {
        keys.append(.escape)
        feed(byte, into: &keys)
      }
    }
  }

  /// CSI: parameters 30…3F, intermediates 20…2F, a final byte 40…7E. Whatever it says, it is swallowed to its end.
  private mutating func controlSequence(into keys: inout [Key]) {
    guard pending.count > 2, let last = pending.last else { return }
    switch last {
    case 0x20...0x3F:
      // Too long to be believed: forget the middle, keep waiting for the end.
      if pending.count > KeyDecoder.sequenceLimit { pending.removeSubrange(3..<pending.count) }
    // The Linux console sends F1 to F5 as ESC [ [ A to E.
    case UInt8(ascii: "[") where pending.count == 3: return
    case 0x40...0x7E:
      let body = pending[2...]
      pending.removeAll(keepingCapacity: true)
      if body.elementsEqual("200~".utf8) {
        paste = Paste()
      } else {
        keys.append(ControlSequence(body)?.key ?? .unknown)
      }
    default:
      // A byte that cannot be part of it breaks it off.
      pending.removeAll(keepingCapacity: true)
      keys.append(.unknown)
      feed(last, into: &keys)
    }
  }

  /// SS3: one letter, as keypads and F1 to F4 send it.
  private mutating func singleShift(into keys: inout [Key]) {
    guard pending.count > 2, let last = pending.last else { return }
    pending.removeAll(keepingCapacity: true)
    if last < 0x20 || last >= 0x7F {
      keys.append(.alt("O"))
      feed(last, into: &keys)
    } else {
      keys.append(ControlSequence.singleShift(last) ?? .unknown)
    }
  }

  /// OSC, DCS, SOS, PM, APC: an answer to a question we did not ask. Ends with BEL or ESC \.
  private mutating func string(into keys: inout [Key]) {
    guard pending.count > 2, let last = pending.last else { return }
    let beforeLast = pending[pending.count - 2]
    if last == 0x07 || last == UInt8(ascii: "\\") && beforeLast == KeyDecoder.escapeByte && pending.count > 3 {
      pending.removeAll(keepingCapacity: true)
      keys.append(.unknown)
    } else if pending.count > KeyDecoder.sequenceLimit {
      pending.removeSubrange(3..<pending.count - 1)
    }
  }

  /// Whether a character may stand in a text that is typed: no control of any kind, and nothing private that names a key.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    GlyphClass(of: scalar) != .dangerous && !(0xE000...0xF8FF).contains(scalar.value)
  }

  /// A printable ASCII character, or nil.
  static func printable(_ byte: UInt8) -> Unicode.Scalar? { byte >= 0x20 && byte < 0x7F ? Unicode.Scalar(byte) : nil }

  /// The key that sends one byte below 80.
  static func key(ofByte byte: UInt8) -> Key {
    switch byte {
    case 0x00: .control("@")
    case 0x09: .tab
    case 0x0D: .enter
    case 0x1B: .escape
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: .control(Unicode.Scalar(byte + 0x60))
    case 0x1C...0x1F: .control(Unicode.Scalar(byte + 0x40))
    default: .character(Unicode.Scalar(byte))
    }
  }
}
