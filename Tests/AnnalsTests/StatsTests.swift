import TestSupport
import Testing

@Suite("annals stats", .timeLimit(.minutes(Sanitizer.minutes(10))))
struct StatsTests {
  private static let groupings = ["year", "month", "actor", "kind", "place"]

  @Test("Counted by anything, JSON has a row of promised keys for each value", arguments: groupings)
  func json(by: String) async throws {
    let stats = try JSONObject(try await AnnalsProgram.run(["stats", "--by", by, "--format", "json"]).text)
    #expect(stats.keys == ["by", "rows"] && stats.text("by") == by)
    let rows = stats.objects("rows")
    #expect(rows.count > 5)
    for row in rows {
      #expect(Set(row.keys) == ["key", "label", "events", "killed_low", "killed_best", "killed_high", "first", "last"])
      #expect((row.number("killed_low") ?? 0) <= (row.number("killed_high") ?? 0))
      #expect((row.number("events") ?? 0) > 0)
    }
  }

  @Test("CSV and JSON count the same", arguments: groupings)
  func csv(by: String) async throws {
    let table = CSVTable(try await AnnalsProgram.run(["stats", "--by", by, "--format", "csv"]).text)
    let rows = try JSONObject(try await AnnalsProgram.run(["stats", "--by", by, "--format", "json"]).text).objects("rows")
    #expect(table.column("key") == rows.map { $0.text("key") ?? "" })
    #expect(table.column("events") == rows.map { String($0.number("events") ?? -1) })
    #expect(table.column("first") == rows.map { $0.text("first") ?? "" })
  }

  @Test("Every event is of one kind, so the kinds add up to the list")
  func sum() async throws {
    let kinds = try JSONObject(try await AnnalsProgram.run(["stats", "--by", "kind", "--format", "json"]).text).objects("rows")
    let events = try jsonLines(try await AnnalsProgram.run(["list", "--format", "jsonl"]).text)
    let counted = Dictionary(events.map { ($0.text("kind") ?? "", 1) }, uniquingKeysWith: +)
    #expect(Dictionary(uniqueKeysWithValues: kinds.map { ($0.text("key") ?? "", $0.number("events") ?? 0) }) == counted)
  }

  @Test("Time goes by in order, and a filter holds here too")
  func order() async throws {
    let stats = try await AnnalsProgram.run(["stats", "--by", "year", "--filter", "since:2016 until:2023", "--format", "csv"])
    let years = CSVTable(stats.text).column("key")
    #expect(years == years.sorted() && years.contains("2020"))
  }

  @Test("The table for people has a heading and aligned figures")
  func table() async throws {
    let lines = try await AnnalsProgram.run(["stats", AnnalsProgram.river, "--by", "kind"]).lines
    try #require(lines.count == 4)
    #expect(lines[0].hasPrefix("kind ") && lines[0].contains("events") && lines[0].contains("killed"))
    #expect(Set(lines.dropFirst().map { String($0.prefix { $0 != " " }) }) == ["clash", "mediation", "agreement"])
  }
}
