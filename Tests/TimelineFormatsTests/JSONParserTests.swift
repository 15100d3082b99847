import Testing
import TimelineFormats

@Suite("The reader of JSON")
struct JSONParserTests {
  static func parse(_ text: String, limits: ReadingLimits = .standard) -> Result<JSONNode, JSONError> {
    do throws(JSONError) { return .success(try JSONParser.parse(Array(text.utf8), limits: limits)) } catch { return .failure(error) }
  }

  @Test("Values are what they say, and numbers are kept as written")
  func values() throws {
    let node = try Self.parse(#" {"a": [1, -2.50e+3, true, false, null, "x"], "b": {}, "c": []} "#).get()
    #expect(node["a"]?.items.map(\.plainText) == ["1", "-2.50e+3", "true", "false", "", "x"])
    #expect(node["a"]?.items[0].integer == 1 && node["a"]?.items[4].isNull == true && node["b"]?.members.isEmpty == true)
    #expect(node.plainText == #"{"a":[1,-2.50e+3,true,false,null,"x"],"b":{},"c":[]}"#)
    #expect(node["a"]?.offset == 7 && node["missing"] == nil && node["a"]?["x"] == nil)
    #expect(try Self.parse("40.5").get().decimal == 40.5)
  }

  @Test(
    "Escapes make characters, pairs of halves make one",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""Şuşa \u015Eu\u015fa""#, "Şuşa Şuşa"), (#""\ud83d\ude00""#, "😀"), (#""""#, ""),
    ])
  func escapes(json: String, text: String) throws { #expect(try Self.parse(json).get().text == text) }

  @Test(
    "What JSON does not have is an error at its place",
    arguments: [
      ("", "json-ends", 0), ("{", "json-ends", 1), ("[1", "json-ends", 2), ("[1,]", "trailing-comma", 2), (#"{"a":1,}"#, "trailing-comma", 6),
      ("[1 2]", "no-comma", 3),
      (#"{"a" 1}"#, "no-colon", 5), ("{a:1}", "no-key", 1), ("'a'", "no-value", 0), ("nul", "no-value", 0), ("01", "bad-number", 0), ("1.", "bad-number", 0),
      ("-", "bad-number", 0), ("1e", "bad-number", 0), ("1 2", "after-value", 2), (#""a"#, "unterminated-text", 0), (#""\x""#, "bad-escape", 1),
      (#""\u12""#, "bad-escape", 1), (#""\ud800""#, "lone-surrogate", 1), (#""\ude00""#, "lone-surrogate", 1), (#""\ud800\u0041""#, "lone-surrogate", 1),
      ("\"a\nb\"", "control-character", 2), ("[NaN]", "no-value", 1), ("// x", "no-value", 0), (#"{"a":"#, "json-ends", 5), (#"{"a":1"#, "json-ends", 6),
    ] as [(String, String, Int)])
  func errors(json: String, code: String, offset: Int) {
    guard case .failure(let error) = Self.parse(json) else {
      Issue.record("\(json) was read")
      return
    }
    #expect(error.code == code && error.offset == offset)
  }

  @Test("A million brackets are an error, not the end of the stack")
  func depth() {
    guard case .failure(let error) = Self.parse(String(repeating: "[", count: 1_000_000)) else {
      Issue.record("it was read")
      return
    }
    #expect(error.code == "too-deep" && error.offset == 128)
    #expect((try? Self.parse(String(repeating: "[", count: 128) + String(repeating: "]", count: 128)).get()) != nil)
  }

  @Test("Keys that stand twice are both kept")
  func repeated() throws {
    let node = try Self.parse(#"{"a":1,"a":2}"#).get()
    #expect(node.members.map(\.value.plainText) == ["1", "2"] && node["a"]?.integer == 1)
  }
}
