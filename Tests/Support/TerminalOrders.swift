/// What a program told a terminal, taken apart as a terminal does it, so that what does not belong there is found.
///
///     TerminalOrders(Array("\u{1B}[31mred\u{1B}]0;owned\u{7}".utf8)).strange      // ["an operating system command"]
package struct TerminalOrders {
  /// What a browser has no reason to write: strings to the terminal itself, controls that are not motion, C1, characters that turn the direction of text.
  package private(set) var strange: [String] = []

  package init(_ bytes: [UInt8]) {
    var scalars = Substring(String(decoding: bytes, as: UTF8.self)).unicodeScalars
    while let scalar = scalars.popFirst() {
      switch scalar.value {
      case 0x1B: escape(&scalars)
      // Backspace, tab, line feed, carriage return, and the shifts of terminals that draw lines by them.
      case 0x08, 0x09, 0x0A, 0x0D, 0x0E, 0x0F: break
      case 0..<0x20, 0x7F: strange.append("the control \(scalar.value)")
      case 0x80..<0xA0: strange.append("the control \(scalar.value) of C1")
      case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: strange.append("the character \(scalar.value)")
      case 0xFFFD where bytes.contains(where: { $0 >= 0x80 }) && String(validating: bytes, as: UTF8.self) == nil: strange.append("bytes that are not UTF-8")
      default: break
      }
    }
  }

  private mutating func escape(_ scalars: inout Substring.UnicodeScalarView) {
    guard let next = scalars.popFirst() else { return strange.append("an escape at the end") }
    switch next {
    case "[":
      // Parameters and intermediates, then the letter that says what is to be done.
      var parameters = ""
      while let byte = scalars.popFirst() {
        if (0x40...0x7E).contains(byte.value) { return check(control: byte, parameters) }
        guard (0x20...0x3F).contains(byte.value) else { return strange.append("a control sequence broken off") }
        parameters.unicodeScalars.append(byte)
      }
    case "(", ")", "*", "+": _ = scalars.popFirst()
    case "7", "8", "=", ">", "M", "D", "E", "H": break
    case "]": strange.append("an operating system command")
    case "P", "X", "^", "_": strange.append("a string to the terminal")
    default: strange.append("ESC \(next.value)")
    }
  }

  /// Answers are asked for with `c`, `n`, `q`, `x` and `y`, and windows are moved with `t`; of which terminfo has the title kept on entering and given back.
  private mutating func check(control letter: Unicode.Scalar, _ parameters: String) {
    if letter == "t", parameters == "22;0;0" || parameters == "23;0;0" { return }
    if ["c", "n", "q", "t", "x", "y", "i"].contains(letter) { strange.append("CSI \(parameters)\(letter)") }
  }
}
