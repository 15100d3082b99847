/// A part of a year longer than a month: EDTF's numbers 21 to 41 in the place of a month.
///
///     21–24  spring, summer, autumn, winter          37–39  quadrimesters, of four months
///     25–28  the same, northern hemisphere           40–41  halves of the year
///     29–32  the same, southern hemisphere
///     33–36  quarters
///
/// The specification gives seasons no days. Here they are the meteorological ones, of whole months: northern spring is March to May and winter December to
/// February of the *next* year, so `2001-24` ends on 2002-02-28. Seasons without a hemisphere, 21 to 24, are northern. Southern spring is September to
/// November, and southern summer (30) is the one that reaches into the next year.
struct Season: Hashable, Sendable {
  /// 21 to 41.
  let code: Int

  init?(code: Int) {
    guard (21...41).contains(code) else { return nil }
    self.code = code
  }

  /// The first month, 1 to 12, and how many months follow one another from there.
  var months: (first: Int, count: Int) {
    switch code {
    case 21...28: (3 + (code - 21) % 4 * 3, 3)
    case 29...32: (1 + (8 + (code - 29) * 3) % 12, 3)
    case 33...36: (1 + (code - 33) * 3, 3)
    case 37...39: (1 + (code - 37) * 4, 4)
    default: (1 + (code - 40) * 6, 6)
    }
  }

  /// The last month, 1 to 12, and whether it lies in the next year.
  var lastMonth: (month: Int, inNextYear: Bool) {
    let (first, count) = months
    let last = first + count - 1
    return last > 12 ? (last - 12, true) : (last, false)
  }

  /// The season with its year, in words: `spring 2001`, `second quarter of 2001`.
  func words(year: Year) -> String {
    switch code {
    case 21...24: "\(name) \(year.wordsAfterMonth)"
    case 25...28: "\(name) \(year.wordsAfterMonth), northern hemisphere"
    case 29...32: "\(name) \(year.wordsAfterMonth), southern hemisphere"
    case 33...36: "\(ordinal(code - 33)) quarter of \(year.words)"
    case 37...39: "\(ordinal(code - 37)) third of \(year.words)"
    default: "\(ordinal(code - 40)) half of \(year.words)"
    }
  }

  /// A few columns for a list: `Spring`, `Q2`, `Jan–Apr`.
  func label(dash: String) -> String {
    switch code {
    case 21...32: name.prefix(1).uppercased() + name.dropFirst()
    case 33...36: "Q\(code - 32)"
    default: "\(MonthName.short(months.first))\(dash)\(MonthName.short(lastMonth.month))"
    }
  }

  private var name: String {
    ["spring", "summer", "autumn", "winter"][(code - 21) % 4]
  }

  private func ordinal(_ index: Int) -> String {
    ["first", "second", "third", "fourth"][index % 4]
  }
}
