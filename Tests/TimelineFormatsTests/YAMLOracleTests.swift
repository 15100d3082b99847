import Bytes
import Testing
import TimelineFormats

@Suite("Our YAML against an independent reader")
struct YAMLOracleTests {
  private func check(_ text: String, _ name: String) throws {
    let tree = YAMLTree.parse(SourceText(Array(text.utf8)))
    #expect(tree.problems.isEmpty, "\(name): \(tree.problems.first.map { "\($0.code) at \(tree.source.position(of: $0.offset))" } ?? "")\n\(text)")
    let oracle = try TreeDump(oracle: text)
    #expect(TreeDump(tree) == oracle, "\(name)\n\(text)")
  }

  @Test("Every file of the fixtures and of the bundled data is read as the same tree")
  func dataFiles() throws {
    var count = 0
    for folder in ["/Tests/Fixtures/native/river", "/data/nagorno-karabakh"] where FileBytes.isDirectory(Fixtures.package + folder) {
      for file in try TimelineFolder.files(at: Fixtures.package + folder) {
        try check(String(decoding: file.bytes, as: UTF8.self), file.name)
        count += 1
      }
    }
    #expect(count >= 6)
  }

  @Test("Generated documents are read as the same tree", arguments: 0..<40)
  func generated(batch: Int) throws {
    for seed in batch * 100..<(batch + 1) * 100 {
      let text = GeneratedYAML.document(seed: seed)
      let tree = YAMLTree.parse(SourceText(Array(text.utf8)))
      guard tree.problems.isEmpty, TreeDump(tree) == (try TreeDump(oracle: text)) else {
        try check(text, "seed \(seed)")
        return
      }
    }
  }

  @Test(
    "Corners of block texts are read as the same tree",
    arguments: [
      "a: |\n  x\n  y\nb: c\n", "a: >\n  x\n  y\n\n  z\n", "a: >-\n  x\n\n\n  y\n", "a: |+\n  x\n\n\nb: 1\n", "a: |-\n  x\n\n\nb: 1\n",
      "a: >\n  x\n   more\n  y\n",
      "a: >\n\n  x\n", "a: |\n\n\n  x\n", "a: |2\n    x\n  y\n", "a: >1-\n  x\n y\n", "a: |\nb: c\n", "a: >+\n\nb: c\n", "a: |+\n", "a: |", "a: |\n  x",
      "a: >\n  x\n  ",
      "- |\n x\n- >\n  y\n", "- - |\n   x\n  - y\n", "a: |  # note\n  x\n", "a: >\n  x\n\n   m\n\n  y\n", "a: >\n  x\n  \ty\n  z\n", "a:\n- |\n  x\n- b\n",
      "|\n x\n", ">\n x\n y\n",
      "a: >\n  one\n  two \n  three\n", "a: |\n  # x\n # y\nb: 1\n",
    ])
  func blockTexts(text: String) throws { try check(text, "block text") }

  @Test(
    "Corners of keys, lists and quotes are read as the same tree",
    arguments: [
      "", "# only\n", "a:\n", "a: \n", "a:\n  b:\n", "- \n- a\n", "-\n", "- - - a\n", "-   - a\n    - b\n", "a: b # c\n", "a: b#c\n", "a: 'b' # c\n",
      "\"a b\": c\n", "'a': b\n",
      "a : b\n", "a:b: c\n", "a: []\n", "a: {}\n", "a: [ ]\n", "a: [b, ]\n", "a: {b: }\n", "a: {b}\n", "a: {b, c: d}\n", "a: [[], {}]\n",
      "a: {b: [c, {d: e}]}\n",
      "a:\n- b\n- c\nd: e\n", "a:\n  - b\n  -\n    c\n", "- a: b\n  c: d\n-   e: f\n    g: h\n", "text\n", "\"text\"\n", "[a]\n", "a: \"\\u0041\\/\"\n",
      "a: x:y\n",
      "---\na: b\n", "a: --\n", "a: -b\n", "a\n", "a:   b   \n", "a: 'x'   \n", "- a\n\n\n- b\n", "a: b\n   \n\nc: d\n",
      "{\"a\":1, \"b\":2}\n", "a: {\"b\":c}\n", "a\tb: c\n", "a: \"x\ty\"\n",
    ])
  func corners(text: String) throws { try check(text, "corner") }
}
