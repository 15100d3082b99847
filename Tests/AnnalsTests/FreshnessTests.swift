import Foundation
import TestSupport
import Testing

@Suite("Nothing that is made from something else is stale", .timeLimit(.minutes(Sanitizer.minutes(10))))
struct FreshnessTests {
  @Test("The compiled timeline in the program is what the text in data/ compiles to")
  func compiledTimeline() async throws {
    let folder = try TemporaryFolder()
    let compile = try await AnnalsProgram.run(["compile", AnnalsProgram.bundledTimeline, "-o", folder.path + "/compiled"])
    #expect(compile.status == 0, "\(compile.errorText)")
    let made = try Data(contentsOf: URL(filePath: folder.path + "/compiled"))
    let committed = try Data(contentsOf: URL(filePath: AnnalsProgram.package + "/Sources/BundledData/nagorno-karabakh.compiled"))
    #expect(made == committed, "the data or the compiler changed: run Tools/bundle-data, then build and test again")
  }

  @Test("The bundled timeline lists the same events as the text that it was made from")
  func sameEvents() async throws {
    let bundled = try jsonLines(try await AnnalsProgram.run(["list", "--format", "jsonl"]).text)
    let text = try jsonLines(try await AnnalsProgram.run(["list", AnnalsProgram.bundledTimeline, "--format", "jsonl"]).text)
    #expect(bundled.map { $0.text("id") } == text.map { $0.text("id") })
    #expect(bundled.map { $0.text("summary") } == text.map { $0.text("summary") })
    #expect(bundled.map { $0.objects("casualties").count } == text.map { $0.objects("casualties").count })
  }

  @Test("The list of bundled files names the files that there are")
  func bundledFiles() async throws {
    let check = try await Child.run([AnnalsProgram.package + "/Tools/bundle-data", "--check"], in: ChildEnvironment(["ANNALS": AnnalsProgram.path]))
    #expect(check.status == 0, "\(check.text)\(check.errorText)")
  }

  @Test("What the README says of keys, filters, commands and the screen is what the program says", arguments: ["screen", "filters", "commands", "keys"])
  func readme(part: String) async throws {
    let made = try await AnnalsProgram.run(["manual", "--readme", part])
    #expect(made.status == 0, "\(made.errorText)")
    let written = try #require(try Readme().block(part), "README.md has no <!-- made:\(part) --> … <!-- /made -->")
    guard written != made.text else { return }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Readme.replaceBlock(part, with: made.text)
    } else {
      Issue.record(
        "README.md is stale in \(part); RECORD_SNAPSHOTS=1 swift test --filter FreshnessTests rewrites it. The first line that differs: \(Self.difference(written, made.text))"
      )
    }
  }

  @Test("Every test that the table of threats names is there")
  func threats() throws {
    let page = try String(contentsOfFile: AnnalsProgram.package + "/ARCHITECTURE.md", encoding: .utf8)
    let table = try #require(page.components(separatedBy: "## Threats").last)
    let names = table.matches(of: /«([^»]+)»/).map { String($0.1) }
    #expect(names.count > 50)
    let tests = AnnalsProgram.package + "/Tests"
    let files = try #require(FileManager.default.enumerator(atPath: tests)).compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
    let sources = try files.map { try String(contentsOfFile: tests + "/" + $0, encoding: .utf8) }.joined()
    for name in Set(names) { #expect(sources.contains("\"\(name)\""), "no test is called \(name)") }
  }

  private static func difference(_ old: String, _ new: String) -> String {
    let (old, new) = (old.split(separator: "\n", omittingEmptySubsequences: false), new.split(separator: "\n", omittingEmptySubsequences: false))
    let index = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    func line(_ lines: [Substring]) -> Substring { index < lines.count ? lines[index] : "(none)" }
    return "\(index + 1)\n- \(line(old))\n+ \(line(new))"
  }
}

/// The README and the parts of it that are made.
private struct Readme {
  private static let file = URL(filePath: AnnalsProgram.package + "/README.md")
  /// Rewriting reads, changes and writes the whole file, and the parts are tested side by side.
  private static let lock = NSLock()
  private static let end = "<!-- /made -->"

  private var text: String

  init() throws { self = try Self.lock.withLock { try Readme(unlocked: ()) } }

  private init(unlocked: Void) throws { text = String(decoding: try Data(contentsOf: Self.file), as: UTF8.self) }

  private func range(_ part: String) -> Range<String.Index>? {
    guard let begin = text.range(of: "<!-- made:\(part) -->\n"), let end = text.range(of: Self.end, range: begin.upperBound..<text.endIndex) else { return nil }
    return begin.upperBound..<end.lowerBound
  }

  func block(_ part: String) -> String? { range(part).map { String(text[$0]) } }

  static func replaceBlock(_ part: String, with new: String) throws {
    try lock.withLock {
      var readme = try Readme(unlocked: ())
      guard let range = readme.range(part) else { return }
      readme.text.replaceSubrange(range, with: new)
      try Data(readme.text.utf8).write(to: file)
    }
  }
}
