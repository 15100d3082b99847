import EDTF
import Testing

@Suite("EDTF dates as values")
struct EDTFDateTests {
  @Test("Dates are ordered by their earliest day, then their latest, then their text")
  func order() throws {
    let ordered = [
      "Y-1E30", "../0900", "/0900", "../1985", "../..", "Y-25252734927764583/1000", "-0044", "-0043", "0000", "1984", "1985-01-01", "1985-01-01?", "1985-01",
      "1985", "1985/", "1985/..",
      "1985-04-12", "XXX6", "Y12345", "Y1E30",
    ]
    var dates = try ordered.map { try EDTFDate($0) }
    let expected = try [
      "Y-1E30", "../0900", "/0900", "../1985", "../..", "Y-25252734927764583/1000", "-0044", "-0043", "0000", "XXX6", "1984", "1985-01-01", "1985-01-01?",
      "1985-01", "1985", "1985/", "1985/..", "1985-04-12", "Y12345", "Y1E30",
    ]
    .map { try EDTFDate($0) }
    dates.shuffle()
    // An uncountable start sorts like an open one; among equal starts the latest day decides.
    #expect(dates.sorted().filter { !$0.text.hasPrefix("Y-25") } == expected.filter { !$0.text.hasPrefix("Y-25") })
    #expect(try EDTFDate("1985") != EDTFDate("1985?"))
    #expect(try !(EDTFDate("1985") < EDTFDate("1985")))
    #expect(try Set([EDTFDate("1985"), EDTFDate("1985"), EDTFDate("1986")]).count == 2)
  }

  @Test(
    "A day, an interval and one of several days can be made from days",
    arguments: [
      (19_488, 19_490, "2023-05-11", "2023-05-11/2023-05-13", "[2023-05-11..2023-05-13]"),
      (19_490, 19_488, "2023-05-13", "2023-05-11/2023-05-13", "[2023-05-11..2023-05-13]"),
      (0, 0, "1970-01-01", "1970-01-01", "1970-01-01"), (-719_529, -719_528, "-0001-12-31", "-0001-12-31/0000-01-01", "[-0001-12-31..0000-01-01]"),
      (2_932_896, 2_932_897, "9999-12-31", "9999-12-31/Y10000", "[9999-12-31..Y10000]"),
      (.max, .min, "Y25252734927768524", "Y-25252734927764585/Y25252734927768524", "[Y-25252734927764585..Y25252734927768524]"),
    ] as [(Int64, Int64, String, String, String)])
  func fromDays(first: Int64, last: Int64, day: String, interval: String, set: String) throws {
    #expect(EDTFDate(Day(first)).text == day)
    #expect(EDTFDate(from: Day(first), through: Day(last)).text == interval)
    #expect(EDTFDate.oneOf(Day(first), Day(last)).text == set)
    for date in [EDTFDate(Day(first)), EDTFDate(from: Day(first), through: Day(last)), EDTFDate.oneOf(Day(first), Day(last))] {
      let again = try EDTFDate(date.text)
      #expect((date.level, date.earliest, date.latest, date.precision) == (again.level, again.earliest, again.latest, again.precision))
    }
  }

  @Test("A date says what it is")
  func marks() throws {
    let open = try EDTFDate("../..")
    #expect(open.isOpenStart && open.isOpenEnd && !open.isUnknownStart && !open.isUnknownEnd)
    let unknown = try EDTFDate("/1985?")
    #expect(unknown.isUnknownStart && !unknown.isOpenStart && unknown.isUncertain && !unknown.isApproximate)
    let ended = try EDTFDate("{1984%,1985..}")
    #expect(ended.isOpenEnd && !ended.isUnknownEnd && ended.isUncertain && ended.isApproximate)
    #expect(try EDTFDate("[1984..1985~]").isApproximate)
    #expect(try EDTFDate("1985/").isUnknownEnd)
    #expect(try EDTFDate("Y1E30").boundsProblem == "beyond the range of days that annals counts")
    #expect(try EDTFDate("1985/..").boundsProblem == nil)
    #expect(try EDTFDate("Y2E16S1").earliest != nil)
    #expect(try EDTFDate("Y2E16S1").latest == nil)
  }

  @Test(
    "Years beyond counting are still put in order in an interval",
    arguments: [
      ("Y1E30/Y2E30", true), ("Y2E30/Y1E30", false), ("Y-2E30/Y-1E30", true), ("Y-1E30/Y-2E30", false), ("Y-1E30/Y1E30", true), ("Y1E30/Y-1E30", false),
      ("Y10E29/Y1E30", true), ("Y1E30/Y10E29", true), ("Y11E29/Y1E30", false), ("Y1E31/Y9E30", false), ("Y1E99999999999999999999/Y1E30", false),
      ("Y1E30/Y1E99999999999999999999", true), ("Y1E99999999999999999998/Y1E99999999999999999999", true), ("Y1E30/1985", false), ("1985/Y1E30", true),
    ])
  func vast(text: String, isInOrder: Bool) {
    #expect(((try? EDTFDate(text)) != nil) == isInOrder)
  }

  @Test("A piece of a larger text is read as well as a text of its own")
  func substrings() throws {
    let line = "date: 1988-11~ # about"
    let piece = line.split(separator: " ")[1]
    #expect(try EDTFDate(piece).words == "about November 1988")
    #expect(throws: EDTFError.self) { try EDTFDate(line) }
  }
}
