import Testing
import TimelineFormats
import TimelineModel

@Suite("What is said of a table as a whole")
struct TableReportTests {
  private static func reader(_ format: Format, _ text: String, name: String = "a.csv") throws -> RowReader {
    guard case .rows(let reader) = format.open(.memory(Array(text.utf8)), name: name) else { throw NoTable() }
    return reader
  }

  private struct NoTable: Error {}

  @Test(
    "A layout says how many columns there are, what sets them apart, and what they were taken for",
    arguments: [
      (.table, "id,date,title\n", "3 columns set apart by commas: date is date, title is title, id is id (by name)"),
      (.table, "When;What\n", "2 columns set apart by semicolons: date is When, title is What (by name)"),
      (.table, "x\ty\n", "2 columns set apart by tabs: none of them is known"),
      (.ged, TableContractTests.ged + "\n", "11 columns set apart by commas: GED as before version 20, or a part of it"),
      (.acled, "event_id_cnty,event_date,event_type,actor1,actor2,fatalities\n", "6 columns set apart by commas: ACLED as before 2023"),
      (.acled, "event_id_cnty,event_date,event_type,actor1,fatalities\n", "5 columns set apart by commas: ACLED as before 2023, a row for each actor"),
      (
        .acled, "event_id_cnty,event_date,disorder_type,event_type,actor1,actor2,fatalities\n",
        "7 columns set apart by commas: ACLED as of 2023 and later"
      ),
    ] as [(Format, String, String)])
  func layout(format: Format, header: String, words: String) throws { #expect(try Self.reader(format, header).report.layout == words) }

  @Test("A file of which nothing can be read says so, and is at its end")
  func nothing() throws {
    var reader = try Self.reader(.table, "")
    #expect(reader.report.layout == "nothing that could be read" && reader.isAtEnd && reader.next() == nil)
    #expect(reader.report.oddities.map(\.code) == ["empty-file"] && reader.bytesRead == 0 && reader.byteCount == 0)
  }

  @Test("Each oddity is told once with how often and where first, errors before warnings and the most frequent first")
  func oddities() throws {
    var reader = try Self.reader(.table, "date,title\n1990,a\nnever,b\nsoon,c\n1991,\n1992,d,e\n1993,\n1994,\n")
    while reader.next() != nil {}
    #expect(
      reader.report.oddities.map { "\($0.severity) \($0.code) \($0.count) \($0.line)" } == [
        "error bad-date 2 3", "error ragged-row 1 6", "warning missing-title 3 5",
      ])
    #expect(reader.report.oddities.allSatisfy { $0.code == "missing-title" || $0.remedy != nil })
    #expect(reader.bytesRead == reader.byteCount)
  }

  @Test("An id that stood anywhere before is told with its file and line, however many there are")
  func repeatedIDs() throws {
    let rows = 10_000
    func file(_ number: Int, _ more: String) -> String {
      "id,date,title\n" + (0..<rows).map { "\(number)-\($0),1990,x\n" }.joined() + more
    }
    var ledger = IDLedger()
    var said: [String] = []
    // The ids of three files do not fit the table that was made for the first.
    for (number, more) in ["", "0-17,1990,x\n", "0-9999,1990,x\n1-5,1990,x\n2-0,1990,x\n"].enumerated() {
      var reader = try Self.reader(.table, file(number, more), name: "\(number).csv")
      reader.carryOn(ledger)
      while reader.next() != nil {}
      ledger = reader.ledger
      said += reader.problems.filter { $0.code == "duplicate-id" }.map { "\($0.location): \($0.what)" }
    }
    #expect(
      said == [
        "1.csv:10002:1: 0-17 is the id of another row too, on line 19 of 0.csv", "2.csv:10002:1: 0-9999 is the id of another row too, on line 10001 of 0.csv",
        "2.csv:10003:1: 1-5 is the id of another row too, on line 7 of 1.csv", "2.csv:10004:1: 2-0 is the id of another row too, on line 2",
      ])
  }
}
