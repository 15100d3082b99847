import EDTF
import Testing

@Suite("Why a date is refused")
struct ErrorTests {
  /// `⟦` stands in the text where the error points.
  private func expect(_ marked: String, _ reason: String, _ remedy: String?) {
    let pieces = marked.split(separator: "⟦", omittingEmptySubsequences: false)
    do {
      _ = try EDTFDate(pieces.joined())
      Issue.record("\(marked) was accepted")
    } catch {
      #expect(error == EDTFError(offset: pieces[0].utf8.count, reason: reason, remedy: remedy), "\(marked)")
    }
  }

  @Test(
    "A day that does not exist is answered with those that do",
    arguments: [
      ("2020-11-⟦31", "2020-11-31 does not exist; November 2020 has 30 days", "Write 2020-11-30, or 2020-11 if the day is unknown"),
      ("1999-02-⟦29", "1999-02-29 does not exist; February 1999 has 28 days", "Write 1999-02-28, or 1999-02 if the day is unknown"),
      ("2020-05-⟦00", "2020-05-00 does not exist; May 2020 has 31 days", "Write 2020-05 if the day is unknown"),
      ("1914/-0001-02-⟦29", "-0001-02-29 does not exist; February -1 has 28 days", "Write -0001-02-28, or -0001-02 if the day is unknown"),
      ("19XX-05-⟦32", "there is no day 32", "Days are 01 to 31; XX if the day is unknown"),
      ("⟦1X99-02-29", "no day of the calendar reads 1X99-02-29", nil),
      ("2020-⟦00", "there is no month 00", "Write 2020 if the month is unknown"),
      ("2020-⟦13-01", "there is no month 13", "Write 2020-01-13 if 13 is the day"),
      ("2020-⟦45", "there is no month 45", "Months are 01 to 12; 21 to 41 are seasons and parts of a year"),
      ("2020-30⟦-11", "a season or part of a year has no days", "Write 2020-11-30 if 30 is the day"),
      ("2001-⟦2X", "no month reads 2X", nil), ("2001-01-⟦4X", "no day reads 4X", nil),
    ] as [(String, String, String?)])
  func impossible(marked: String, reason: String, remedy: String?) {
    expect(marked, reason, remedy)
  }

  @Test(
    "Another way of writing is recognised",
    arguments: [
      ("May⟦ 2023", "a date has no spaces", "Write year, month and day in digits, such as 2023-05-11"),
      ("2023-05-11⟦ ", "a date has no spaces", "Write it without spaces"),
      ("1914⟦–1918", "this is not the hyphen of the keyboard", "Write - between year, month and day, and / between two dates"),
      ("2023⟦/05/11", "year, month and day are separated by hyphens", "Write 2023-05-11"),
      ("2023⟦.05.11", "year, month and day are separated by hyphens", "Write 2023-05-11"),
      ("199⟦u", "an unknown digit is written X", "Write X, such as 199X or 1999-XX"),
      ("1999-⟦xx", "an unknown digit is written X", "Write X, such as 199X or 1999-XX"),
      ("1990⟦s", "\"s\" does not belong here", "Write 199X for the 1990s"),
      ("⟦y17000", "\"y\" does not belong here", "A year of more than four digits begins with a capital Y"),
      ("1985/⟦open", "an open end is not written as a word", "Write .. for an open end"),
      ("⟦unknown/1985", "an unknown end is not written as a word", "Write nothing for an unknown end"),
      ("1985/⟦P1Y", "an interval goes from date to date, without a duration", "Write the first and the last day"),
      ("1984?⟦~", "a part has one qualifier on a side", "Write % for uncertain and approximate"), ("⟦+2006", "a year has no plus", "Leave out the plus"),
      ("2004-⟦(06)?", "there are no parentheses in a date", "Write ?, ~ or % before a part for that part alone"),
      ("1985⟦é", "a date has only digits, letters and marks of ASCII", nil),
    ] as [(String, String, String?)])
  func habits(marked: String, reason: String, remedy: String?) {
    expect(marked, reason, remedy)
  }

  @Test(
    "Too few or too many digits are answered with what they may mean",
    arguments: [
      ("⟦199", "a year has four digits", "Write 199X for the ten years, or 0199 for the year 199"),
      ("⟦19", "a year has four digits", "Write 19XX for the hundred years, or 0019 for the year 19"),
      ("⟦-5", "a year has four digits", "Write -0005"), ("⟦12345", "a year has four digits", "Write Y12345"),
      ("⟦20050924", "a year has four digits", "Write 2005-09-24"),
      ("⟦20051324", "a year has four digits", "Write Y20051324"), ("⟦00005", "a year has four digits", nil), ("2004-⟦1", "a month has two digits", "Write 01"),
      ("2004-⟦X", "a month has two digits", "Write XX"),
      ("2004-01-⟦", "the day is missing", "Write two digits, such as 09, or XX if the day is unknown"),
      ("2004-⟦001", "a month has two digits", "Write two digits, such as 05"),
      ("⟦-0000", "there is no year -0000", "Write 0000 for the year before 0001"), ("⟦Y1985", "Y is for years of more than four digits", "Write 1985"),
      ("⟦Y-85", "Y is for years of more than four digits", "Write -0085"), ("Y⟦01985", "a year after Y begins with 1 to 9", nil),
      ("Y⟦", "Y is followed by the digits of a year", nil),
      ("Y12E⟦0", "E is followed by a number that begins with 1 to 9", nil),
      ("1950S⟦5", "the year has fewer digits than are called significant", "Write a number from 1 to 4 after S"),
      ("19XX⟦S2", "a year with unknown digits has no significant ones", nil),
      ("1950S2⟦-01", "a year with significant digits has no months", "Leave out what follows the year"),
      ("Y12345⟦-01", "a year that begins with Y has no months", "Leave out what follows the year"),
    ] as [(String, String, String?)])
  func digits(marked: String, reason: String, remedy: String?) {
    expect(marked, reason, remedy)
  }

  @Test(
    "A time, an interval or a set says what it lacks",
    arguments: [
      ("1985-04-12T⟦24:00:00", "there is no hour 24", "Write 00:00:00 of the next day"),
      ("1985-04-12T10:00⟦", "a time of day has seconds", "Write the time as hh:mm:ss"),
      ("1985-04-12T10⟦", "hours and minutes are separated by a colon", "Write the time as hh:mm:ss"), ("1985-04-12T10:⟦60:00", "there is no minute 60", nil),
      ("1985-04-12T⟦1:00:00", "the hour has two digits", "Write the time as hh:mm:ss"),
      ("1985-04-12T10:00:00⟦.5", "a time of day has no fractions of a second", nil),
      ("1985-04-12T12:00:⟦60", "there is no second 60 at this time", nil),
      ("1985-04-12T12:00:00⟦-00", "no difference from UTC is written with a plus", "Write Z"),
      ("1985-04⟦T10:00:00", "a time of day needs a complete date before it", nil), ("1985-04-12?⟦T10:00:00", "a date with a time of day has no qualifier", nil),
      ("[1985-04-12⟦T10:00:00]", "a set has dates without a time of day", "Leave out the time, from T on"),
      ("⟦1985-04-12T10:00:00/1986", "an interval goes from date to date, without a time of day", "Leave out the times, from T on"),
      ("2005/⟦2004", "the interval ends before it begins", "Write 2004/2005 if only their order is wrong"),
      ("1985/1986⟦/1987", "\"/\" does not belong after an interval", nil),
      ("⟦/", "an interval needs a date or \"..\" on one side of the slash", nil),
      ("⟦..", "\"..\" alone is no date", "Write an interval, such as 1985/.. or ../1985"), ("⟦", "the date is empty", nil),
      ("[⟦]", "a set needs a date", nil), ("[..⟦]", "a set needs a date", nil), ("[1667⟦", "\"]\" is missing at the end of the set", nil),
      ("[1667]⟦?", "\"?\" does not belong after a set", nil),
      ("[⟦1668..1667]", "the range ends before it begins", nil),
      ("[1667,⟦..1668]", "\"..\" may only stand before the first date, after the last, or between two", nil),
      ("[1667⟦;1668]", "\";\" does not belong after a date", nil),
    ] as [(String, String, String?)])
  func structure(marked: String, reason: String, remedy: String?) {
    expect(marked, reason, remedy)
  }
}
