// Dates in a few columns, for a list that already says which year it shows.

extension EDTFDate {
  /// The date in some 16 columns at most, as precisely as it is known and no more.
  ///
  ///     2023-05-01/2023-05-04       May 1–4              1994?                    1994?
  ///     1993-08-18~/1993-08-26~     Aug 18 ~ 26          2020-09-27/2020-11-10    Sep 27 – Nov 9
  ///
  /// The year is left out where it is `shownYear` and something else remains. What does not fit is told more coarsely: without its days, then without its
  /// months. `~` stands before an approximate date and `?` behind an uncertain one, also when only a part is.
  ///
  /// - Parameters:
  ///   - shownYear: the astronomical year that the list shows beside the label, nil if none.
  ///   - ascii: whether a dash is `-` and nothing else leaves ASCII.
  public func label(within shownYear: Int64?, ascii: Bool = false) -> String {
    guard let expression else { return text }
    var label = text
    for detail in LabelDetail.allCases {
      label = LabelWriter(shownYear: shownYear, isASCII: ascii, detail: detail).label(expression)
      if label.unicodeScalars.count <= LabelWriter.columns { break }
    }
    return label
  }
}

/// How much of a date a label tells, the most first.
private enum LabelDetail: CaseIterable {
  case days, months, years
}

private struct LabelWriter {
  static let columns = 16

  var shownYear: Int64?
  var isASCII: Bool
  var detail: LabelDetail

  private var dash: String { isASCII ? "-" : "–" }

  func label(_ expression: Expression) -> String {
    switch expression {
    case .date(let date): marked(label(date), date.qualifiers.any)
    case .interval(let start, let end): label(from: start, to: end)
    case .set(let set): label(set)
    }
  }

  private func marked(_ label: String, _ qualifier: Qualifier) -> String {
    (qualifier.contains(.approximate) ? "~" : "") + label + (qualifier.contains(.uncertain) ? "?" : "")
  }

  /// A date without its qualifiers: `May 11 2023`, or `May 11` within 2023.
  private func label(_ date: PartialDate, withYear: Bool? = nil) -> String {
    let part = partOfYear(date)
    let yearLabel = label(date.year, significantDigits: date.significantDigits)
    guard !part.isEmpty else { return yearLabel }
    let isShown = shownYear != nil && date.year.exactNumber == shownYear
    return withYear ?? !isShown ? "\(part) \(yearLabel)" : part
  }

  /// Month and day, month or season as far as the detail goes and the digits are known.
  private func partOfYear(_ date: PartialDate) -> String {
    guard detail != .years else { return "" }
    switch (date.month, date.day) {
    case (.season(let season), _): return season.label(dash: dash)
    case (.number(let month), .number(let day)) where detail == .days: return "\(MonthName.short(month)) \(day)"
    case (.number(let month), _): return MonthName.short(month)
    default: return ""
    }
  }

  private func label(_ year: Year, significantDigits: Int?) -> String {
    switch year {
    case .number(let number):
      let certain = significantDigits == nil ? "" : "~"
      switch number {
      case -9_999...0: return "\(certain)\(1 - number) BC"
      case 1...999: return "\(certain)\(number) AD"
      default: return certain + String(number)
      }
    case .mask(let mask, let isNegative):
      return !isNegative && mask.isRange && mask.unknownCount == 1 && mask.lowest >= 1_000 ? "\(mask.lowest)s" : year.text
    case .vast(let vast):
      let text = year.text
      return text.utf8.count <= LabelWriter.columns ? text : vast.isNegative ? "far past" : "far future"
    }
  }

  private func label(from start: Expression.Endpoint, to end: Expression.Endpoint) -> String {
    switch (start, end) {
    case (.date(let first), .date(let last)):
      let pair = Pair(first: first, last: last)
      return pair.commonQualifier == .approximate ? label(pair, joiner: "~") : label(pair, joiner: dash)
    case (.date(let first), .open): return "from \(marked(label(first), first.qualifiers.any))"
    case (.date(let first), _): return "\(marked(label(first), first.qualifiers.any)) \(dash) ?"
    case (.open, .date(let last)): return "until \(marked(label(last), last.qualifiers.any))"
    case (_, .date(let last)): return "? \(dash) \(marked(label(last), last.qualifiers.any))"
    case (.open, .open): return "always"
    default: return "? \(dash) ?"
    }
  }

  /// Two dates with a dash between, `May 1–4`; or with `~` when all that is known is that it lies between them, `Aug 18 ~ 26`.
  private func label(_ pair: Pair, joiner: String) -> String {
    let (first, last) = (pair.first, pair.last)
    let isLoose = joiner != dash
    let isOneYear = first.year.exactNumber != nil && first.year == last.year
    let common = pair.commonQualifier ?? []
    func end(_ label: String, _ date: PartialDate) -> String { pair.commonQualifier == nil ? marked(label, date.qualifiers.any) : label }
    var (left, right) = (label(first, withYear: isOneYear ? false : nil), label(last))
    if label(first, withYear: true) == label(last, withYear: true) { return marked(right, first.qualifiers.any.union(last.qualifiers.any)) }
    var space = " "
    if isOneYear, detail == .days, first.month == last.month, case .number(let month) = first.month, case .number = first.day, case .number(let day) = last.day,
      pair.commonQualifier != nil
    {
      right = "\(day)\(right.dropFirst("\(MonthName.short(month)) \(day)".count))"
      space = isLoose ? " " : ""
    }
    (left, right) = (end(left, first), end(right, last))
    let joined = "\(left)\(space)\(joiner)\(space)\(right)"
    return isLoose ? joined : marked(joined, common)
  }

  /// A set by its first and last day: `1667 ~ 1672` for one of them, `1667 … 1672` for all.
  private func label(_ set: DateSet) -> String {
    guard let first = set.earliest?.first, let latest = set.latest else { return "" }
    let last = latest.last ?? latest.first
    let both = first.qualifiers.any.union(last.qualifiers.any)
    if set.reachesBack { return set.reachesOn ? "always" : "until \(marked(label(last), last.qualifiers.any))" }
    if set.reachesOn { return "from \(marked(label(first), first.qualifiers.any))" }
    if first == last { return marked(label(first), both) }
    let isUnbroken = set.count == 1 && set.kind == .allOf
    let joiner = set.kind == .oneOf ? "~" : isUnbroken ? dash : isASCII ? ".." : "…"
    return marked(label(Pair(first: first.unqualified, last: last.unqualified), joiner: joiner), both.subtracting(set.kind == .oneOf ? .approximate : []))
  }
}
