extension Colour {
  /// Red, green and blue from 0 to 255.
  package struct Components: Hashable, Sendable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    /// Relative luminance from 0 (black) to 1 (white). Source: WCAG 2.2.
    package var luminance: Double {
      func linear(_ channel: UInt8) -> Double {
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : Components.power24((value + 0.055) / 1.055)
      }
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// Contrast from 1 (the same) to 21 (black and white). Source: WCAG 2.2.
    package func contrast(with other: Components) -> Double {
      let (light, dark) = luminance > other.luminance ? (luminance, other.luminance) : (other.luminance, luminance)
      return (light + 0.05) / (dark + 0.05)
    }

    /// The value to the power of 2.4, which the standard library has no function for: x² times the fifth root of x², by Newton's method.
    private static func power24(_ value: Double) -> Double {
      guard value > 0 else { return 0 }
      let square = value * value
      var root = 1.0
      for _ in 0..<32 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
      return square * root
    }
  }

  /// What the colour looks like; the terminal's own sixteen as xterm has them, its own foreground and background as light grey.
  package var components: Components {
    switch self {
    case .standard: Components(red: 229, green: 229, blue: 229)
    case .rgb(let red, let green, let blue): Components(red: red, green: green, blue: blue)
    case .palette(let index): Colour.components(ofPalette: Int(index))
    }
  }

  private static func components(ofPalette index: Int) -> Components {
    switch index {
    case 0..<16:
      let (red, green, blue) = sixteen[index]
      return Components(red: red, green: green, blue: blue)
    case 16..<232:
      let cube = index - 16
      return Components(red: step(cube / 36), green: step(cube / 6 % 6), blue: step(cube % 6))
    default:
      let grey = UInt8(clamping: 8 + (index - 232) * 10)
      return Components(red: grey, green: grey, blue: grey)
    }
  }

  /// 0, 95, 135, 175, 215, 255.
  private static func step(_ level: Int) -> UInt8 { level == 0 ? 0 : UInt8(clamping: 55 + level * 40) }

  private static let sixteen: [(UInt8, UInt8, UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
}
