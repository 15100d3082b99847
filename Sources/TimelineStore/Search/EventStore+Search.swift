extension EventStore {
  /// Reads what is typed behind `/`: words, and phrases in quotation marks.
  public func search(_ text: String) -> SearchQuery { SearchQuery(text) }

  /// The selected rows in which everything is found, in the selection's order. Nothing typed finds nothing.
  ///
  /// - Complexity: O(text), about a millisecond for 10 MB.
  public func hits(_ query: SearchQuery, in selection: Selection) -> Selection {
    hits(query, in: selection) { false } ?? selection.narrowed(to: Bitset(bound: count))
  }

  /// The same, for work that may be given up: nil when it was.
  ///
  /// - Parameter isCancelled: asked about once a millisecond.
  public func hits(_ query: SearchQuery, in selection: Selection, isCancelled: () -> Bool) -> Selection? {
    guard !query.isEmpty else { return selection.narrowed(to: Bitset(bound: count)) }
    var rows = selection.bits
    for term in query.terms {
      guard let found = self.rows(withText: term, among: rows, isCancelled: isCancelled) else { return nil }
      rows.formIntersection(found)
    }
    return selection.narrowed(to: rows)
  }

  /// The nearest hit in the selection's order, going round at its ends.
  ///
  /// The nearest rows are looked at one by one; where the word is rare, all text is run through at once, so that even an absent word
  /// costs no more than ``hits(_:in:)``.
  ///
  /// - Parameters:
  ///   - row: where to start; nil for the beginning (the end, when going backward), which then counts itself.
  ///   - includingStart: whether the row itself may be the hit, as when typing goes on.
  /// - Returns: nil when there is none, or the work was given up.
  public func nearestHit(
    _ query: SearchQuery, from row: Row?, forward: Bool, includingStart: Bool = false, in selection: Selection, isCancelled: () -> Bool = { false }
  ) -> Row? {
    guard !query.isEmpty, !selection.isEmpty else { return nil }
    let count = selection.count
    let step = forward ? 1 : -1
    var start = forward ? 0 : count - 1
    if let row {
      let here = selection.nearestPosition(to: row) ?? 0
      // A row that is not selected lies between two that are: the nearest of them is already the next.
      start = includingStart || !selection.contains(row) ? here : (here + step + count) % count
    }
    let terms = query.terms.map { TextTerm($0, in: self) }
    let nearby = min(count, 8_192)
    for offset in 0..<nearby {
      if offset % 1_024 == 0, isCancelled() { return nil }
      let position = (start + offset * step % count + count) % count
      if let candidate = selection.row(at: position), terms.allSatisfy({ $0.isFound(in: candidate.number) }) { return candidate }
    }
    guard nearby < count, let hits = hits(query, in: selection, isCancelled: isCancelled) else { return nil }
    return hits.nearest(toPosition: start, of: selection, forward: forward)
  }
}

extension Selection {
  /// The row of this selection that comes next in a larger one of the same order, going round at the ends.
  fileprivate func nearest(toPosition start: Int, of whole: Selection, forward: Bool) -> Row? {
    var low = 0
    var high = count
    // Both have the same order, so the larger one's positions rise with this one's.
    while low < high {
      let middle = (low + high) / 2
      let isBefore = row(at: middle).flatMap { whole.position(of: $0) }.map { forward ? $0 < start : $0 <= start } ?? false
      if isBefore { low = middle + 1 } else { high = middle }
    }
    if forward { return row(at: low < count ? low : 0) }
    return row(at: low > 0 ? low - 1 : count - 1)
  }
}
