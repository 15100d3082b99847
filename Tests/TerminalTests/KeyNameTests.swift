import Terminal
import Testing

@Suite("Names of keys")
struct KeyNameTests {
  @Test(
    "A key is written and read by the same name",
    arguments: [
      (Key.character("g"), "g"), (.character("G"), "G"), (.character("ş"), "ş"), (.character("^"), "^"), (.character("-"), "-"), (.space, "Space"),
      (.control("d"), "^D"), (.control("@"), "^Space"), (.control("\\"), "^\\"), (.control("_"), "^_"), (.alt("x"), "M-x"), (.alt(" "), "M-Space"),
      (.enter, "Enter"), (.tab, "Tab"), (.backTab, "S-Tab"), (.escape, "Esc"), (.backspace, "Backspace"), (.delete, "Del"), (.pageDown, "PgDn"),
      (.function(1), "F1"), (.function(20), "F20"), (.modified(.up, [.control, .shift]), "C-S-Up"), (.modified(.f5, .alt), "M-F5"),
    ] as [(Key, String)])
  func roundTrip(key: Key, name: String) {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test(
    "Other spellings are understood",
    arguments: [
      ("C-d", .control("d")), ("^d", .control("d")), ("escape", .escape), ("RETURN", .enter), ("PageDown", .pageDown), ("Alt-", nil), ("A-x", .alt("x")),
      ("^I", .tab), ("^M", .enter), ("^[", .escape), ("^?", .backspace), ("C-Space", .control("@")), ("S-Tab", .backTab), ("C-Up", .modified(.up, .control)),
      ("", nil), ("gg", nil), ("^", .character("^")), ("^1", nil), ("X-a", nil), ("C-M-x", nil), ("F21", nil), ("\u{1b}", nil), ("\u{301}", nil), ("C-", nil),
      ("M-gg", nil), ("S-a", nil),
    ] as [(String, Key?)])
  func spellings(name: String, key: Key?) {
    #expect(Key(name: name) == key)
  }

  @Test("Every named key is read back", arguments: NamedKey.allCases)
  func named(key: NamedKey) {
    #expect(Key(name: key.rawValue) == .named(key))
  }

  @Test("What is not pressed has no name")
  func nameless() {
    #expect(Key.paste("x").name == nil)
    #expect(Key.focusIn.name == nil)
    #expect(Key.unknown.name == nil)
    #expect(Key.character("\u{34F}").name == nil && Key.alt("\u{200D}").name == nil)
    #expect(Key.mouse(MouseEvent(.wheelUp, at: .zero)).name == nil)
    #expect(Key.function(0) == .unknown)
    #expect(Key.function(21) == .unknown)
  }
}
