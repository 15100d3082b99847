import TestSupport
import Testing

@Suite("The manual page", .timeLimit(.minutes(Sanitizer.minutes(10))))
struct ManualTests {
  @Test("It has the sections that a manual page has")
  func sections() async throws {
    let manual = try await AnnalsProgram.run(["manual"])
    #expect(manual.status == 0)
    let sections = manual.lines.filter { $0.hasPrefix(".SH ") }.map { String($0.dropFirst(4)) }
    #expect(
      sections == ["NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "KEYS", "FILTERS", "MACHINE OUTPUT", "FORMATS", "FILES", "ENVIRONMENT", "EXIT STATUS"])
  }

  @Test("groff finds nothing wrong with it", .enabled("groff is not installed") { await Child.exists("groff") })
  func lint() async throws {
    let manual = try await AnnalsProgram.run(["manual"])
    let groff = try await Child.run(["groff", "-man", "-Tutf8", "-ww", "-z", "-k"], input: manual.text)
    #expect(groff.status == 0 && groff.errors.isEmpty, "\(groff.errorText)")
  }

  @Test("man shows every command, key and field that there is", .enabled("man is not installed") { await Child.exists("man") })
  func shown() async throws {
    let folder = try TemporaryFolder()
    let page = try folder.write("annals.1", try await AnnalsProgram.run(["manual"]).text)
    let man = try await Child.run(["man", "-l", "--warnings", page], in: ChildEnvironment(["MANWIDTH": "200", "MANPAGER": "cat", "TERM": "dumb"]))
    #expect(man.status == 0 && man.errors.isEmpty, "\(man.errorText)")
    for word in ["annals list [FILE...]", "--no-mouse", "next-contested", "killed:", "$XDG_CONFIG_HOME/annals/keys", "NO_COLOR"] {
      #expect(man.text.contains(word), "\(word)")
    }
  }
}
