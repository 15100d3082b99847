import Testing
import TimelineFormats
import TimelineModel

/// Each limit of `ReadingLimits`, with the sentence that names it.
@Suite("What is too much")
struct LimitTests {
  static let cases: [(limits: ReadingLimits, name: String, text: String, code: String, place: String, number: String)] = [
    (ReadingLimits(fileBytes: 20), "a.yaml", "id: t\ntitle: Longer than twenty\n", "file-too-large", "1:1", "20"),
    (ReadingLimits(fileBytes: 20), "a.json", "{\"format\":\"annals\",\"version\":1,\"events\":[]}", "file-too-large", "1:1", "20"),
    (ReadingLimits(fieldBytes: 8), "a.yaml", "id: t\ntitle: Longer than eight\n", "field-too-large", "2:8", "8"),
    (ReadingLimits(fieldBytes: 8), "a.csv", "date,title\n1990,Longer than eight\n", "field-too-large", "2:6", "8"),
    (ReadingLimits(depth: 3), "a.yaml", "id: t\ntitle: [[[[a]]]]\n", "too-deep", "2:10", "3"),
    (ReadingLimits(depth: 3), "a.json", "{\"format\":\"annals\",\"version\":1,\"events\":[[[[]]]]}", "too-deep", "1:43", "3"),
    (ReadingLimits(keyBytes: 4), "a.yaml", "id: t\nlonger: x\n", "long-key", "2:1", "4"),
    (ReadingLimits(recordBytes: 30), "a.csv", "date,title\n1990,\(String(repeating: "x", count: 60))\n", "row-too-long", "2:1", "30"),
    (ReadingLimits(recordBytes: 30), "a.jsonl", "{\"id\":\"a\",\"date\":\"1990\",\"earliest\":null}\n", "row-too-long", "1:1", "30"),
    (ReadingLimits(columns: 3), "a.csv", "date,title,a\n1990,x,1,2,3\n", "too-many-columns", "2:10", "3"),
    (ReadingLimits(columns: 3), "a.csv", "date,title,a,b\n1990,x,1,2\n", "too-many-columns", "1:14", "3"),
  ]

  @Test("is named with its place and its number", arguments: cases.indices)
  func limit(index: Int) throws {
    let (limits, name, text, code, place, number) = Self.cases[index]
    let bytes = Array(text.utf8)
    let format = try #require(Format.detect(name: name, head: bytes))
    let problems = format.read([InputFile(name: name, bytes: bytes)], limits: limits).problems
    let problem = try #require(problems.first { $0.code == code }, "\(problems)")
    #expect("\(problem.location.line):\(problem.location.column)" == place)
    #expect(problem.words.contains(number))
  }

  @Test("Problems beyond the limit are counted", arguments: ["a.yaml", "a.jsonl", "t.json"])
  func problems(name: String) throws {
    let text =
      switch name {
      case "a.yaml": "id: t\ntitle: T\n" + (0..<50).map { "k\($0): x\n" }.joined()
      case "a.jsonl": String(repeating: "{\"id\":\"a\",\"date\":\"never\",\"earliest\":null}\n", count: 50)
      default: "{\"events\":[" + Array(repeating: "{\"start_date\":{}}", count: 50).joined(separator: ",") + "]}"
      }
    let bytes = Array(text.utf8)
    let format = try #require(Format.detect(name: name, head: bytes))
    let problems = format.read([InputFile(name: name, bytes: bytes)], limits: ReadingLimits(problems: 10)).problems
    #expect(problems.count == 11)
    #expect(problems.contains { $0.code == "more-problems" && $0.words.contains("further problems") })
  }
}
