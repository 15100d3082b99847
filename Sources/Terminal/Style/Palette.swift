/// The colours a terminal has, and the nearest of them to what a theme asks for.
package enum Palette: Sendable, CaseIterable {
  /// None: attributes alone.
  case mono
  /// The first eight of the sixteen, whose look is the terminal's own business.
  case eight
  case sixteen
  /// 256 in palette order. Also what `xterm-256color` gets when it could do more: only terminfo (`xterm-direct`) says how to ask for more.
  case full
  /// 24 bits a colour.
  case direct

  /// The number of a colour for the terminal; -1 is the terminal's own foreground or background.
  ///
  /// ```swift
  /// Palette.full.number(of: .rgb(red: 255, green: 0, blue: 0))    // 196
  /// Palette.eight.number(of: .palette(9))                         // 1
  /// ```
  package func number(of colour: Colour) -> Int {
    switch (self, colour) {
    case (.mono, _), (_, .standard): -1
    case (.direct, .palette(let index)) where index < 8: Int(index)
    case (.direct, _): Palette.direct(colour.components)
    case (.full, .palette(let index)): Int(index)
    case (.full, _): Palette.nearestOfCube(to: colour.components)
    case (.sixteen, .palette(let index)) where index < 16: Int(index)
    case (.sixteen, _): Palette.nearestOfSixteen(to: colour.components)
    case (.eight, .palette(let index)) where index < 8: Int(index)
    // Bright black is a grey for text, not black on black.
    case (.eight, .palette(8)): 7
    case (.eight, .palette(let index)) where index < 16: Int(index) - 8
    case (.eight, _): Palette.nearestOfEight(to: colour.components)
    }
  }

  /// Numbers below 8 mean the first eight of the palette even in direct colour, so the darkest blues step aside.
  private static func direct(_ colour: Colour.Components) -> Int {
    let value = Int(colour.red) << 16 | Int(colour.green) << 8 | Int(colour.blue)
    return value > 0 && value < 8 ? 8 : value
  }

  private static func nearestOfCube(to colour: Colour.Components) -> Int {
    (16..<256).min { distance(colour, $0) < distance(colour, $1) } ?? 231
  }

  /// By hue: the nearest in distance would make most colours grey.
  private static func nearestOfSixteen(to colour: Colour.Components) -> Int {
    let (low, high) = extremes(of: colour)
    if high - low < 32 { return high < 64 ? 0 : high < 180 ? 8 : high < 242 ? 7 : 15 }
    return hue(of: colour) + (high > 200 ? 8 : 0)
  }

  /// A middle grey is white here: as black it would vanish on black.
  private static func nearestOfEight(to colour: Colour.Components) -> Int {
    let (low, high) = extremes(of: colour)
    return high - low < 32 ? (high > 110 ? 7 : 0) : hue(of: colour)
  }

  /// One of 1 to 6, by the channels that stand near the highest.
  private static func hue(of colour: Colour.Components) -> Int {
    let (low, high) = extremes(of: colour)
    let bar = low + (high - low) * 3 / 4
    let hue = (Int(colour.red) >= bar ? 1 : 0) | (Int(colour.green) >= bar ? 2 : 0) | (Int(colour.blue) >= bar ? 4 : 0)
    // The blue of most terminals is too dark to stand for a light one.
    guard hue == 4, colour.luminance > 0.3 else { return hue }
    return colour.red > colour.green ? 5 : 6
  }

  private static func extremes(of colour: Colour.Components) -> (low: Int, high: Int) {
    let sides = [Int(colour.red), Int(colour.green), Int(colour.blue)]
    return (sides.min() ?? 0, sides.max() ?? 255)
  }

  /// Squared distance, weighted as the eye is.
  private static func distance(_ colour: Colour.Components, _ index: Int) -> Int {
    let other = Colour.palette(UInt8(clamping: index)).components
    let red = Int(colour.red) - Int(other.red)
    let green = Int(colour.green) - Int(other.green)
    let blue = Int(colour.blue) - Int(other.blue)
    return 3 * red * red + 6 * green * green + blue * blue
  }
}
