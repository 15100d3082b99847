import TestSupport
import Testing

@Suite("The command line", .timeLimit(.minutes(Sanitizer.minutes(10))))
struct CommandLineTests {
  @Test("--version names the program and its version")
  func version() async throws {
    let version = try await AnnalsProgram.run(["--version"])
    #expect(version.status == 0 && version.text.wholeMatch(of: /annals 0\.\d+\.\d+( \([0-9a-f]{7,40}(-dirty)?\))?\n/) != nil, "\(version.text)")
  }

  @Test("--help lists every command with a sentence")
  func help() async throws {
    let help = try await AnnalsProgram.run(["--help"])
    #expect(help.status == 0 && help.errors.isEmpty)
    for command in ["browse", "list", "show", "stats", "check", "date", "formats", "manual"] { #expect(help.text.contains("\n  \(command) "), "\(command)") }
  }

  @Test("formats names what is read and what is written")
  func formats() async throws {
    let formats = try await AnnalsProgram.run(["formats"])
    #expect(formats.status == 0)
    for name in ["native", "csv", "json", "jsonl", "markdown"] { #expect(formats.text.contains("\n  \(name) "), "\(name)") }
  }

  @Test("Completions are made for the shell that asks, and that shell can read them", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) async throws {
    let script = try await AnnalsProgram.run(["--generate-completion-script", shell])
    #expect(script.status == 0 && script.text.contains("annals") && script.text.contains("stats"))
    guard await Child.exists(shell) else { return }
    let folder = try TemporaryFolder()
    let read = try await Child.run([shell, "-n", try folder.write("completions", script.text)])
    #expect(read.status == 0, "\(read.errorText)")
  }

  @Test(
    "The exit status says what went wrong",
    arguments: [
      (["list", AnnalsProgram.river], 0), (["check", AnnalsProgram.river], 0),
      (["date", "31 May"], 1),
      (["--no-such-option"], 64), (["list", "--format", "xml"], 64), (["stats"], 64), (["check"], 64), (["list", "--filter", "acto:x"], 64),
      (["list", "--limit", "-1"], 64),
      (["show", "no-such-event"], 64), (["list", "--sort", "size"], 64),
      (["list", AnnalsProgram.package + "/LICENSE"], 65),
      (["list", "/no/such/file.yaml"], 66), (["check", "/no/such/folder"], 66), (["show", "a", "--in", "/no/such/file.yaml"], 66),
    ] as [([String], Int32)])
  func status(arguments: [String], status: Int32) async throws {
    let ended = try await AnnalsProgram.run(arguments)
    #expect(ended.status == status, "\(ended.errorText)")
    if status > 1 { #expect(ended.output.isEmpty && !ended.errors.isEmpty) }
  }

  #if os(Linux)
  @Test(
    "A disk that is full ends in 74 and says so", arguments: [["list"], ["list", "--format", "jsonl"], ["manual"], ["--help"], ["stats", "--by", "year"]])
  func fullDisk(arguments: [String]) async throws {
    let ended = try await Child.run([AnnalsProgram.path] + arguments, redirections: ">/dev/full")
    #expect(ended.status == 74)
    #expect(ended.errorText.contains("standard output"))
  }
  #endif

  @Test("A reader that goes away ends the list quietly")
  func closedPipe() async throws {
    let ended = try await Child.run(["sh", "-c", "'\(AnnalsProgram.path)' list --format json | head -n 1"])
    #expect(ended.status == 0 && ended.errors.isEmpty, "\(ended.errorText)")
  }

  @Test("A filter that is wrong is shown with a mark under the place, and the nearest word")
  func filterError() async throws {
    let list = try await AnnalsProgram.run(["list", "--filter", "kind:war acto:russia"])
    #expect(list.errorText.contains("--filter:1:10: "))
    #expect(list.errorText.contains("Did you mean “actor”?"))
    #expect(list.errorText.contains("  kind:war acto:russia\n           ^^^^"))
  }

  @Test(
    "Every option of every command is in its help",
    arguments: [
      ("list", ["--filter", "--sort", "--limit", "--format", "--raw"]), ("browse", ["--filter", "--at", "--event", "--no-mouse", "--theme"]),
      ("check", ["--strict", "--report"]), ("show", ["--in", "--cite"]), ("stats", ["--by", "--format"]), ("date", ["--format"]),
    ])
  func options(command: String, options: [String]) async throws {
    let help = try await AnnalsProgram.run(["help", command])
    #expect(help.status == 0)
    for option in options { #expect(help.text.contains(option), "\(option)") }
  }
}
