import EDTF
import SeededRandom
import Testing

/// The bounds of dates with unknown digits, held against a look at every day of a range.
@Suite("Unknown digits")
struct MaskTests {
  /// Every day of the years -210 to 409 as it is written, with a sign before each: what a mask is matched against. A row is a year.
  private static let years: [(text: [UInt8], days: [(text: [UInt8], day: Day)])] = (-210...409).compactMap { (year: Int64) in
    guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else { return nil }
    let days = (first.number...last.number).map { (signed(Day($0).iso8601), Day($0)) }
    return (Array(days[0].0.dropLast("-01-01".utf8.count)), days)
  }

  private static func signed(_ text: String) -> [UInt8] {
    Array((text.hasPrefix("-") ? text : "+" + text).utf8)
  }

  /// The first and last day fitted by a mask of a year, a month or a day: of every day in every year that fits the mask as far as it speaks of the year.
  private static func search(_ mask: String) -> (first: Day, last: Day)? {
    let pattern = signed(mask)
    func fits(_ text: [UInt8]) -> Bool {
      var at = 0
      while at < pattern.count, at < text.count {
        if pattern[at] != text[at], pattern[at] != UInt8(ascii: "X") { return false }
        at += 1
      }
      return true
    }
    let years = years.filter { fits($0.text) }
    guard let first = years.lazy.compactMap({ $0.days.first { fits($0.text) } }).first,
      let last = years.lazy.reversed().compactMap({ $0.days.last { fits($0.text) } }).first
    else { return nil }
    return (first.day, last.day)
  }

  /// Masks whose years lie in the range of days above.
  private static let masks: [String] = {
    var random = SeededGenerator(4)
    let years = [
      "00XX", "01X4", "02X0", "0300", "0301", "0304", "000X", "00X0", "03XX", "040X", "-000X", "-00XX", "-01X0", "-0100", "-0004",
      "-0001", "0000", "-010X",
    ]
    let months = ["XX", "0X", "1X", "X1", "X2", "02", "X0", "04", "12", "X9", "11"]
    let days = ["XX", "0X", "1X", "2X", "3X", "X0", "X1", "29", "30", "31", "X9", "01", "28"]
    return (0..<160).map { index in
      let year = years.randomElement(using: &random) ?? "0000"
      let month = months.randomElement(using: &random) ?? "02"
      let day = days.randomElement(using: &random) ?? "29"
      return index % 8 == 0 ? year : index % 8 == 1 ? "\(year)-\(month)" : "\(year)-\(month)-\(day)"
    }
  }()

  @Test("The earliest and latest day are the first and last that fit, and a mask that no day fits is no date")
  func bruteForce() {
    for mask in Set(MaskTests.masks).sorted() {
      let found = try? EDTFDate(mask)
      let expected = MaskTests.search(mask)
      #expect(found?.earliest == expected?.first, "\(mask)")
      #expect(found?.latest == expected?.last, "\(mask)")
    }
  }

  @Test(
    "The smallest piece of the calendar that holds all fitting days is the precision",
    arguments: [
      ("1985-04-12T10:00:00", .time), ("1985-04-12", .day), ("1985-04", .month), ("1985-21", .season), ("1985-33", .season), ("1985", .year), ("Y12345", .year),
      ("Y1E30", .year), ("Y1E30S1", .span), ("198X", .decade), ("19XX", .century), ("1XXX", .millennium), ("XXXX", .span), ("1985-XX", .year),
      ("1985-04-XX", .month), ("1985-XX-XX", .year), ("1985-X0", .month), ("2004-02-3X", nil), ("2004-04-3X", .day), ("156X-12-25", .decade),
      ("156X-21", .decade),
      ("1950S2", .century), ("1950S3", .decade), ("1950S4", .year), ("-198X", .decade), ("-19XX", .century), ("XXXX-12-25", .span), ("1985/1986", .span),
      ("1985-04-12/1985-04-12", .span), ("../..", .span), ("[1985,1986]", .set), ("{1985}", .set),
    ] as [(String, Precision?)])
  func precision(text: String, precision: Precision?) {
    #expect((try? EDTFDate(text))?.precision == precision)
  }

  @Test("Precisions are ordered from fine to coarse")
  func order() {
    #expect(Precision.allCases == Precision.allCases.sorted())
    #expect(Precision.time < .day && Precision.season < .year && Precision.span < .set)
  }
}
