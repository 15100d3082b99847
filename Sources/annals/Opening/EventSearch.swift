import TimelineFormats
import TimelineModel
import TimelineStore

/// Finds events by their ids, reading no further than it has to and keeping nothing but what it found.
struct EventSearch {
  /// By id, the first event that bears it, in the store of the part of a file where it stands.
  private(set) var found: [Identifier: (store: EventStore, row: Row)] = [:]
  private var wanted: Set<Identifier>
  /// The first part that was looked at: one of its ids is suggested for what was not found.
  private var first: EventStore?

  private static let mostSuggested = 20_000

  init(_ ids: [Identifier]) { wanted = Set(ids) }

  mutating func look(in store: EventStore) {
    for id in wanted {
      guard let row = store.row(of: id) else { continue }
      found[id] = (store, row)
      wanted.remove(id)
    }
    if first == nil { first = store }
  }

  mutating func look(in files: [String], columns: ColumnRequest) throws(Failure) {
    var walk = try FileOrder(files, columns: columns, filter: nil, limit: nil)
    while !wanted.isEmpty, let (store, _) = try walk.next() { look(in: store) }
    walk.complain()
  }

  func nearest(to id: Identifier) -> Identifier? {
    guard let first else { return nil }
    return Suggestion.nearest(to: id, in: first.rowsAsTheyArrived.prefix(Self.mostSuggested).map { first.summary(at: $0).id })
  }
}
