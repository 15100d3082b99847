import TestSupport
import Testing

@Suite("annals list", .timeLimit(.minutes(Sanitizer.minutes(10))))
struct ListTests {
  /// What the manual promises of a line of JSON Lines, in this order.
  private static let promised = [
    "id", "date", "earliest", "latest", "title", "kind", "weight", "actors", "roles", "actor_names", "places", "place_names", "latitude", "longitude",
    "summary", "accounts", "casualties", "disputes", "sources", "links", "extra", "file", "line",
  ]

  @Test("Every line of JSON Lines is an object with the promised keys in the promised order")
  func keysOfLines() async throws {
    let list = try await AnnalsProgram.run(["list", "--format", "jsonl"])
    #expect(list.status == 0 && list.errors.isEmpty)
    let events = try jsonLines(list.text)
    #expect(events.count > 300)
    for event in events { #expect(event.keys == Self.promised) }
    #expect(Set(events.compactMap { $0.text("id") }).count == events.count)
  }

  @Test("An event as JSON says everything that its file says")
  func wholeEvent() async throws {
    let events = try jsonLines(try await AnnalsProgram.run(["list", AnnalsProgram.river, "--format", "jsonl"]).text)
    try #require(events.count == 3)
    let shots = events[0]
    #expect(shots.text("id") == "bridge-shots-1990-05-01" && shots.text("date") == "1990-05-01")
    #expect(shots.text("earliest") == "1990-05-01" && shots.text("latest") == "1990-05-01")
    #expect(shots.text("kind") == "clash" && shots.number("weight") == 1)
    #expect(shots.texts("actors") == ["alder-guard", "birch-guard"] && shots.texts("roles") == ["belligerent", "belligerent"])
    #expect(shots.texts("actor_names") == ["Guard of Alder", "Guard of Birch"] && shots.texts("place_names") == ["Old Bridge"])
    #expect(shots["latitude"] as? Double == 40.5 && shots["longitude"] as? Double == -44.25)
    #expect(shots.objects("accounts").map { $0.text("by") } == ["alder-guard", "observers"])
    #expect(
      shots.objects("casualties").map { "\($0.text("of") ?? "")/\($0.text("measure") ?? "")" } == ["alder-guard/killed", "alder-guard/wounded", "all/wounded"])
    #expect(shots.objects("casualties").last?.number("low") == 1 && shots.objects("casualties").last?.number("high") == 4)
    #expect(shots.texts("disputes") == ["start", "toll"] && shots.objects("links").first?.text("id") == "bridge-talks-1990")
    #expect(shots.text("file")?.hasSuffix("river/events/1990.yaml") == true && shots.number("line") == 3)
    #expect(events[1].object("extra")?.text("x-mood") == "cold \u{2014} at first")
    #expect(events[1].text("earliest") == "1990-06-01" && events[1].text("latest") == "1990-06-03")
    #expect(events[2].isNull("weight"))
  }

  @Test("json holds the same events as jsonl in one document, with the timeline's own data")
  func document() async throws {
    let document = try JSONObject(try await AnnalsProgram.run(["list", AnnalsProgram.river, "--format", "json"]).text)
    #expect(document.keys == ["format", "version", "timeline", "events"])
    #expect(document.text("format") == "annals" && document.number("version") == 1)
    #expect(document.object("timeline")?.text("title") == "River dispute")
    #expect(document.object("timeline")?.objects("eras").compactMap { $0.text("id") } == ["quarrel", "peace"])
    let lines = try jsonLines(try await AnnalsProgram.run(["list", AnnalsProgram.river, "--format", "jsonl"]).text)
    #expect(document.objects("events").map { $0.text("id") } == lines.map { $0.text("id") })
    #expect(document.objects("events").first.map { Set($0.keys) } == Set(Self.promised))
  }

  @Test("CSV is one row an event, each as long as the header, and agrees with JSON Lines")
  func csv() async throws {
    let table = CSVTable(try await AnnalsProgram.run(["list", "--format", "csv"]).text)
    let events = try jsonLines(try await AnnalsProgram.run(["list", "--format", "jsonl"]).text)
    #expect(table.rows.count == events.count)
    #expect(table.rows.allSatisfy { $0.count == table.header.count })
    #expect(Array(table.header.prefix(7)) == Array(Self.promised.prefix(7)))
    #expect(table.column("id") == events.map { $0.text("id") ?? "" })
    #expect(table.column("date") == events.map { $0.text("date") ?? "" })
    // Text that a spreadsheet would take for a formula is marked, so titles are compared as they would be read.
    #expect(table.column("title").map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 } == events.map { $0.text("title") ?? "" })
  }

  @Test("Markdown has a heading for every event")
  func markdown() async throws {
    let text = try await AnnalsProgram.run(["list", AnnalsProgram.river, "--format", "markdown"]).text
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(text.hasPrefix("# River dispute\n"))
    #expect(headings == ["## Shots at the old bridge", "## Talks on the bridge", "## Treaty of the bridge"])
  }

  @Test("The table has a line an event: date, kind, title, killed")
  func table() async throws {
    let lines = try await AnnalsProgram.run(["list", AnnalsProgram.river]).lines
    try #require(lines.count == 3)
    #expect(lines[0].hasPrefix("May 1 1990 ") && lines[0].contains("clash") && lines[0].contains("Shots at the old bridge"))
    #expect(lines.allSatisfy { $0.last != " " })
  }

  @Test("A filter lets only those events through that it names")
  func filter() async throws {
    let events = try jsonLines(try await AnnalsProgram.run(["list", "--filter", "actor:russia since:2020", "--format", "jsonl"]).text)
    #expect(!events.isEmpty)
    // actor: takes in everyone below the actor, as the timeline's own list of actors says.
    let timeline = try JSONObject(try await AnnalsProgram.run(["list", "--limit", "0", "--format", "json"]).text).object("timeline")
    var below: Set<String> = ["russia"]
    let actors = timeline?.objects("actors") ?? []
    while true {
      let more = actors.filter { below.contains($0.text("parent") ?? "") }.compactMap { $0.text("id") }
      guard !below.isSuperset(of: more) else { break }
      below.formUnion(more)
    }
    for event in events {
      #expect(!below.isDisjoint(with: event.texts("actors")), "\(event.text("id") ?? "")")
      #expect(event.isNull("latest") || (event.text("latest") ?? "") >= "2020", "\(event.text("id") ?? "")")
    }
  }

  @Test("A filter may begin with a dash", arguments: [["--filter", "-kind:clash"], ["--filter=-kind:clash"], ["-f", "-kind:clash"]])
  func dash(option: [String]) async throws {
    let events = try jsonLines(try await AnnalsProgram.run(["list", AnnalsProgram.river, "--format", "jsonl"] + option).text)
    #expect(events.map { $0.text("kind") } == ["mediation", "agreement"])
  }

  @Test("By killed, the most first; with a limit, so many and no more")
  func killed() async throws {
    let table = CSVTable(try await AnnalsProgram.run(["list", "--sort", "killed", "--limit", "10", "--format", "csv"]).text)
    #expect(table.rows.count == 10)
    let highs = table.column("killed_high").map { Int($0) ?? 0 }
    #expect(highs.allSatisfy { $0 > 0 })
    #expect(try await AnnalsProgram.run(["list", "--limit", "0"]).output.isEmpty)
  }

  @Test("Several timelines are opened as one, and so is standard input")
  func several() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("one.yaml", SingleFile.text)
    let both = try await AnnalsProgram.run(["list", AnnalsProgram.river, file, "--format", "jsonl"])
    #expect(try jsonLines(both.text).compactMap { $0.text("id") }.contains("ferry-1989"))
    #expect(try jsonLines(both.text).count == 4)
    let piped = try await AnnalsProgram.run(["list", "-", "--format", "jsonl"], input: SingleFile.text)
    #expect(try jsonLines(piped.text).map { $0.text("id") } == ["ferry-1989"])
  }

  @Test("Nothing that matches is said on standard error, and is no failure")
  func nothing() async throws {
    let list = try await AnnalsProgram.run(["list", AnnalsProgram.river, "--filter", "since:2000"])
    #expect(list.status == 0 && list.output.isEmpty)
    #expect(list.errorText.contains("no event matches"))
  }

  @Test("A terminal's table is as wide as the terminal", arguments: [60, 80, 132])
  func width(columns: Int) async throws {
    let list = try await AnnalsProgram.runOnTerminal(["list", "--limit", "40"], columns: columns)
    #expect(list.lines.count == 40)
    #expect(list.lines.allSatisfy { $0.count <= columns })
  }
}

/// A timeline in one file.
enum SingleFile {
  static let text = """
    id: ferry
    title: The ferry
    sources:
      - {id: ledger, publisher: Ferry House, title: Ledger, date: 1989, kind: media}
    events:
      - id: ferry-1989
        date: 1989-04-02
        title: The ferry sinks
        kind: political
        sources: [ledger]

    """
}
