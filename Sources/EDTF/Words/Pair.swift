/// Two dates of one phrase, `18 to 26 August 1993`, of which the first leaves out what the second repeats.
struct Pair {
  var first: PartialDate
  var last: PartialDate

  /// The two without qualifiers, joined by a word.
  ///
  ///     18 to 26 August 1993      27 September to 10 November 2020      May to June 2024      1964 to 2008
  func words(joinedBy word: String) -> String {
    "\(firstWords) \(word) \(last.plainWords)"
  }

  private var firstWords: String {
    guard let year = first.year.exactNumber, year == last.year.exactNumber, first.time == nil,
      case .number(let month) = first.month, case .number(let lastMonth) = last.month
    else { return first.plainWords }
    switch (first.day, last.day) {
    case (.number(let day), .number): return month == lastMonth ? "\(day)" : "\(day) \(MonthName.full(month))"
    case (.none, .none): return MonthName.full(month)
    default: return first.plainWords
    }
  }

  /// The qualifier that both dates have as a whole, nil when they differ or only parts have one.
  var commonQualifier: Qualifier? {
    guard let qualifier = first.commonQualifier, qualifier == last.commonQualifier else { return nil }
    return qualifier
  }
}
