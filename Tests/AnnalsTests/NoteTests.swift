import TestSupport
import Testing

@Suite("annals note, and notes in lists", .timeLimit(.minutes(Sanitizer.minutes(10))))
struct NoteTests {
  private let home: TemporaryFolder
  private let environment: ChildEnvironment

  init() throws {
    home = try TemporaryFolder()
    environment = ChildEnvironment(["HOME": home.path])
  }

  private static let event = "sotk-artillery-2023-05-11"

  private func run(_ arguments: String..., input: String? = nil) async throws -> Ended {
    try await AnnalsProgram.run(arguments, input: input, in: environment)
  }

  @Test("A note is written without a word, printed when asked for, changed and taken off")
  func writing() async throws {
    let written = try await run("note", Self.event, "Compare the map of 1988")
    #expect(written.status == 0 && written.output.isEmpty && written.errors.isEmpty)
    #expect(try await run("note", Self.event).text == "Compare the map of 1988\n")
    #expect(try await run("note", Self.event, "two", "words").status == 0)
    #expect(try await run("note", Self.event).text == "two words\n")
    #expect(try await run("note", Self.event, "").status == 0)
    #expect(try await run("note", Self.event).text == "")
  }

  @Test("Notes lie under the state folder, for the reader alone, and never beside the data")
  func place() async throws {
    let river = try home.copy(of: AnnalsProgram.river, as: "river")
    let before = try await Child.run(["find", river, "-type", "f"]).lines.sorted()
    let events = try jsonLines(try await run("list", river, "--format", "jsonl").text)
    let id = try #require(events.first?.text("id"))
    #expect(try await run("note", id, "mine", "--in", river).status == 0)
    #expect(try await Child.run(["find", river, "-type", "f"]).lines.sorted() == before)
    let found = try await Child.run(["find", home.path + "/.local", "-type", "f", "-perm", "600"]).lines
    #expect(found.count == 1 && found[0].hasPrefix(home.path + "/.local/state/annals/notes/") && found[0].hasSuffix(".journal"))
    // A folder is told by the timeline's own id, so notes stay when it moves.
    let moved = try home.copy(of: river, as: "elsewhere")
    #expect(try await run("note", id, "--in", moved).text == "mine\n")
  }

  @Test("--notes brings what the reader wrote into every format, and nothing else does")
  func lists() async throws {
    _ = try await run("note", Self.event, "Compare, \"exactly\"")
    _ = try await run("note", Self.event, "--bookmark")
    let filter = ["--filter", "has:note"]
    let table = try await AnnalsProgram.run(["list", "--notes"] + filter, in: environment).lines
    #expect(table.count == 3 && table[1] == "    Compare, \"exactly\"" && table[2] == "    (bookmarked)")
    let events = try jsonLines(try await AnnalsProgram.run(["list", "--notes", "--format", "jsonl"] + filter, in: environment).text)
    #expect(events.count == 1 && events[0].keys.suffix(2) == ["note", "bookmark"] && events[0].text("note") == "Compare, \"exactly\"")
    let csv = try await AnnalsProgram.run(["list", "--notes", "--format", "csv"] + filter, in: environment).text
    #expect(csv.contains(",line,note,bookmark\r\n") && csv.hasSuffix(",\"Compare, \"\"exactly\"\"\",yes\r\n"))
    let markdown = try await AnnalsProgram.run(["list", "--notes", "--format", "markdown"] + filter, in: environment).text
    #expect(markdown.contains("**Note of the reader:** Compare") && markdown.contains("**Bookmarked by the reader**"))
    let plain = try jsonLines(try await AnnalsProgram.run(["list", "--format", "jsonl"] + filter, in: environment).text)
    #expect(plain.count == 1 && plain[0].keys.last == "line")
    #expect(try await run("list", "--filter", "has:bookmark", "--limit", "5").lines.count == 1)
  }

  @Test("Many notes are read from standard input, and each is named once it is on the disk")
  func many() async throws {
    let ended = try await run("note", "--from", "-", input: "\(Self.event)\tfirst\\nsecond\n\n\(Self.event)\tthird: last\n")
    #expect(ended.status == 0 && ended.lines == [Self.event, Self.event])
    #expect(try await run("note", Self.event).text == "third: last\n")
    let broken = try await run("note", "--from", "-", input: "\(Self.event) no tab\n")
    #expect(broken.status == 65 && broken.errorText.contains("-:1:1: a tab is missing"))
  }

  @Test(
    "What cannot be done is said, with the status for it",
    arguments: [
      (["note", "no-such-event", "x"], 64, "there is no event with the id no-such-event"), (["note"], 64, "write the id of an event"),
      (["note", event, "--from", "-"], 64, "--from brings its own"),
    ])
  func failures(_ arguments: [String], _ status: Int32, _ words: String) async throws {
    let ended = try await AnnalsProgram.run(arguments, in: environment)
    #expect(ended.status == status && ended.errorText.contains(words), "\(ended.errorText)")
  }

  @Test("A folder that cannot be written to, and no home at all, are an error and never a lost note in silence")
  func noPlace() async throws {
    try home.write("a-file", "")
    let inFile = try await AnnalsProgram.run(["note", Self.event, "x"], in: environment.with(["XDG_STATE_HOME": home.path + "/a-file"]))
    #expect(inFile.status == 74 && inFile.errorText.contains("cannot be written"))
    let homeless = try await AnnalsProgram.run(["note", Self.event, "x"], in: environment.with(["HOME": nil]))
    #expect(homeless.status == 74 && homeless.errorText.contains("no home directory"))
  }

  @Test("A damaged journal costs the damaged record, is reported once, and the rest is read")
  func damage() async throws {
    _ = try await run("note", Self.event, "kept")
    let path = try #require(try await Child.run(["find", home.path + "/.local", "-name", "*.journal"]).lines.first)
    _ = try await Child.run(["sh", "-c", "printf 'torn rec' >> \"$1\"", "sh", path])
    let first = try await run("note", Self.event)
    #expect(first.text == "kept\n" && first.errorText.contains("This record of your notes is damaged"))
    let second = try await run("note", Self.event)
    #expect(second.text == "kept\n" && second.errors.isEmpty)
    #expect(try await Child.run(["cat", path + ".damaged"]).text == "torn rec\n")
  }
}
