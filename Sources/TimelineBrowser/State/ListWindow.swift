import TimelineStore

/// The part of the list that is on the screen, worked out once a frame: its lines, and what is said of each event in them.
///
/// Reading an event back and laying its line out is the dearest thing a row costs, so what is still on the screen after a step is taken over from
/// the frame before.
struct ListWindow: Sendable {
  private(set) var lines: [ListLine] = []
  /// A screenful, in the order of the list.
  private var rows: [ListRow] = []
  private var form: ListRow.Form?

  /// Takes new lines over, and reads and lays out the events in them that were not on the screen before.
  mutating func show(_ new: [ListLine], of shown: Selection, in store: EventStore, as form: ListRow.Form) {
    var known: [ListRow] = []
    for case .event(let position) in new {
      guard let row = shown.row(at: position) else { continue }
      let former = self[row]
      if let former, form == self.form { known.append(former) } else { known.append(ListRow(former?.summary ?? store.summary(at: row), in: store, as: form)) }
    }
    lines = new
    rows = known
    self.form = form
  }

  /// An event on the screen; nil for any other.
  subscript(row: Row) -> ListRow? { rows.first { $0.summary.row == row } }

  /// The first and the last position on the screen; nil when no event is.
  var positions: (first: Int, last: Int)? {
    let positions = lines.compactMap { line in if case .event(let position) = line { position } else { nil } }
    guard let first = positions.first, let last = positions.last else { return nil }
    return (first, last)
  }

  /// How many events are on the screen, at least one, so that a page is never nothing.
  var eventCount: Int { max(1, rows.count) }
}
