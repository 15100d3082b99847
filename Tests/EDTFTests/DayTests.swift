import EDTF
import SeededRandom
import Testing

@Suite("Days")
struct DayTests {
  @Test(
    "A date has its number since 1970, and the number its date",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2023-05-11", 19_488), ("0001-01-01", -719_162), ("0000-03-01", -719_468),
      ("0000-02-29", -719_469), ("0000-01-01", -719_528), ("-0001-12-31", -719_529), ("9999-12-31", 2_932_896), ("10000-01-01", 2_932_897),
      ("-4713-11-24", -2_440_588), ("1582-10-15", -141_427),
    ] as [(String, Int64)])
  func numbers(iso: String, number: Int64) {
    #expect(Day(number).iso8601 == iso)
    let (year, month, day) = Day(number).components
    #expect(Day(year: year, month: month, day: day) == Day(number))
  }

  @Test("Every day of 1,300 years follows the one before it, as counting on the fingers has it")
  func counting() {
    // Nothing but the rule for leap years and a table of months, one day after the other.
    var (year, month, day) = (Int64(-650), 1, 1)
    guard var current = Day(year: year, month: month, day: day) else {
      Issue.record("no first day")
      return
    }
    var weekday = current.weekday
    while year < 650 {
      let found = current.components
      guard found == (year, month, day), Day(year: year, month: month, day: day) == current, current.weekday == weekday else {
        Issue.record("\(current.number): \(found), not \((year, month, day))")
        return
      }
      day += 1
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      if day > [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
      current = current.advanced(by: 1)
      weekday = Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
    }
  }

  @Test("A random day of all Int64 has is found again by its date")
  func roundTrip() {
    var random = SeededGenerator(1)
    for _ in 0..<20_000 {
      let day = Day(Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0...60, using: &random))
      let (year, month, dayOfMonth) = day.components
      #expect(Day(year: year, month: month, day: dayOfMonth) == day)
      #expect((1...12).contains(month) && (1...Day.daysIn(month: month, year: year)).contains(dayOfMonth))
    }
  }

  @Test("The first and last day are reached and not passed")
  func limits() throws {
    for number in [Int64.min, Int64.min + 1, Int64.max - 1, Int64.max] {
      let (year, month, day) = Day(number).components
      #expect(Day(year: year, month: month, day: day)?.number == number)
    }
    let last = Day(.max).components
    let first = Day(.min).components
    #expect(Day(year: last.year + 1, month: 1, day: 1) == nil)
    #expect(Day(year: first.year - 1, month: 12, day: 31) == nil)
    #expect(Day(year: .max, month: 12, day: 31) == nil)
    #expect(Day(year: .min, month: 1, day: 1) == nil)
    #expect(Day(.max).advanced(by: 1) == Day(.max))
    #expect(Day(.min).advanced(by: -1) == Day(.min))
    #expect(Day(.min).advanced(by: .max) == Day(-1))
  }

  @Test(
    "There is no day that the calendar lacks",
    arguments: [(1999, 2, 29), (1900, 2, 29), (2023, 4, 31), (2023, 0, 1), (2023, 13, 1), (2023, 1, 0), (2023, 1, 32), (2023, -1, -1)])
  func missing(year: Int, month: Int, day: Int) {
    #expect(Day(year: Int64(year), month: month, day: day) == nil)
  }

  @Test(
    "Days have their weekday",
    arguments: [
      ("2023-05-11", "Thursday"), ("1970-01-01", "Thursday"), ("1969-12-31", "Wednesday"), ("2000-01-01", "Saturday"), ("1945-05-08", "Tuesday"),
      ("0000-01-01", "Saturday"), ("1948-05-14", "Friday"), ("2026-11-22", "Sunday"), ("2024-07-01", "Monday"),
    ])
  func weekdays(text: String, name: String) throws {
    #expect(try EDTFDate(text).earliest?.weekday.name == name)
    #expect(Weekday.allCases.map(\.rawValue) == Array(1...7))
  }

  @Test("A day names its year, month and day")
  func parts() {
    let day = Day(19_488)
    #expect((day.year, day.month, day.dayOfMonth) == (2023, 5, 11))
    #expect(day < day.advanced(by: 1))
    #expect(Day.daysIn(month: 2, year: 2000) == 29)
    #expect(Day.daysIn(month: 2, year: 1900) == 28)
    #expect(Day.daysIn(month: 13, year: 2000) == 0)
    #expect(Day.isLeap(year: 0) && Day.isLeap(year: -4) && !Day.isLeap(year: -100))
  }
}
