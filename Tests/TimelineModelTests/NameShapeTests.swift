import Testing
import TimelineModel

@Suite("What a name looks like")
struct NameShapeTests {
  @Test(
    "Letters of other alphabets that are drawn as Latin ones have their shape, and what draws nothing has none",
    arguments: [
      ("Armenia", "Armenia"), ("\u{0410}rmenia", "Armenia"), ("\u{0391}rmenia", "Armenia"), ("\u{FF21}rmenia", "Armenia"), ("\u{1D400}rmenia", "Armenia"),
      ("Arm\u{200B}enia\u{2060}", "Armenia"), ("\u{202E}Armenia", "Armenia"), ("Arm\u{00AD}enia", "Armenia"), ("Armenia\u{7}", "Armenia"),
      ("Ministry of\u{00A0}Defence", "Ministry of Defence"), ("  Ministry  of\tDefence ", "Ministry of Defence"), (" ", ""), ("", ""), ("\u{200B}", ""),
      ("People\u{2019}s Army", "People's Army"), ("Al", "Al"), ("AI", "Al"), ("A|", "Al"), ("\u{0405}\u{0455}\u{0458}", "Ssj"),
      ("\u{054D}\u{0585}", "Uo"), ("\u{1D455}", "h"), ("Şuşa", "Şuşa"), ("Հայաստան", "\u{0540}\u{0561}j\u{0561}u\u{057F}\u{0561}\u{0576}"),
    ])
  func shape(name: String, shape: String) { #expect(NameShape.of(name) == shape) }

  @Test(
    "Names that differ to the eye have other shapes", arguments: [("Armenia", "armenia"), ("Group 1", "Group l"), ("Suşa", "Susa"), ("AB", "A B"), ("0", "O")])
  func others(name: String, other: String) { #expect(NameShape.of(name) != NameShape.of(other)) }

  @Test("Accents in one piece and in two have one shape")
  func accents() { #expect(NameShape.of("S\u{00F6}y") == NameShape.of("So\u{0308}y")) }

  @Test(
    "The first place where two names differ is told by its characters",
    arguments: [
      ("\u{0410}rmenia", "Armenia", "U+0410 for U+0041"), ("Armenia", "\u{0410}rmenia", "U+0041 for U+0410"), ("Arm\u{200B}enia", "Armenia", "U+200B added"),
      ("Armenia", "Arm\u{200B}enia", "U+200B missing"), ("Armenia\u{200B}", "Armenia", "U+200B added"), ("Armenia", "Armenia ", "U+0020 missing"),
      ("A\u{00A0}B", "A B", "U+00A0 for U+0020"), ("Armenia", "Armenia", ""), ("S\u{00F6}y", "So\u{0308}y", ""), ("\u{1D400}", "A", "U+1D400 for U+0041"),
    ])
  func difference(name: String, other: String, words: String) { #expect(NameShape.difference(name, other) == words) }
}
