import Testing
import TimelineFormats
import TimelineModel

@Suite("Mistakes in a native timeline")
struct NativeMistakeTests {
  @Test("The small timeline has none")
  func clean() throws {
    #expect(NativeFormat.read(try Fixtures.river()).problems.map(\.description) == [])
  }

  private static let scope = Mistake("unknown-scope", in: "events/1990.yaml", "note: 'both sides, counted once'", "scope: ⟦1⟧widre")

  @Test("Each is reported at its very place and nothing else is", arguments: Mistake.all + [scope])
  func reported(mistake: Mistake) throws {
    let (files, line, column) = try mistake.applied()
    let problems = NativeFormat.read(files).problems
    let found = problems.filter { $0.code == mistake.code }
    #expect(found.map(\.location) == [SourceLocation(file: mistake.file, line: line, column: column)], "\(problems.map(\.description))")
    #expect(problems.map(\.code).filter { $0 != mistake.code }.sorted() == mistake.also.sorted(), "\(problems.map(\.description))")
    for problem in problems {
      #expect(!problem.what.isEmpty && !problem.what.hasSuffix(".") && problem.remedy?.hasSuffix(".") != true, "\(problem)")
    }
  }

  @Test("More than sixty kinds are told apart")
  func kinds() { #expect(Set(Mistake.all.map(\.code)).count >= 60, "\(Set(Mistake.all.map(\.code)).count)") }

  @Test(
    "Bytes that are no clean UTF-8 are reported where they stand",
    arguments: [
      ([0xEF, 0xBB, 0xBF] + Array("id: a\ntitle: b\n".utf8), "byte-order-mark", 1, 1), ([0xFF, 0xFE, 0x69, 0], "utf-16", 1, 1),
      ([0xFE, 0xFF, 0, 0x69], "utf-16", 1, 1), (Array("id: a\r\ntitle: b\r\n".utf8), "crlf", 1, 6), (Array("id: a\rtitle: b\n".utf8), "carriage-return", 1, 6),
      (Array("id: a\ntitle: é".utf8) + [0x80] + Array("b\n".utf8), "invalid-utf8", 2, 9), (Array("id: a\ntitle: b\0c\n".utf8), "nul", 2, 9),
      (Array("id: a\ntitle: b\u{1B}[31mc\n".utf8), "control-character", 2, 9), (Array("id: a\ntitle: b\u{9B}c\n".utf8), "control-character", 2, 9),
      (Array("id: a\ntitle: b\u{2028}c\n".utf8), "control-character", 2, 9), (Array("id: a\ntitle: b\u{7F}c\n".utf8), "control-character", 2, 9),
      (Array("id: a\ntitle: b".utf8) + [0xC0, 0xAF, 0x0A], "invalid-utf8", 2, 9),
      (Array("id: a\ntitle: b".utf8) + [0xED, 0xA0, 0x80, 0x0A], "invalid-utf8", 2, 9),
      (Array("id: a\ntitle: b".utf8) + [0xF4, 0x90, 0x80, 0x80, 0x0A], "invalid-utf8", 2, 9),
      (Array("id: a\ntitle: b".utf8) + [0xE2, 0x82], "invalid-utf8", 2, 9),
      (Array("id: a\ntitle: b".utf8) + [0xF0, 0x9F, 0x98, 0x0A], "invalid-utf8", 2, 9),
    ] as [([UInt8], String, Int, Int)])
  func encodings(bytes: [UInt8], code: String, line: Int, column: Int) {
    let result = NativeFormat.read([InputFile(name: "a.yaml", bytes: bytes)])
    let found = result.problems.filter { $0.code == code }
    #expect(found.map(\.location) == [SourceLocation(file: "a.yaml", line: line, column: column)], "\(result.problems)")
    if code != "utf-16" { #expect(result.timeline.id == "a" && result.timeline.title.hasPrefix("b") || result.timeline.title.hasPrefix("é")) }
  }

  @Test("Limits have messages of their own and nothing is read beyond them")
  func limits() {
    let limits = ReadingLimits(fileBytes: 4000, fieldBytes: 20, depth: 8, problems: 3)
    func codes(_ text: String) -> [String] { NativeFormat.read([InputFile("a.yaml", "id: a\ntitle: b\n" + text)], limits: limits).problems.map(\.code) }
    #expect(codes("scope: \(String(repeating: "x", count: 21))\n") == ["field-too-large"])
    #expect(codes("x-a: \(String(repeating: "[", count: 20))\n").first == "too-deep")
    #expect(codes("x-a:\n  \(String(repeating: "- ", count: 20))a\n").first == "too-deep")
    #expect(codes("a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n") == ["unknown-key", "unknown-key", "unknown-key", "more-problems"])
    #expect(codes(String(repeating: "# \n", count: 2000)) == ["file-too-large", "missing-timeline-id", "missing-timeline-title"])
  }

  @Test("A pathological nesting costs no stack and little time")
  func deep() {
    for opening in ["[", "{a: ", "- ", "a:\n "] {
      let result = NativeFormat.read([InputFile("a.yaml", "id: a\ntitle: b\nx-a:\n  " + String(repeating: opening, count: 100_000))])
      #expect(result.timeline.id == "a")
      #expect(!result.problems.isEmpty)
    }
  }

  @Test("A megabyte of nothing but mistakes, all on one line, ends soon", .timeLimit(.minutes(15)))
  func mistakesOnly() {
    let events = (0..<2_000).map { "{id: e\($0), date: 19x, actors: [a\($0), b\($0)], sources: s\($0), links: [{follows: f\($0)}], oops: 1}" }.joined(
      separator: ", ")
    let result = NativeFormat.read([InputFile("a.yaml", "id: a\ntitle: b\nevents: [\(events)]\n")])
    #expect(result.timeline.events.count == 2_000)
    #expect(result.problems.count == 1001)
    #expect(result.problems.last?.code == "more-problems")
    #expect(result.problems.last?.severity == .error)
    let noise = NativeFormat.read([InputFile(name: "a.yaml", bytes: Array(repeating: 0, count: 50_000))])
    #expect(noise.problems.last?.code == "more-problems")
    let tags = NativeFormat.read([InputFile("a.yaml", "id: a\ntitle: b\nx-a:\n" + String(repeating: "- !t x\n", count: 5_000))])
    #expect(tags.problems.last?.words == "4000 further problems are not listed. Mend the others and check again.")
  }

  @Test("Many keys, long lines and many files stay linear")
  func large() {
    let keys = (0..<20_000).map { "x-\($0): a\n" }.joined() + "x-7: b\n"
    let result = NativeFormat.read([InputFile("a.yaml", "id: a\ntitle: b\n" + keys)])
    #expect(result.problems.map(\.code) == ["duplicate-key"])
    #expect(result.timeline.extra.count == 20_001)
    let long = NativeFormat.read([InputFile("a.yaml", "id: a\ntitle: b\nscope: \(String(repeating: "a b ", count: 200_000))\n")])
    #expect(long.problems.isEmpty)
    #expect(long.timeline.scope.utf8.count == 799_999)
  }
}
