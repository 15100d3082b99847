import TimelineModel

extension NativeReader {
  /// One line of figures: an estimate for each measure that it counts.
  mutating func casualties(_ node: Int) -> [CasualtyEstimate] {
    guard let record = record(node, tables.casualty) else { return [] }
    var group = CasualtyEstimate.wholeEvent
    if let of = record[.of] {
      // `all` is the whole event's toll and no actor.
      if tree.kind(of) != .scalar || symbol(of) != tables.wholeEvent { group = reference(of, "of", in: .actor)?.id ?? group }
    }
    var estimate = CasualtyEstimate(of: group, .killed, Figure(0), extra: record.extra, location: location(node))
    estimate.by = record[.by].flatMap { reference($0, "by", in: .actor) }?.id
    estimate.source = record[.source].flatMap { reference($0, "source", in: .source) }?.id
    estimate.asOf = record[.asOf].flatMap { closedDate($0, "as-of") }
    let note = record[.note].flatMap { paragraph($0, "note") }
    estimate.scope = record[.scope].flatMap { word($0, "scope", code: "unknown-scope", of: CasualtyEstimate.Scope.allCases) } ?? .event
    if record[.source] == nil {
      report(.warning, node, "figure-without-source", "This figure names no source", remedy: "Write where it was read: `source: …`")
    }
    if record[.by] == nil {
      report(.warning, node, "figure-without-speaker", "It is not said whose figure this is", remedy: "Write who says so: `by: …`")
    }
    var estimates: [CasualtyEstimate] = []
    var hasMeasure = false
    for field in CasualtyField.allCases {
      guard let measure = field.measure, let value = record[field] else { continue }
      hasMeasure = true
      guard let (figure, hasNoEnd) = figure(value, measure.rawValue) else { continue }
      estimate.measure = measure
      estimate.figure = figure
      estimate.note = hasNoEnd ? Self.atLeast(note) : note
      estimates.append(estimate)
    }
    if !hasMeasure {
      report(
        .error, node, "figure-without-measure", "This line counts nothing",
        remedy: "Write one of \(CasualtyEstimate.Measure.allCases.map(\.rawValue).joined(separator: ", ")), and how many")
    }
    return estimates
  }

  /// `12`, or `{low: 202, best: 204, high: 207}`.
  ///
  /// With `high` alone it is at most so many, from none. With `low` alone it is at least so many: nobody says how many at most, a figure has no open end,
  /// and so it has no best either and the estimate's note says it (``atLeast(_:)``).
  private mutating func figure(_ node: Int, _ key: String) -> (figure: Figure, hasNoEnd: Bool)? {
    guard tree.kind(node) == .mapping else { return count(node, key).map { (Figure($0), false) } }
    guard let record = record(node, tables.figure) else { return nil }
    let low = record[.low].flatMap { count($0, "low") }
    let best = record[.best].flatMap { count($0, "best") }
    let high = record[.high].flatMap { count($0, "high") }
    guard let most = high ?? best ?? low else {
      if record[.low] == nil, record[.best] == nil, record[.high] == nil {
        report(.error, node, "empty-range", "This range has no figure", remedy: "Write {low: …, high: …}, with best where somebody gives one")
      }
      return nil
    }
    let given = [low, best, high].compactMap { $0 }
    if given != given.sorted() {
      report(.error, node, "range-order", "The figures of this range are out of order", remedy: "low is the smallest and high the largest; best lies between")
    }
    return (Figure(low: low ?? best ?? 0, best: best, high: most), low != nil && best == nil && high == nil)
  }

  /// The words that make a figure a lower end, before what the curator noted: `at least`, `at least; soldiers only`.
  private static func atLeast(_ note: String?) -> String {
    guard let note else { return "at least" }
    return note.lowercased().hasPrefix("at least") ? note : "at least; \(note)"
  }

  private mutating func count(_ node: Int, _ key: String) -> Int? {
    guard let number = wholeNumber(node, key) else { return nil }
    guard number >= 0 else {
      report(
        .error, node, "negative-count", "There cannot be \(number) \(key == "low" || key == "best" || key == "high" ? "people" : key)",
        remedy: "Leave the figure out when it is unknown")
      return nil
    }
    return number
  }
}
