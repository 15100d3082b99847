import TestSupport
import Testing

@Suite("What a terminal would obey", .timeLimit(.minutes(Sanitizer.minutes(10))))
struct CleanOutputTests {
  private static let escape = "\u{1B}[31m"
  private static let order = "\u{1B}]0;owned\u{7}\u{9B}2J\u{202E}"

  /// A timeline with orders to the terminal in every text that is shown, as escapes, as they are, and in a file's name.
  private static func hostile() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "data/talks\(escape).yaml",
      """
      id: ferry
      title: "The \\u001b]0;owned\\u0007 ferry"
      actors:
        - {id: crew, name: "Crew \\u001b[2J", kind: armed}
      places:
        - {id: pier, names: {en: ["Pier \\u009b1m"]}, latitude: 1, longitude: 1}
      sources:
        - {id: ledger, publisher: "House \\u001b[5m", title: "Led\\u0007ger", date: 1989, kind: media}
      events:
        - id: ferry-1989
          date: 1989-04-02
          title: "The \\u202eferry\\u001b[31m sinks"
          kind: clash
          place: pier
          actors: [crew]
          summary: Raw \(escape) and \u{9B}2J here.
          accounts:
            - {by: crew, says: "It \\u001bc sank", source: ledger}
          sources: [ledger]
        - id: ferry-1990
          date: 1990-\(escape)13
          title: Wrong day
          kind: clash
          sources: [ledger, nobody\(escape)]

      """)
    return folder
  }

  private static let commands: [[String]] = [
    ["list"], ["list", "--format", "csv"], ["list", "--format", "jsonl"], ["list", "--format", "json"], ["list", "--format", "markdown"], ["check"],
    ["check", "--report"], ["stats", "--by", "actor"], ["stats", "--by", "place", "--format", "csv"], ["stats", "--by", "actor", "--format", "json"],
  ]

  @Test("On a terminal nothing of a hostile file is obeyed, whatever prints it", arguments: commands)
  func terminal(command: [String]) async throws {
    let folder = try Self.hostile()
    let ended = try await AnnalsProgram.runOnTerminal(command + [folder.path + "/data"])
    #expect(!ended.output.isEmpty)
    #expect(!ended.output.obeysOrders, "\(ended.text.debugDescription)")
  }

  @Test("An event's page and its citations are clean", arguments: [[], ["--cite", "chicago"], ["--cite", "bibtex"], ["--cite", "markdown"]])
  func page(options: [String]) async throws {
    let folder = try Self.hostile()
    let arguments = ["show", "ferry-1989", "--in", folder.path + "/data"] + options
    #expect(!(try await AnnalsProgram.runOnTerminal(arguments).output.obeysOrders))
    #expect(!(try await AnnalsProgram.run(arguments).output.obeysOrders))
  }

  @Test("What is for people is clean in a pipe too, and complaints always are", arguments: commands)
  func pipe(command: [String]) async throws {
    let folder = try Self.hostile()
    let ended = try await AnnalsProgram.run(command + [folder.path + "/data"])
    #expect(!ended.errors.obeysOrders)
    if !command.contains("--format") { #expect(!ended.output.obeysOrders) }
  }

  @Test("Data for programs are exact in a pipe")
  func exact() async throws {
    let folder = try Self.hostile()
    let title = "The \u{202E}ferry\u{1B}[31m sinks"
    let csv = CSVTable(try await AnnalsProgram.run(["list", folder.path + "/data", "--format", "csv"]).text)
    #expect(csv.column("title").contains(title))
    let json = try jsonLines(try await AnnalsProgram.run(["list", folder.path + "/data", "--format", "jsonl"]).text)
    #expect(json.first?.text("title") == title)
    #expect(json.first?.texts("actor_names") == ["Crew \u{1B}[2J"])
  }

  @Test(
    "A complaint about an argument quotes it cleaned",
    arguments: [
      ["list", "/no/such\(order).yaml"], ["list", "--filter", "actor:\(order)"], ["list", "--filter", "\(order):x"], ["show", "no\(order)"], ["--no\(order)"],
      ["list", "--format", "csv\(order)"], ["list", "--limit", order], ["stats", "--by", order], ["date", "19\(order)"], ["date", "19", "--format", order],
      [order],
      ["--theme", order, "--at", order], ["help", order],
    ])
  func arguments(arguments: [String]) async throws {
    let terminal = try await AnnalsProgram.runOnTerminal(arguments, in: ChildEnvironment(["TERM": "dumb"]))
    #expect(!terminal.output.isEmpty && !terminal.output.obeysOrders, "\(terminal.text.debugDescription)")
    let pipe = try await AnnalsProgram.run(arguments)
    #expect(!pipe.output.obeysOrders && !pipe.errors.obeysOrders, "\(pipe.errorText.debugDescription)")
  }

  @Test("Arguments that are not UTF-8 are understood as far as they go", arguments: [["list", "--filter"], ["show"], ["list"], ["date"]])
  func notUTF8(command: [String]) async throws {
    let ended = try await Child.run(([AnnalsProgram.path] + command).map { Array($0.utf8) } + [[0xFF, 0x9B, 0x32, 0x4A, 0xC3]])
    #expect(ended.status < 128)
    #expect(!ended.errors.contains(0x9B) || String(validating: ended.errors, as: UTF8.self) != nil)
  }

  @Test(
    "No colour and no escape goes into a pipe",
    arguments: [
      ["list"], ["show", "bridge-shots-1990-05-01", "--in", AnnalsProgram.river], ["stats", "--by", "kind"], ["check", AnnalsProgram.river], ["--help"],
      ["manual"], ["formats"],
    ])
  func noColour(command: [String]) async throws {
    #expect(!(try await AnnalsProgram.run(command).output.contains(0x1B)))
  }

  @Test(
    "In a locale that is not UTF-8 a terminal gets ASCII alone",
    arguments: [
      ["list"], ["show", "bridge-shots-1990-05-01", "--in", AnnalsProgram.river], ["stats", "--by", "actor"], ["list", "--format", "jsonl"], ["--help"],
    ])
  func ascii(command: [String]) async throws {
    let ended = try await AnnalsProgram.runOnTerminal(command, in: ChildEnvironment(["LC_ALL": "C"]))
    #expect(!ended.output.isEmpty && ended.output.allSatisfy { $0 < 0x80 })
  }
}
