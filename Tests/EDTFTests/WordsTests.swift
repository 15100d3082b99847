import EDTF
import Testing

@Suite("Dates in words")
struct WordsTests {
  @Test(
    "A date is told in plain English",
    arguments: [
      ("2023-05-11", "11 May 2023"), ("1985-04", "April 1985"), ("1985", "1985"), ("0199-03-05", "5 March 199 AD"), ("-0043-03-15", "15 March 44 BC"),
      ("0000", "1 BC"), ("Y170000002", "170,000,002"), ("Y-17E7", "170,000,001 BC"), ("Y17E30", "the year 17 followed by 30 zeros"),
      ("Y-123456789012345678901234567890", "the year -123456...890 (30 digits)"), ("Y17E99999999999999999999", "the year 17 followed by very many zeros"),
      ("Y17E30S2", "the year 17 followed by 30 zeros, of which 2 digits are significant"),
      ("Y17E30S1", "the year 17 followed by 30 zeros, of which 1 digit is significant"),
      ("1985-04-12T23:20:30", "12 April 1985, 23:20:30"), ("1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC"),
      ("1985-04-12T23:20:30+04:30", "12 April 1985, 23:20:30 UTC+04:30"), ("1985-04-12T03:00:05-04", "12 April 1985, 03:00:05 UTC-04:00"),
    ])
  func exact(text: String, words: String) throws {
    #expect(try EDTFDate(text).words == words)
  }

  @Test(
    "How sure it is stands before the date, or behind it for a part",
    arguments: [
      ("1988-11~", "about November 1988"), ("1984?", "perhaps 1984"), ("2004-06-11%", "perhaps about 11 June 2004"),
      ("2004?-06-11", "11 June 2004 (year uncertain)"), ("2004-06~-11", "11 June 2004 (year and month approximate)"),
      ("?2004-06-~11", "11 June 2004 (year uncertain, day approximate)"), ("2004-%06-11", "11 June 2004 (month uncertain and approximate)"),
      ("2004-~06", "June 2004 (month approximate)"), ("?2004", "perhaps 2004"),
    ])
  func qualified(text: String, words: String) throws {
    #expect(try EDTFDate(text).words == words)
  }

  @Test(
    "What is unknown is named",
    arguments: [
      ("201X", "a year in the 2010s"), ("20XX", "a year from 2000 to 2099"), ("05XX", "a year from 500 AD to 599 AD"), ("XXXX", "an unknown year"),
      ("-XXXX", "an unknown year before 0000"), ("-19XX", "a year from 2000 BC to 1901 BC"), ("-000X", "a year from 10 BC to 2 BC"),
      ("1X84", "a year that reads 1X84"),
      ("2004-XX", "a month of 2004"), ("1984-1X", "a month from October to December 1984"), ("1985-X2", "February or December 1985"),
      ("1985-X9", "September 1985"),
      ("1985-04-XX", "a day in April 1985"), ("1985-XX-XX", "a day in 1985"), ("1985-04-1X", "a day from 10 to 19 April 1985"),
      ("1985-02-2X", "a day from 20 to 28 February 1985"), ("1985-XX-1X", "a day that reads 1985-XX-1X"), ("156X-12-25", "25 December of a year in the 1560s"),
      ("1XXX-12", "December of a year from 1000 to 1999"), ("XXXX-12-XX", "a day in December of an unknown year"),
      ("1950S2", "a year from 1900 to 1999, estimated as 1950"),
    ])
  func unknown(text: String, words: String) throws {
    #expect(try EDTFDate(text).words == words)
  }

  @Test(
    "Parts of a year have their names",
    arguments: [
      ("2001-21", "spring 2001"), ("2001-24", "winter 2001"), ("2001-26", "summer 2001, northern hemisphere"), ("2001-31", "autumn 2001, southern hemisphere"),
      ("2001-34", "second quarter of 2001"), ("2001-39", "third third of 2001"), ("2001-40", "first half of 2001"),
      ("156X-21", "spring of a year in the 1560s"),
    ])
  func seasons(text: String, words: String) throws {
    #expect(try EDTFDate(text).words == words)
  }

  @Test(
    "An interval says at its end what both ends share",
    arguments: [
      ("1993-08-18/1993-08-26", "18 to 26 August 1993"), ("1993-08-18~/1993-08-26~", "between 18 and 26 August 1993"),
      ("1993-08-18?/1993-08-26?", "perhaps 18 to 26 August 1993"), ("1993-08-18%/1993-08-26%", "perhaps between 18 and 26 August 1993"),
      ("2020-09-27/2020-11-10", "27 September to 10 November 2020"), ("1993-12-28/1994-01-03", "28 December 1993 to 3 January 1994"),
      ("2004-06/2004-08", "June to August 2004"), ("2004-06/2006-08", "June 2004 to August 2006"), ("1964/2008", "1964 to 2008"),
      ("2004-02-01/2005", "1 February 2004 to 2005"),
      ("1993-08-18~/1993-08-26", "from about 18 August 1993 to 26 August 1993"), ("2004-06-XX/2004-07-03", "from a day in June 2004 to 3 July 2004"),
      ("2004-06-01/2004-06-01", "1 June 2004"), ("2024-06/..", "from June 2024, still open"), ("../1985", "up to 1985, start open"),
      ("1985/", "from 1985 to an unknown end"),
      ("/1985~", "from an unknown start to about 1985"), ("../..", "open at both ends"), ("../", "from an open start to an unknown end"),
      ("/..", "from an unknown start, still open"),
    ])
  func intervals(text: String, words: String) throws {
    #expect(try EDTFDate(text).words == words)
  }

  @Test(
    "A set tells its members",
    arguments: [
      ("[1993-08-18..1993-08-23]", "one of 18 to 23 August 1993"), ("[1667,1668,1670..1672]", "one of 1667, 1668 or 1670 to 1672"),
      ("{1667,1668,1670..1672}", "all of 1667, 1668 and 1670 to 1672"), ("[1667,1760-12]", "either 1667 or December 1760"),
      ("{1960,1961-12}", "all of 1960 and December 1961"),
      ("[..1760-12-03]", "3 December 1760 or earlier"), ("[1760-12..]", "December 1760 or later"), ("{..1984}", "1984 and earlier"), ("[1990]", "1990"),
      ("[1990?..1992]", "one of perhaps 1990 to 1992"), ("[1985~]", "about 1985"),
    ] as [(String, String?)])
  func sets(text: String, words: String?) {
    #expect((try? EDTFDate(text))?.words == words)
  }

  @Test("Of a long set the first twelve members are told")
  func longSet() throws {
    let text = "[\((1000..<3000).map(String.init).joined(separator: ","))]"
    #expect(try EDTFDate(text).words == "one of 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011 or 1988 more")
  }

  @Test(
    "Only one certain day has a weekday",
    arguments: [
      ("2023-05-11", "Thursday 11 May 2023"), ("1985-04-12T23:20:30Z", "Friday 12 April 1985, 23:20:30 UTC"), ("2023-05-11?", "perhaps 11 May 2023"),
      ("2023-05", "May 2023"),
      ("2023-05-11/2023-05-11", "11 May 2023"), ("[2023-05-11]", "11 May 2023"), ("2004-04-3X", "a day from 30 to 30 April 2004"),
      ("2023-05-11/..", "from 11 May 2023, still open"),
    ])
  func weekday(text: String, words: String) throws {
    #expect(try EDTFDate(text).wordsWithWeekday == words)
  }
}
