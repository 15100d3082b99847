import SeededRandom
import Terminal
import Testing

@Suite("The gate from text to cells")
struct CellTextTests {
  @Test(
    "Whatever a terminal would obey is shown instead",
    arguments: [
      ("a\u{1b}[2Jb", "a␛[2Jb", "a^[[2Jb"),
      ("\u{0}\u{7}\r\n\t", "␀␇␍␊␉", "^@^G^M^J^I"),
      ("\u{7f}", "␡", "^?"),
      ("\u{85}", "⟨U+0085⟩", "<U+0085>"),
      ("\u{9b}31m", "⟨U+009B⟩31m", "<U+009B>31m"),
      ("\u{202e}txt", "⟨U+202E⟩txt", "<U+202E>txt"),
      ("\u{2066}\u{200f}\u{61c}", "⟨U+2066⟩⟨U+200F⟩⟨U+061C⟩", "<U+2066><U+200F><U+061C>"),
      ("\u{2028}\u{2029}", "⟨U+2028⟩⟨U+2029⟩", "<U+2028><U+2029>"),
      ("\u{e0041}", "⟨U+E0041⟩", "<U+E0041>"),
    ])
  func controlsAreShown(text: String, shown: String, shownInASCII: String) {
    #expect(CellText(text).text == shown)
    #expect(CellText(text, ascii: true).text == shownInASCII)
    #expect(CellText(text).asciiTwin.text == shownInASCII)
    #expect(CellText(text).substitutions > 0)
  }

  @Test(
    "Invisible characters are dropped and counted",
    arguments: [
      ("a\u{200b}b", "ab", 1), ("\u{feff}a", "a", 1), ("so\u{ad}ft", "soft", 1), ("👩\u{200d}👩", "👩👩", 1), ("❤\u{fe0f}", "❤", 1),
      ("\u{115f}\u{3164}", "", 2), ("👍\u{1f3fd}", "👍", 1), ("\u{fff9}a\u{fffb}", "a", 2),
    ])
  func invisible(text: String, shown: String, dropped: Int) {
    #expect(CellText(text).text == shown)
    #expect(CellText(text).substitutions == dropped)
  }

  @Test(
    "A text is as wide as a terminal draws it",
    arguments: [
      ("", 0), ("Sotk", 4), ("Şuşa", 4), ("Su\u{327}s\u{327}a", 4), ("Խանքենդի", 8), ("東京都", 6), ("한국", 4), ("한", 2), ("🇦🇲", 2), ("👍", 2),
      ("▁▃▅█", 4), ("⠿⡇", 2), ("…", 1), ("“”", 2), ("─┬│", 3), ("✶◆▪", 3), ("\u{3000}", 2), ("Ａ", 2), ("עברית", 5), ("ﷺ", 1), ("\u{fffd}", 1),
    ])
  func width(text: String, columns: Int) {
    #expect(CellText(text).width == columns)
  }

  @Test("A flag is the two letters it is made of: terminals draw it in two columns, in three or in four")
  func flag() {
    let text = CellText("a🇦🇲b")
    #expect(text.text == "aAMb" && text.width == 4 && text.substitutions == 2)
    #expect(CellText("🇿", ascii: true).text == "Z" && text.asciiTwin.text == "aAMb")
  }

  @Test("At most four marks stand on a base, and the rest is counted")
  func marks() {
    let text = CellText("a" + String(repeating: "\u{301}", count: 100) + "b")
    #expect(text.width == 2)
    #expect(text.text.unicodeScalars.count == 6)
    #expect(text.substitutions == 96)
  }

  @Test("A mark without a letter stands on a dotted circle, not on the cell before the text")
  func loneMark() {
    #expect(CellText("\u{301}a").text == "\u{25cc}\u{301}a")
    #expect(CellText("\u{1b}\u{301}").text == "␛\u{25cc}\u{301}")
  }

  @Test("Invalid UTF-8 stays the replacement character")
  func invalid() {
    #expect(CellText(String(decoding: [0x61, 0xFF, 0x62], as: UTF8.self)).text == "a\u{fffd}b")
  }

  @Test("Lines end with LF, CR LF or CR")
  func lines() {
    #expect(CellText.lines(of: "one\r\ntwo\nthree\r\rfour\n").map(\.text) == ["one", "two", "three", "", "four"])
    #expect(CellText.lines(of: "").isEmpty)
  }

  @Test(
    "A text that is cut ends in an ellipsis, and never in half a glyph",
    arguments: [
      ("Artillery exchange", 10, "Artillery…"), ("Artillery", 9, "Artillery"), ("Artillery", 1, "…"), ("Artillery", 0, ""), ("東京都", 5, "東京…"),
      ("東京都", 4, "東…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("", 3, ""), ("abc", -5, ""),
    ])
  func truncated(text: String, columns: Int, cut: String) {
    #expect(CellText(text).truncated(to: columns).text == cut)
  }

  @Test("In ASCII the ellipsis is a tilde")
  func truncatedInASCII() {
    #expect(CellText("Artillery exchange", ascii: true).truncated(to: 5).text == "Arti~")
    #expect(CellText("Artillery…").asciiTwin.text == "Artillery~")
  }

  @Test("The front and the rest of a text", arguments: [(0, "", "東京都"), (1, "", "京都"), (2, "東", "京都"), (3, "東", "都"), (9, "東京都", "")])
  func prefixAndRest(columns: Int, front: String, rest: String) {
    #expect(CellText("東京都").prefix(columns: columns).text == front)
    #expect(CellText("東京都").dropping(columns: columns).text == rest)
  }

  @Test(
    "Text is wrapped at spaces, and a long word where the line ends",
    arguments: [
      ("Artillery exchange near Sotk", 12, ["Artillery", "exchange", "near Sotk"]),
      ("Artillery exchange", 4, ["Arti", "ller", "y", "exch", "ange"]),
      ("one two", 7, ["one two"]), ("one two", 3, ["one", "two"]), ("a  b", 1, ["a", "b"]), ("東京都", 3, ["東", "京", "都"]),
      ("", 5, [""]), ("abc", 0, []), ("東", 1, ["東"]), ("ab c", 3, ["ab", "c"]), ("    abcdef", 3, ["", "abc", "def"]),
      ("a\u{a0}b c", 3, ["a\u{a0}b", "c"]), ("abc \u{20e3}de", 3, ["abc", " \u{20e3}de"]), ("ab \u{301} c", 3, ["ab \u{301}", "c"]),
    ])
  func wrapped(text: String, columns: Int, lines: [String]) {
    #expect(CellText(text).wrapped(to: columns).map(\.text) == lines)
  }

  @Test("Wrapping loses no glyph but spaces, and no line is too wide")
  func wrappingKeepsEverything() {
    var random = SeededGenerator(7)
    let letters = Array("ab 東e\u{301}ç  ")
    for _ in 0..<2_000 {
      let string = String((0..<random.below(40)).map { _ in letters[random.below(letters.count)] })
      let columns = 2 + random.below(12)
      let lines = CellText(string).wrapped(to: columns)
      #expect(lines.allSatisfy { $0.width <= columns })
      #expect(lines.map(\.text).joined().filter { $0 != " " } == string.filter { $0 != " " })
    }
  }

  @Test("Sums are as wide as their parts, and as safe")
  func sums() {
    let sum = CellText("東") + CellText("\u{1b}")
    #expect(sum.text == "東␛")
    #expect(sum.width == 3)
    #expect(sum.substitutions == 1)
    #expect(!sum.isEmpty)
    #expect(CellText().isEmpty)
  }

  @Test("No text whatever lets a control or an override through")
  func randomText() {
    var random = SeededGenerator(11)
    for _ in 0..<5_000 {
      let scalars = (0..<20).compactMap { _ in Unicode.Scalar(UInt32(random.below(random.below(2) == 0 ? 0x300 : 0xE0100))) }
      let string = String(String.UnicodeScalarView(scalars))
      let text = CellText(string)
      #expect(text.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && !(0x80..<0xA0).contains($0.value) })
      #expect(!text.text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) })
      #expect(text.units.reduce(0) { $0 + $1.width } == text.width)
      #expect(CellText(string, ascii: true).text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
      #expect(CellText(string, ascii: true).text == text.asciiTwin.text)
    }
  }
}
