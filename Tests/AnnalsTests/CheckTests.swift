import Foundation
import TestSupport
import Testing

@Suite("annals check", .timeLimit(.minutes(Sanitizer.minutes(10))))
struct CheckTests {
  /// A copy of the small timeline with a text in one of its files replaced.
  private static func broken(_ file: String, _ old: String, _ new: String) throws -> (folder: TemporaryFolder, path: String) {
    let folder = try TemporaryFolder()
    let path = try folder.copy(of: AnnalsProgram.river, as: "river")
    let text = try #require(folder.text("river/\(file)"))
    let parts = text.split(separator: old, maxSplits: 1)
    try #require(parts.count == 2, "\(file) has no \(old)")
    try folder.write("river/\(file)", parts[0] + new + parts[1])
    return (folder, path)
  }

  @Test("Clean data end in 0, with the count of events", arguments: [AnnalsProgram.river, AnnalsProgram.bundledTimeline])
  func clean(path: String) async throws {
    let check = try await AnnalsProgram.run(["check", path])
    #expect(check.status == 0, "\(check.text)")
    #expect(check.lines.last?.contains(" events, 0 errors, ") == true)
  }

  @Test("An error is told with file, line and column, what is wrong and what to write instead, and ends in 1")
  func error() async throws {
    let (folder, path) = try Self.broken("events/1990.yaml", "date: 1990-05-01", "date: 1990-02-31")
    let check = try await AnnalsProgram.run(["check", path])
    #expect(check.status == 1 && check.errors.isEmpty)
    #expect(check.lines.first?.hasPrefix("\(folder.path)/river/events/1990.yaml:4:19: error: 1990-02-31 does not exist") == true)
    #expect(check.lines.first?.hasSuffix("Write 1990-02-28, or 1990-02 if the day is unknown.") == true)
    #expect(check.lines.last == "3 events, 1 error, 0 warnings")
  }

  @Test("An id that is not known is answered with the nearest one")
  func unknownID() async throws {
    let (folder, path) = try Self.broken("events/1990.yaml", "place: bridge", "place: brigde")
    let check = try await AnnalsProgram.run(["check", path])
    #expect(check.status == 1)
    #expect(check.lines.first?.hasPrefix("\(folder.path)/river/events/1990.yaml:8:12: error: ") == true)
    #expect(check.lines.first?.contains("brigde") == true && check.lines.first?.contains("bridge") == true)
  }

  @Test("A warning ends in 0, and in 1 with --strict", arguments: [([], 0), (["--strict"], 1)] as [([String], Int32)])
  func strict(options: [String], status: Int32) async throws {
    let (folder, path) = try Self.broken("events/1990.yaml", "weight: 2", "wieght: 2")
    let check = try await AnnalsProgram.run(["check", path] + options)
    withExtendedLifetime(folder) {}
    #expect(check.status == status)
    #expect(check.text.contains("warning: ") && check.text.contains("weight"))
    #expect(check.lines.last == "3 events, 0 errors, 1 warning")
  }

  @Test("Actors that only their letters' alphabets tell apart are told, each with where it stands and what differs")
  func lookAlikes() async throws {
    let folder = try TemporaryFolder()
    let table = try folder.write("a.csv", "date,title,actors\n1990,Shots,Alder; Birch\n1991,Talks,\u{0410}lder\n1992,End,Al\u{200B}der\n")
    let check = try await AnnalsProgram.run(["check", table])
    #expect(check.status == 0)
    #expect(check.text.contains("\(table):3:1: warning: The actor \u{0410}lder looks like Alder, with U+0410 for U+0041. Write one name"))
    #expect(check.text.contains("\(table):4:1: warning: ") && check.text.contains("with U+200B added"))
    #expect(check.lines.last == "3 events, 0 errors, 2 warnings")
    #expect(try await AnnalsProgram.run(["check", table, "--strict"]).status == 1)
  }

  @Test("Problems of standard input are told with its lines")
  func standardInput() async throws {
    let check = try await AnnalsProgram.run(["check", "-"], input: SingleFile.text.split(separator: "kind: political").joined(separator: "kind: politics"))
    #expect(check.status == 1)
    #expect(check.lines.first?.hasPrefix("standard input:9:11: error: ") == true, "\(check.text)")
  }

  @Test("--report says what a timeline covers")
  func report() async throws {
    let check = try await AnnalsProgram.run(["check", AnnalsProgram.river, "--report"])
    #expect(check.status == 0)
    for part in ["Events by era:", "  Quarrel: 2", "Events by kind:", "Sources by publisher:", "Links: 3"] { #expect(check.text.contains(part), "\(part)") }
  }

  @Test("As JSON it is one document that its schema describes, with the same problems and counts and the same status")
  func json() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("t.csv", "When,What,Deaths\n2001-05-01,a,1\n43192,b,2\n43193,c,3\nsoon,d,4\n")
    let check = try await AnnalsProgram.run(["check", file, AnnalsProgram.river, "--format", "json"])
    #expect(check.status == 1)
    let document = try JSONObject(check.text)
    let schema = try JSONObject(try String(contentsOfFile: AnnalsProgram.package + "/data/schema/check.json", encoding: .utf8))
    #expect(Set(document.keys) == Set(schema.texts("required")) && document.text("format") == "annals-check")
    func agree(_ key: String) {
      let keys = schema.object("properties")?.object(key)?.object("items")?.texts("required") ?? []
      for each in document.objects(key) { #expect(Set(each.keys) == Set(keys), "\(key)") }
    }
    for key in ["files", "problems", "recurring"] { agree(key) }
    #expect(document.objects("files").map { $0.text("format") } == ["native", "table"] && document.objects("files").map { $0.number("rows") } == [3, 4])
    #expect(
      document.objects("files").last?.objects("columns").map { "\($0.text("role") ?? "")=\($0.text("name") ?? "")" } == [
        "date=When", "title=What", "killed=Deaths",
      ])
    let bad = document.objects("problems").first { $0.text("code") == "bad-date" }
    #expect(bad?.number("line") == 5 && bad?.number("column") == 1 && bad?.text("severity") == "error" && bad?.text("file") == file)
    #expect(document.objects("recurring").map { $0.number("count") } == [2] && document.number("events") == 7)
    let lines = try await AnnalsProgram.run(["check", file, AnnalsProgram.river]).lines
    #expect(lines.last == "7 events, \(document.number("errors") ?? -1) error, \(document.number("warnings") ?? -1) warnings")
    #expect(lines.count { $0.contains(": error: ") || $0.contains(": warning: ") } == document.objects("problems").count + document.objects("recurring").count)
  }
}
