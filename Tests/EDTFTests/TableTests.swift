import EDTF
import Testing

/// A line of a table: a text and what it should mean.
private struct Row {
  var text: String
  /// `level | earliest | latest`, or `invalid`.
  var expected: String

  static func rows(_ table: String) -> [Row] {
    table.split(separator: "\n").map { line in
      // From the right, so that a text may hold anything; a text may also be empty.
      let fields = line.split(separator: "|", omittingEmptySubsequences: false)
      let count = fields.last == " invalid" ? 1 : 3
      let text = fields.dropLast(count).joined(separator: "|").dropLast()
      return Row(
        text: unescaped(text), expected: fields.suffix(count).map { $0.drop { $0 == " " } }.map { $0.last == " " ? $0.dropLast() : $0 }.joined(separator: " | ")
      )
    }
  }

  private static func unescaped(_ text: some StringProtocol) -> String {
    text.split(separator: "\\t", omittingEmptySubsequences: false).joined(separator: "\t")
      .split(separator: "\\0", omittingEmptySubsequences: false).joined(separator: "\0")
  }

  /// What the text means, in the words of the table.
  var found: String {
    guard let date = try? EDTFDate(text) else { return "invalid" }
    let earliest = date.earliest?.iso8601 ?? (date.isOpenStart ? ".." : date.isUnknownStart ? "-" : "!")
    let latest = date.latest?.iso8601 ?? (date.isOpenEnd ? ".." : date.isUnknownEnd ? "-" : "!")
    return "\(date.level) | \(earliest) | \(latest)"
  }

  static func mismatches(_ rows: [Row]) -> [String] {
    rows.filter { $0.found != $0.expected }.map { "\($0.text): \($0.found), not \($0.expected)" }
  }
}

@Suite("EDTF as it is specified")
struct TableTests {
  @Test("Every example of the Library of Congress means what its gloss says")
  func libraryOfCongress() {
    let rows = Row.rows(libraryOfCongressExamples)
    #expect(rows.count == 64)
    #expect(Row.mismatches(rows) == [])
  }

  @Test("A valid text has its level and its days")
  func valid() {
    let rows = Row.rows(validDates)
    #expect(rows.count > 1_600)
    #expect(Row.mismatches(rows) == [])
  }

  @Test("An invalid text is refused, with a place in it and a reason")
  func invalid() {
    let rows = Row.rows(invalidDates)
    #expect(rows.count > 600)
    #expect(Row.mismatches(rows) == [])
    for row in rows {
      do {
        _ = try EDTFDate(row.text)
      } catch {
        #expect((0...row.text.utf8.count).contains(error.offset), "\(row.text)")
        #expect(!error.reason.isEmpty && error.reason.last != ".", "\(row.text)")
        #expect(error.reason.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(row.text)")
        #expect(error.remedy.map { !$0.isEmpty && $0.last != "." } ?? true, "\(row.text)")
      }
    }
  }

  @Test(
    "What a remedy offers to write is a date",
    arguments: ["2020-11-31", "1999-02-29", "2020-30-11", "20050924", "199", "Y1985", "-199", "5", "2005/2004", "12345"])
  func remedy(text: String) throws {
    do {
      _ = try EDTFDate(text)
      Issue.record("\(text) was accepted")
    } catch {
      let remedy = try #require(error.remedy)
      let offered = remedy.dropFirst("Write ".count).prefix { $0 != " " && $0 != "," }
      #expect(throws: Never.self) { try EDTFDate(offered) }
    }
  }
}
