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
    case (.full, _): Palette.nearest(to: colour.components, among: 16..<256)
    case (.sixteen, .palette(let index)) where index < 16: Int(index)
    case (.sixteen, _): Palette.nearest(to: colour.components, among: 0..<16)
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

  private static func nearest(to colour: Colour.Components, among candidates: Range<Int>) -> Int {
    candidates.min { distance(colour, $0) < distance(colour, $1) } ?? 7
  }

  /// With eight colours a middle grey must not become black on black: text in grey stays white.
  private static func nearestOfEight(to colour: Colour.Components) -> Int {
    let sides = [colour.red, colour.green, colour.blue]
    guard let low = sides.min(), let high = sides.max() else { return 7 }
    if high - low < 32 { return high > 88 ? 7 : 0 }
    // The channels that stand above the middle between the lowest and the highest.
    let middle = Int(low) + Int(high - low) / 2
    return (Int(colour.red) > middle ? 1 : 0) | (Int(colour.green) > middle ? 2 : 0) | (Int(colour.blue) > middle ? 4 : 0)
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
