import TestSupport
import Testing

@Suite("annals date", .timeLimit(.minutes(Sanitizer.minutes(10))))
struct DateTests {
  private static let promised = ["edtf", "valid", "level", "earliest", "latest", "approximate", "uncertain", "open_start", "open_end", "words"]

  @Test("A date is explained: level, earliest and latest day, in words")
  func text() async throws {
    let date = try await AnnalsProgram.run(["date", "2020-09-27/2020-11-10"])
    #expect(date.status == 0)
    try #require(date.lines.count == 2)
    #expect(date.lines[1] == "  level 0, earliest 2020-09-27, latest 2020-11-10")
  }

  @Test(
    "A line of JSON Lines has the promised keys",
    arguments: [
      ("1985~", 1, "1985-01-01", "1985-12-31", true, false), ("1985?", 1, "1985-01-01", "1985-12-31", false, true),
      ("2004-02", 0, "2004-02-01", "2004-02-29", false, false), ("156X", 1, "1560-01-01", "1569-12-31", false, false),
    ])
  func jsonLines(date: String, level: Int, earliest: String, latest: String, approximate: Bool, uncertain: Bool) async throws {
    let line = try JSONObject(try await AnnalsProgram.run(["date", date, "--format", "jsonl"]).text)
    #expect(line.keys == Self.promised)
    #expect(line.text("edtf") == date && line["valid"] as? Bool == true && line.number("level") == level)
    #expect(line.text("earliest") == earliest && line.text("latest") == latest)
    #expect(line["approximate"] as? Bool == approximate && line["uncertain"] as? Bool == uncertain)
  }

  @Test("An open end is null and says so")
  func open() async throws {
    let line = try JSONObject(try await AnnalsProgram.run(["date", "1994-05-12/..", "--format", "jsonl"]).text)
    #expect(line.isNull("latest") && line["open_end"] as? Bool == true && line.text("earliest") == "1994-05-12")
  }

  @Test("What is no date says why, and ends in 1")
  func invalid() async throws {
    let text = try await AnnalsProgram.run(["date", "1999-02-29"])
    #expect(text.status == 1 && text.text.contains("not valid") && text.text.contains("February 1999 has 28 days"))
    let json = try await AnnalsProgram.run(["date", "1999-02-29", "--format", "jsonl"])
    #expect(json.status == 1)
    #expect(try JSONObject(json.text)["valid"] as? Bool == false)
    #expect(try JSONObject(json.text).text("why")?.isEmpty == false)
  }

  @Test(
    "A year before our era begins with a dash and is a date all the same",
    arguments: [["date", "-1985"], ["date", "--", "-1985"], ["date", "-1985", "--format", "text"]])
  func negative(arguments: [String]) async throws {
    let date = try await AnnalsProgram.run(arguments)
    #expect(date.status == 0 && date.text.hasPrefix("-1985: 1986 BC\n"), "\(date.text)\(date.errorText)")
  }

  @Test("A dash alone reads dates from standard input, a line each")
  func standardInput() async throws {
    let dates = try await AnnalsProgram.run(["date", "-", "--format", "jsonl"], input: "1985\n-0043-03-15\r\n1994-05/..\n")
    #expect(dates.status == 0)
    #expect(try AnnalsTests.jsonLines(dates.text).map { $0.text("edtf") } == ["1985", "-0043-03-15", "1994-05/.."])
  }
}
