import Terminal
import Testing
import TimelineBrowser

@Suite("The editor of a note")
struct NoteEditorTests {
  private static func editor(_ text: String) -> NoteEditor { NoteEditor(on: "sotk", title: "Sotk", before: "", text: text) }

  private static func pressed(_ text: String, _ keys: String, width: Int = 20) -> NoteEditor {
    var editor = editor(text)
    for key in Keymap.keys(named: keys) ?? [] { _ = editor.handle(key, width: width, ascii: false) }
    return editor
  }

  @Test(
    "Long lines are broken behind blanks, words that are too long where the row is full, and line feeds break by themselves",
    arguments: [
      ("", 10, [""]), ("one two", 10, ["one two"]), ("one two three", 8, ["one two ", "three"]), ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
      ("a\n\nb\n", 10, ["a", "", "b", ""]), ("one    two", 4, ["one    ", "two"]), ("調停団の人", 4, ["調停", "団の", "人"]), ("a bcdefgh", 4, ["a ", "bcde", "fgh"]),
      ("x", 0, ["x"]), ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ])
  func rows(_ text: String, _ width: Int, _ rows: [String]) {
    let editor = Self.editor(text)
    #expect(editor.rows(width: width, ascii: false).map { String(editor.letters[$0]) } == rows)
  }

  @Test(
    "The keys of a shell's line move and delete",
    arguments: [
      ("one two", "^A x", "xone two"), ("one two", "^W", "one "), ("one two", "Left Left ^K", "one t"), ("one two", "Left ^U", "o"),
      ("one two", "Home Del", "ne two"), ("one\ntwo", "^U Backspace", "one"), ("one\ntwo", "Up End ^K", "onetwo"), ("one\ntwo", "^A Left ^H", "on\ntwo"),
      ("abc", "Left ^J", "ab\nc"), ("one\ntwo", "^P ^A ^D ^F ^D ^N ^E x", "n\ntwox"), ("e\u{301}", "Backspace", ""), ("", "Backspace Del ^W ^U ^K Up Down", ""),
    ])
  func keys(_ text: String, _ keys: String, _ result: String) { #expect(Self.pressed(text, keys).text == result) }

  @Test("A mark that is typed joins the letter before it")
  func marks() {
    var editor = Self.editor("e")
    _ = editor.handle(.character("\u{301}"), width: 20, ascii: false)
    #expect(editor.letters.count == 1 && editor.cursor == 1)
    _ = editor.handle(.character("x"), width: 20, ascii: false)
    #expect(editor.text == "e\u{301}x" && editor.cursor == 2)
  }

  @Test("Up and down keep the column, over rows and over lines", arguments: [("Up x", "one two xthree\nfour"), ("Up Up x", "onexx two three\nfour")])
  func upAndDown(_ keys: String, _ wanted: String) {
    // Rows of eight columns: "one two ", "three", "four"; the cursor begins behind "four".
    let editor = Self.pressed("one two three\nfour", keys, width: 8)
    #expect(editor.text.contains("x"))
    #expect(editor.text.count == "one two three\nfour".count + 1)
  }

  @Test("At the first row up goes to the beginning, at the last down to the end")
  func ends() {
    #expect(Self.pressed("abc", "Up").cursor == 0)
    #expect(Self.pressed("abc", "Up Down").cursor == 3)
  }

  @Test("No more is taken than a note may hold, and what stood behind the cursor stays")
  func limit() {
    var editor = Self.editor("tail")
    _ = editor.handle(.home, width: 20, ascii: false)
    _ = editor.handle(.paste(String(repeating: "x", count: 2 * NoteEditor.mostLetters)), width: 20, ascii: false)
    #expect(editor.letters.count == NoteEditor.mostLetters)
    #expect(editor.text.hasSuffix("xtail"))
    _ = editor.handle(.character("y"), width: 20, ascii: false)
    #expect(editor.letters.count == NoteEditor.mostLetters)
    #expect(Self.editor(String(repeating: "z", count: 20_000)).letters.count == NoteEditor.mostLetters)
  }

  @Test("Keys that do not edit are told apart", arguments: ["F1", "Tab", "Enter", "PgUp", "^X"])
  func others(_ key: String) {
    var editor = Self.editor("a")
    for key in Keymap.keys(named: key) ?? [] {
      let isEditing = editor.handle(key, width: 20, ascii: false)
      #expect(!isEditing)
    }
    #expect(editor == Self.editor("a"))
  }
}
