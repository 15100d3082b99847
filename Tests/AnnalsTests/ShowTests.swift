import TestSupport
import Testing

@Suite("annals show", .timeLimit(.minutes(Sanitizer.minutes(10))))
struct ShowTests {
  private static let shots = "bridge-shots-1990-05-01"

  @Test("An event is shown whole: when, where, who says what, every figure with who gives it, links and sources")
  func whole() async throws {
    let show = try await AnnalsProgram.run(["show", Self.shots, "--in", AnnalsProgram.river])
    #expect(show.status == 0 && show.errors.isEmpty)
    for part in [
      "Shots at the old bridge", "Tuesday 1 May 1990", "GUARD OF ALDER SAYS", "Birch fired first.", "RIVER OBSERVERS SAYS", "Nobody saw who fired first.",
      "1–4, best 2", "as of 2 May 1990", "Talks on the bridge", "[1] Valley Gazette", "id bridge-shots-1990-05-01",
    ] {
      #expect(show.text.contains(part), "\(part)")
    }
    #expect(show.text.contains("Accounts disagree on start, toll"))
  }

  @Test("Several events stand one below the other")
  func several() async throws {
    let show = try await AnnalsProgram.run(["show", Self.shots, "bridge-treaty-1991-07", "--in", AnnalsProgram.river])
    #expect(show.text.contains("Shots at the old bridge") && show.text.contains("\n\nTreaty of the bridge\n"))
  }

  @Test(
    "A citation in three styles names the event, the day and the sources",
    arguments: [
      ("chicago", ["“Shots at the old bridge,” 1 May 1990.", "Accessed 22 November 2026."]),
      ("bibtex", ["@misc{bridge-shots-1990-05-01,", "  date = {1990-05-01},", "@misc{observers-report,"]),
      ("markdown", ["**Shots at the old bridge**", "[Shots at the bridge: one hurt](https://example.org/gazette/1990-05-01?page=1)"]),
    ])
  func citation(style: String, parts: [String]) async throws {
    let show = try await AnnalsProgram.run(["show", Self.shots, "--in", AnnalsProgram.river, "--cite", style])
    #expect(show.status == 0)
    for part in parts { #expect(show.text.contains(part), "\(part)") }
  }

  @Test("An id that is not there is answered with the nearest one")
  func unknown() async throws {
    let show = try await AnnalsProgram.run(["show", "bridge-shot-1990-05-01", "--in", AnnalsProgram.river])
    #expect(show.status == 64 && show.output.isEmpty)
    #expect(show.errorText.contains("did you mean bridge-shots-1990-05-01?"))
  }

  @Test("No line is wider than the terminal", arguments: [50, 80, 100])
  func width(columns: Int) async throws {
    let show = try await AnnalsProgram.runOnTerminal(["show", Self.shots, "--in", AnnalsProgram.river], columns: columns)
    #expect(show.lines.count > 10)
    #expect(show.lines.allSatisfy { $0.count <= columns })
  }
}
