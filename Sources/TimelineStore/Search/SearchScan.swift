/// A search that goes on a piece at a time, so that no key waits for all of it.
///
///     var scan = SearchScan(store.search("truce"), in: selection, of: store)
///     scan.nearbyHit(from: row, forward: true)   // at once, if there is one among the nearest rows
///     while scan.hits == nil { scan.step() }     // some milliseconds each
///     scan.hits?.count                           // how many there are
public struct SearchScan: Sendable {
  public let query: SearchQuery
  /// The rows in which everything is found, in the selection's order; nil until all text has been looked through.
  public private(set) var hits: Selection?
  private let selection: Selection
  private var scan: TextScan

  /// How many rows around the reader's place are looked at at once; each is read for itself, so these take some milliseconds.
  private static let nearby = 1_024

  /// How many times so many are worth it before all text is run through from its beginning.
  public static let nearbyPieces = 8

  /// - Parameter previous: the search as it was before a letter was added, over the same selection: if it is through, only its hits are looked at.
  public init(_ query: SearchQuery, in selection: Selection, of store: EventStore, after previous: SearchScan? = nil) {
    self.query = query
    self.selection = selection
    var rows = query.isEmpty ? Bitset(bound: store.count) : selection.bits
    var terms = query.terms
    if let previous, previous.query.isNarrowed(by: query), previous.selection == selection, let hits = previous.hits {
      rows = hits.bits
      terms.removeAll { previous.query.terms.contains($0) }
    }
    // The longest word is mostly the rarest, and leaves the fewest rows for the next.
    terms.sort { $0.utf8.count > $1.utf8.count }
    scan = TextScan(terms.map { TextScan.Condition(terms: [TextTerm($0, in: store)], isNegated: false) }, among: rows, store.columns)
    finishIfDone()
  }

  /// Looks through some text more; does nothing when ``hits`` is known.
  public mutating func step() {
    guard hits == nil else { return }
    scan.step()
    finishIfDone()
  }

  private mutating func finishIfDone() {
    if scan.isDone { hits = selection.narrowed(to: scan.rows) }
  }

  /// Whether everything is found in a row of the selection.
  public func isHit(_ row: Row) -> Bool {
    if let hits { return hits.contains(row) }
    return selection.contains(row) && scan.passes(row.number)
  }

  /// The nearest hit in the selection's order, going round at its ends, as far as the nearest rows have one or all are known.
  ///
  /// - Parameters:
  ///   - row: where to start; nil for the beginning (the end, when going backward), which then counts itself.
  ///   - includingStart: whether the row itself may be the hit, as when typing goes on.
  ///   - piece: which of the pieces, 0 for the nearest rows; those before it had no hit.
  public func nearbyHit(from row: Row?, forward: Bool, includingStart: Bool = false, piece: Int = 0) -> Row? {
    guard !query.isEmpty, !selection.isEmpty else { return nil }
    let count = selection.count
    let step = forward ? 1 : -1
    var start = forward ? 0 : count - 1
    if let row {
      let before = selection.rank(of: row)
      let isItself = selection.contains(row)
      start = forward ? before + (isItself && !includingStart ? 1 : 0) : before - (isItself && includingStart ? 0 : 1)
      start = (start + count) % count
    }
    if let hits { return hits.nearest(toPosition: start, of: selection, forward: forward) }
    for offset in min(count, piece * Self.nearby)..<min(count, (piece + 1) * Self.nearby) {
      let position = (start + offset * step % count + count) % count
      if let candidate = selection.row(at: position), scan.passes(candidate.number) { return candidate }
    }
    return nil
  }
}

extension SearchQuery {
  /// Whether whatever another query finds is found by this one too: each of its words is part of one of the other's, as text and as a name.
  func isNarrowed(by other: SearchQuery) -> Bool {
    !isEmpty && terms.allSatisfy { term in other.terms.contains { $0 == term || Self.isPart(term, of: $0) } }
  }

  private static func isPart(_ term: String, of other: String) -> Bool {
    func holds(_ part: Substring.UTF8View, _ whole: String) -> Bool {
      let whole = Array(whole.utf8)
      return Needle(part)?.first(in: whole, range: whole.indices) != nil
    }
    // In names punctuation is a space, so what is all punctuation is in none.
    let name = Folding.words(term).dropFirst().dropLast()
    return holds(term[...].utf8, other) && holds(name.utf8, Folding.words(other))
  }
}

extension Selection {
  /// The row of this selection that comes next in a larger one of the same order, going round at the ends; nil when this one is empty.
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
