import TimelineModel

extension EventStore {
  /// The links of an event in both directions: its own in the order of the file, then those of others that point at it, in time order.
  public func links(of row: Row) -> [LinkedEvent] {
    columns.links.ends(of: row.number).map { end in
      LinkedEvent(kind: end.link.kind, isIncoming: end.isIncoming, row: end.other.map(Row.init), id: end.otherID, source: end.link.source)
    }
  }

  /// What led to an event, in time order: what it follows, responds to, implements or breaches, and what is said to lead to it.
  public func causes(of row: Row) -> [Row] { others(of: row) { $0.isIncoming ? .toTarget : .fromTarget } }

  /// What came of an event, in time order: the same arrows, seen from the other side.
  public func consequences(of row: Row) -> [Row] { others(of: row) { $0.isIncoming ? .fromTarget : .toTarget } }

  private func others(of row: Row, along direction: (LinkedEvent) -> Link.Direction) -> [Row] {
    let others = links(of: row).filter { $0.kind.direction == direction($0) }.compactMap(\.row)
    return Set(others).subtracting([row]).sorted()
  }
}
