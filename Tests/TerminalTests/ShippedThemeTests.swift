import Terminal
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("The themes that come with annals")
struct ShippedThemeTests {
  static let names = ["dark", "light", "high-contrast", "mono"]

  @Test("Every role is set, and nothing in the file is misunderstood", arguments: names)
  func complete(name: String) throws {
    let (theme, problems) = Theme.parse(try themeFile(name))
    #expect(problems.isEmpty)
    #expect(theme.name == name)
    #expect(theme.isDark == (name != "light"))
    #expect(Role.allCases.filter { !theme.names($0) } == [])
  }

  @Test("Words can be read and marks be seen, in 256 colours as in all", arguments: [("dark", 4.5, 3.0), ("light", 4.5, 3.0), ("high-contrast", 7.0, 7.0)])
  func contrast(name: String, words: Double, marks: Double) throws {
    let theme = Theme.parse(try themeFile(name)).theme
    let black = Colour.palette(16).components
    let white = Colour.palette(231).components
    for role in Role.allCases {
      let appearance = theme[role]
      let background = appearance.background == .standard ? (theme.isDark ? black : white) : appearance.background.components
      let foreground = appearance.foreground == .standard ? (theme.isDark ? white : black) : appearance.foreground.components
      let contrast = foreground.contrast(with: background)
      #expect(contrast >= (role.isGlyph ? marks : words), "\(role.rawValue): \(contrast)")
      #expect(!appearance.attributes.contains(.dim), "dim takes contrast away: \(role.rawValue)")
    }
  }

  @Test("No colour becomes its own background in a poorer palette", arguments: ["dark", "light", "high-contrast"], [Palette.eight, .sixteen, .full])
  func poorer(name: String, palette: Palette) throws {
    let theme = Theme.parse(try themeFile(name)).theme
    for role in Role.allCases where theme[role].background != .standard {
      #expect(palette.number(of: theme[role].foreground) != palette.number(of: theme[role].background), "\(role.rawValue)")
    }
  }

  @Test("Without colours, what is selected still differs from what is not")
  func mono() throws {
    let theme = Theme.parse(try themeFile("mono")).theme
    #expect(!theme.usesColour)
    for role in [Role.selection, .menuSelected, .match, .chip, .error, .link] { #expect(theme[role] != theme[.normal]) }
    #expect(theme[.selection] != theme[.selectionInactive])
  }

  @Test("Contrast is WCAG's")
  func formula() {
    let black = Colour.palette(16).components
    let white = Colour.palette(231).components
    #expect(abs(white.contrast(with: black) - 21) < 0.001)
    #expect(abs(Colour.rgb(red: 0x77, green: 0x77, blue: 0x77).components.contrast(with: white) - 4.478) < 0.001)
  }

  /// A theme file of the project.
  private func themeFile(_ name: String, from file: StaticString = #filePath) throws -> String {
    var path = "\(file)"
    while path.last != "/" { path.removeLast() }
    let descriptor = open(path + "../../data/themes/\(name).yaml", O_RDONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
