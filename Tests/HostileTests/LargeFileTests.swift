import TestSupport
import Testing
import TimelineFormats
import TimelineModel

/// Files whose size is the attack. Five seconds are many times what a linear reader takes, also in a debug build, and far less than a quadratic one would.
@Suite("Files that are too much", .serialized, .timeLimit(.minutes(Sanitizer.minutes(5))))
struct LargeFileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let code: String?
    let make: @Sendable () -> String
    var testDescription: String { name }
    init(_ name: String, _ code: String?, _ make: @escaping @Sendable () -> String) { (self.name, self.code, self.make) = (name, code, make) }
  }

  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }
  private static let event = "{\"id\":\"a\",\"date\":\"1990\",\"earliest\":\"1990-01-01\",\"latest\":\"1990-12-31\",\"title\":"
  private static func slide(_ headline: String) -> String { "{\"events\":[{\"start_date\":{\"year\":\"1990\"},\"text\":{\"headline\":\"\(headline)\"}}]}" }

  static let cases: [Case] = [
    Case("deep-events.json", "too-deep") { "{\"format\":\"annals\",\"version\":1,\"events\":" + times(100_000, "[") },
    Case("deep-closed.json", "too-deep") { "{\"format\":\"annals\",\"version\":1,\"events\":" + times(100_000, "[") + times(100_000, "]") + "}" },
    Case("deep-objects.jsonl", "too-deep") { event + times(100_000, "{\"a\":") },
    Case("deep.yaml", "too-deep") { "a: " + times(100_000, "[") },
    Case("deep-maps.yaml", "too-deep") { "a: " + times(100_000, "{a: ") },
    Case("dashes.yaml", "too-deep") { times(100_000, "- ") + "x" },
    Case("columns.csv", nil) { "date,title" + times(10_000, ",x") + "\n1990,Shots" + times(10_000, ",1") + "\n" },
    Case("too-many-columns.csv", "too-many-columns") { "date,title" + times(40_000, ",x") + "\n1990,Shots\n" },
    Case("long-cell.csv", nil) { "date,title\n1990," + times(4 << 20, "x") + "\n1991,y\n" },
    Case("quotes.csv", "unterminated-quote") { "date,title\n1990," + times(300_001, "\"") + "x\n" },
    Case("open-quotes.csv", "unterminated-quote") { "date,title\n" + times(4_000, "1990,\"open\n") },
    Case("blank-rows.csv", nil) { "date,title\n" + times(200_000, "\n") + "1990,Shots\n" },
    Case("returns.csv", nil) { "date,title\r" + times(20_000, "1990,Shots\r") },
    Case("open-tags.json", nil) { slide(times(100_000, "<a")) },
    Case("entities.json", nil) { slide(times(100_000, "&#x")) },
    Case("long-title.jsonl", nil) { event + "\"" + times(1 << 20, "x") + "\"}\n" },
    Case("keys.jsonl", nil) { event + "\"Shots\"" + (0..<20_000).map { ",\"k\($0)\":1" }.joined() + "}\n" },
    Case("same-keys.jsonl", "duplicate-key") { event + "\"Shots\"" + times(20_000, ",\"k\":1") + "}\n" },
    Case("same-ids.jsonl", "duplicate-id") { times(5_000, event + "\"Shots\"}\n") },
    Case("keys.yaml", "unknown-key") { "id: t\ntitle: T\n" + (0..<5_000).map { "k\($0): x\n" }.joined() },
    Case("anchors.yaml", nil) { "id: t\ntitle: T\n" + (0..<5_000).map { "a\($0): &a\($0) [*a\($0)]\n" }.joined() },
    Case("quotes.yaml", nil) { "id: t\ntitle: \"" + times(200_000, "\\\"") + "\"\n" },
    Case("block.yaml", nil) { "id: t\ntitle: T\nscope: |\n" + times(50_000, "  x\n") },
    Case("set.csv", nil) { "date,title\n\"{" + (1...20_000).map { String($0 % 9_000 + 1_000) }.joined(separator: ",") + "}\",Shots\n" },
    Case("far-apart.csv", nil) { "date,title\n" + times(2_000, "-9999/9999,Shots\n") },
  ]

  @Test("are read within five seconds, and what is too much is named", arguments: cases)
  func large(file: Case) throws {
    let bytes = Array(file.make().utf8)
    let start = ContinuousClock.now
    let format = try #require(Format.detect(name: file.name, head: Array(bytes.prefix(8_192))))
    let result = format.read([InputFile(name: file.name, bytes: bytes)])
    #expect(ContinuousClock.now - start < Sanitizer.limit(.seconds(5)), "\(file.name) took \(ContinuousClock.now - start)")
    if let code = file.code { #expect(result.problems.contains { $0.code == code }, "\(result.problems.prefix(3))") }
    #expect(result.problems.count <= 1_100)
    for problem in result.problems { #expect(problem.description.utf8.count < 2_000, "a problem as long as the file") }
  }
}
