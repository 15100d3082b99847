// Dates in plain English.

extension EDTFDate {
  /// The date in words.
  ///
  ///     2023-05-11                     11 May 2023
  ///     1988-11~                       about November 1988
  ///     1993-08-18~/1993-08-26~        between 18 and 26 August 1993
  ///     2024-06/..                     from June 2024, still open
  ///     [1993-08-18..1993-08-23]       one of 18 to 23 August 1993
  ///     156X-12-25                     25 December of a year in the 1560s
  ///
  /// Of a set of more than twelve members the first twelve are told and the rest counted.
  /// - Complexity: O(n), n bytes of text, which is read again.
  public var words: String {
    switch expression {
    case .date(let date): date.words
    case .interval(let start, let end): EDTFDate.words(from: start, to: end)
    case .set(let set): set.words
    case nil: text
    }
  }

  /// The words with the day of the week before them when the date is one certain day: `Thursday 11 May 2023`.
  public var wordsWithWeekday: String {
    guard precision <= .day, let earliest, earliest == latest, !isApproximate, !isUncertain else { return words }
    guard case .date(let date) = expression, !date.hasUnknownDigits else { return words }
    return "\(earliest.weekday.name) \(words)"
  }

  private static func words(from start: Expression.Endpoint, to end: Expression.Endpoint) -> String {
    switch (start, end) {
    case (.date(let first), .date(let last)): Pair(first: first, last: last).intervalWords
    case (.date(let first), .open): "from \(first.words), still open"
    case (.date(let first), _): "from \(first.words) to an unknown end"
    case (.open, .date(let last)): "up to \(last.words), start open"
    case (_, .date(let last)): "from an unknown start to \(last.words)"
    case (.open, .open): "open at both ends"
    case (.open, _): "from an open start to an unknown end"
    default: "from an unknown start, still open"
    }
  }
}

extension Pair {
  /// An interval. About its ends, when both are approximate, all that is said is what lies between.
  fileprivate var intervalWords: String {
    switch commonQualifier {
    case .some where first == last: first.words
    case [] where first.hasUnknownDigits || last.hasUnknownDigits: "from \(first.words) to \(last.words)"
    case []: words(joinedBy: "to")
    case .uncertain: "perhaps \(words(joinedBy: "to"))"
    case .approximate: "between \(words(joinedBy: "and"))"
    case .some: "perhaps between \(words(joinedBy: "and"))"
    case nil: "from \(first.words) to \(last.words)"
    }
  }
}

extension DateSet {
  fileprivate var words: String {
    var told = kept.map(\.words)
    if count > told.count { told.append("\(count - told.count) more") }
    let conjunction = kind == .oneOf ? "or" : "and"
    if reachesBack, !told.isEmpty { told[0] += " \(conjunction) earlier" }
    if reachesOn, !told.isEmpty { told[told.count - 1] += " \(conjunction) later" }
    let list = listed(told, conjunction)
    if count == 1, kept.first?.last == nil { return list }
    let isPair = kind == .oneOf && count == 2 && kept.allSatisfy { $0.last == nil } && !reachesBack && !reachesOn
    return "\(isPair ? "either" : kind == .oneOf ? "one of" : "all of") \(list)"
  }
}

extension DateSet.Member {
  fileprivate var words: String {
    guard let last else { return first.words }
    let pair = Pair(first: first, last: last)
    return pair.commonQualifier == [] ? pair.words(joinedBy: "to") : "\(first.words) to \(last.words)"
  }
}
