public import TimelineModel

/// The rows on which a reader has written something, for `has:note` and `has:bookmark`. The store does not know what it is.
struct MarkedRows: Sendable {
  var noted: [Row] = []
  var bookmarked: [Row] = []
}

extension EventStore {
  /// The same store, which also knows on which events a reader has written something. Ids that no event bears are left out.
  ///
  ///     let marked = store.marking(noted: ["sotk"], bookmarked: [])
  ///     marked.select(try marked.parse("has:note", today: nil).get()).count       // 1
  ///
  /// - Complexity: O(n) over a column of hashes where there are ids at all, two milliseconds for a million rows; a copy of the store costs nothing.
  public func marking(noted: some Sequence<Identifier>, bookmarked: some Sequence<Identifier>) -> EventStore {
    var store = self
    store.marked = MarkedRows(noted: rows(ofAny: Set(noted)), bookmarked: rows(ofAny: Set(bookmarked)))
    return store
  }

  /// All rows that bear one of the ids, in time order.
  private func rows(ofAny ids: Set<Identifier>) -> [Row] {
    guard !ids.isEmpty else { return [] }
    let wanted = Set(ids.map { RowFacts.hash(ofID: $0) })
    // Few rows pass this sieve: one bit for the lowest twelve of each hash that is wanted.
    var sieve = [UInt64](repeating: 0, count: 64)
    for hash in wanted { sieve[Int(hash >> 6 & 63)] |= 1 << (hash & 63) }
    var rows: [Row] = []
    for (number, hash) in columns.idHash.enumerated() where sieve[Int(hash >> 6 & 63)] & 1 << (hash & 63) != 0 {
      if wanted.contains(hash), ids.contains(event(at: Row(number)).id) { rows.append(Row(number)) }
    }
    return rows
  }
}

extension Bitset {
  /// Some rows of a store.
  init(_ rows: [Row], bound: Int) {
    self.init(bound: bound)
    for row in rows { insert(row.number) }
  }
}
