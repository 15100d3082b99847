/// A colour as a theme names it. The edge shows the nearest one the terminal has.
package enum Colour: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// One of 256: 0–7 and 8–15 are the terminal's own sixteen, 16–231 a cube of 6 × 6 × 6, 232–255 greys.
  case palette(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)

  /// The names of the sixteen, in palette order.
  package static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]

  /// Reads `default`, a name of ``names``, a number 0–255 or `#rrggbb`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    if bytes.first == UInt8(ascii: "#") {
      guard bytes.count == 7 else { return nil }
      var value: UInt32 = 0
      for byte in bytes.dropFirst() {
        guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
        value = value << 4 | UInt32(truncatingIfNeeded: digit)
      }
      self = .rgb(
        red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8), blue: UInt8(truncatingIfNeeded: value))
      return
    }
    // Numbers first, which most colours of a theme are: sixteen names need not be compared then.
    if let first = bytes.first, first >= 0x30, first <= 0x39 {
      guard bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = UInt8(text) else { return nil }
      self = .palette(number)
      return
    }
    if text == "default" {
      self = .standard
      return
    }
    guard let index = Colour.names.firstIndex(where: { $0 == text }), let number = UInt8(exactly: index) else { return nil }
    self = .palette(number)
  }
}
