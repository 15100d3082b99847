import Terminal
import Testing

@Suite("Reading themes")
struct ThemeTests {
  @Test("A theme file is a patch over its base, wherever it names it")
  func patch() {
    let base = Theme(name: "dark", isDark: true, appearances: [.normal: Appearance(foreground: .palette(250)), .dim: Appearance(foreground: .palette(8))])
    let (theme, problems) = Theme.parse(
      """
      \u{FEFF}# An evening theme
      ---
      name: evening
      background: light      # the paper is white
      title: "#ffd787 bold"
      base: dark

      header: black on 110
      link: underline
      chip: 'bright-red on "x' # broken
      """, bases: [base])
    #expect(theme.name == "evening")
    #expect(!theme.isDark)
    #expect(theme[.title] == Appearance(foreground: .rgb(red: 255, green: 215, blue: 135), attributes: .bold))
    #expect(theme[.header] == Appearance(foreground: .palette(0), background: .palette(110)))
    #expect(theme[.link] == Appearance(attributes: .underline))
    #expect(theme[.dim] == Appearance(foreground: .palette(8)))
    #expect(theme[.era] == theme[.normal])
    #expect(theme.names(.dim) && !theme.names(.era))
    #expect(problems.map(\.line) == [10])
  }

  @Test(
    "What cannot be understood is told with its line and the nearest known word",
    arguments: [
      ("titel: red", "did you mean «title»"), ("title: rde", "did you mean «red»"), ("title: blod", "did you mean «bold»"),
      ("title: 256", "not a colour"), ("title: red on", "missing after «on»"), ("title: red blue", "«blue» is not"), ("title", "not of the form"),
      ("base: nowhere", "no theme «nowhere»"), ("background: dusk", "dark or light"), ("title: \"#12345\"", "«#12345» is not"),
      ("title: on bold", "«bold» is not"), ("title: \"#12345g\"", "is not"), ("xyzzyplugh: red", "There is no role «xyzzyplugh»."),
    ])
  func problems(line: String, words: String) {
    let (_, problems) = Theme.parse("dim: 8\n\(line)\nera: 9\n")
    #expect(problems.count == 1)
    #expect(problems.first?.line == 2)
    #expect(problems.first?.message.contains(words) == true, "\(problems)")
  }

  @Test("A role set twice keeps the first, and says so")
  func twice() {
    let (theme, problems) = Theme.parse("dim: 8\ndim: 9\n", name: "mine")
    #expect(theme[.dim].foreground == .palette(8))
    #expect(theme.name == "mine")
    #expect(problems.first?.message.contains("line 1") == true)
  }

  @Test("The plain theme uses no colour")
  func plain() {
    #expect(!Theme.plain.usesColour)
    #expect(Theme.plain[.selection].attributes == .reverse)
  }

  @Test(
    "Each palette shows the nearest colour it has",
    arguments: [
      (Palette.mono, Colour.palette(9), -1), (.full, .standard, -1), (.full, .rgb(red: 255, green: 0, blue: 0), 196), (.full, .palette(200), 200),
      (.full, .rgb(red: 8, green: 8, blue: 8), 232), (.sixteen, .palette(12), 12), (.sixteen, .palette(203), 9),
      (.sixteen, .rgb(red: 255, green: 255, blue: 255), 15),
      (.eight, .palette(9), 1), (.eight, .palette(8), 7), (.eight, .palette(245), 7), (.eight, .palette(234), 0), (.eight, .palette(203), 1),
      (.eight, .palette(117), 6), (.eight, .palette(24), 4), (.eight, .palette(147), 6), (.eight, .palette(183), 5), (.direct, .palette(5), 5),
      (.direct, .palette(196), 0xFF0000), (.direct, .rgb(red: 1, green: 2, blue: 3), 0x010203),
      (.direct, .rgb(red: 0, green: 0, blue: 3), 8), (.direct, .palette(232), 0x080808),
    ] as [(Palette, Colour, Int)])
  func nearest(palette: Palette, colour: Colour, number: Int) {
    #expect(palette.number(of: colour) == number)
  }
}

@Suite("Roles")
struct RoleTests {
  @Test("A role's index is its place in the table", arguments: Role.allCases.indices)
  func index(position: Int) {
    #expect(Role.allCases[position].index == position)
  }
}
