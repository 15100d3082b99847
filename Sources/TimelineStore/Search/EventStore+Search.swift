extension EventStore {
  /// Reads what is typed behind `/`: words, and phrases in quotation marks.
  public func search(_ text: String) -> SearchQuery { SearchQuery(text) }

  /// The selected rows in which everything is found, in the selection's order. Nothing typed finds nothing.
  ///
  /// - Complexity: O(text), about a millisecond for 10 MB. ``SearchScan`` does the same in pieces.
  public func hits(_ query: SearchQuery, in selection: Selection) -> Selection {
    hits(query, in: selection) { false } ?? selection.narrowed(to: Bitset(bound: count))
  }

  /// The same, for work that may be given up: nil when it was.
  ///
  /// - Parameter isCancelled: asked about every few milliseconds.
  public func hits(_ query: SearchQuery, in selection: Selection, isCancelled: () -> Bool) -> Selection? {
    var scan = SearchScan(query, in: selection, of: self)
    while scan.hits == nil {
      if isCancelled() { return nil }
      scan.step()
    }
    return scan.hits
  }

  /// The nearest hit in the selection's order, going round at its ends; nil when there is none, or the work was given up.
  ///
  /// The nearest rows are looked at one by one; where the word is rare, all text is run through, so that even an absent word costs no more
  /// than ``hits(_:in:)``.
  ///
  /// - Parameters:
  ///   - row: where to start; nil for the beginning (the end, when going backward), which then counts itself.
  ///   - includingStart: whether the row itself may be the hit, as when typing goes on.
  public func nearestHit(
    _ query: SearchQuery, from row: Row?, forward: Bool, includingStart: Bool = false, in selection: Selection, isCancelled: () -> Bool = { false }
  ) -> Row? {
    var scan = SearchScan(query, in: selection, of: self)
    if isCancelled() { return nil }
    for piece in 0..<SearchScan.nearbyPieces {
      if let hit = scan.nearbyHit(from: row, forward: forward, includingStart: includingStart, piece: piece) { return hit }
    }
    while scan.hits == nil {
      if isCancelled() { return nil }
      scan.step()
    }
    return scan.nearbyHit(from: row, forward: forward, includingStart: includingStart)
  }
}
