/// Putting a filter to a store a piece at a time, so that no key waits while words are looked for in all text.
///
///     var scan = SelectionScan(filter, of: store)
///     while scan.selection == nil { scan.step() }   // some milliseconds each
///     scan.selection?.count
///
/// A filter without words is done at once.
public struct SelectionScan: Sendable {
  public let filter: Filter
  /// The rows that the filter lets through; nil until that is known.
  public private(set) var selection: Selection?
  private let order: SortOrder
  private let columns: Columns
  private var scan: TextScan

  public init(_ filter: Filter, sort: SortOrder = .date, of store: EventStore) {
    self.filter = filter
    order = sort
    columns = store.columns
    var rows = Bitset(allBelow: store.count)
    var conditions: [TextScan.Condition] = []
    for clause in filter.clauses where clause.isOn {
      if clause.field == nil {
        let words = clause.values.compactMap { value in if case .text(let word) = value { word } else { nil } }
        conditions.append(TextScan.Condition(terms: words.map { TextTerm($0, in: store) }, isNegated: clause.isNegated))
      } else {
        rows.formIntersection(store.rows(of: clause))
      }
    }
    scan = TextScan(conditions, among: rows, columns)
    finishIfDone()
  }

  /// Looks through some text more; does nothing when ``selection`` is known.
  public mutating func step() {
    guard selection == nil else { return }
    scan.step()
    finishIfDone()
  }

  private mutating func finishIfDone() {
    if scan.isDone { selection = Selection(scan.rows, of: columns, order: order) }
  }
}
