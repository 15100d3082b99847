public import EDTF
public import TimelineModel

extension EventStore {
  /// The whole event, read back from where it lies. A row that is not of this store gives an event without anything in it.
  public func event(at row: Row) -> Event {
    place(of: row).map { $0.decoder.event(at: $0.index) } ?? Event(id: "", date: nil, title: "", kind: EventKind(rawValue: ""))
  }

  /// By which decoder a row is read back, and its index there; nil for a row that is not of this store.
  private func place(of row: Row) -> (decoder: any EventDecoder, index: Int)? {
    guard row.number >= 0, row.number < count else { return nil }
    let arrival = Int(columns.arrival[row.number])
    let segment = snapshot.segments[segmentIndex(of: arrival)]
    return (segment.decoder, segment.firstIndex + arrival - segment.firstArrival)
  }

  private func segmentIndex(of arrival: Int) -> Int {
    var low = 0
    var high = snapshot.segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if snapshot.segments[middle].firstArrival <= arrival { low = middle } else { high = middle }
    }
    return low
  }

  /// The row of an event; the first in time when several bear the id.
  ///
  /// - Complexity: O(n) over a column of hashes, about a millisecond for a million rows.
  public func row(of id: Identifier) -> Row? { rows(of: id).first }

  /// All rows that bear an id, in time order.
  func rows(of id: Identifier) -> [Row] {
    let hash = RowFacts.hash(ofID: id)
    return columns.idHash.indices.filter { columns.idHash[$0] == hash }.map(Row.init).filter { event(at: $0).id == id }
  }

  /// What a row of the list needs to know.
  public func summary(at row: Row) -> RowSummary {
    let event = place(of: row).map { $0.decoder.outline(at: $0.index) } ?? event(at: row)
    let number = row.number
    let isKnown = number >= 0 && number < count
    let marks = isKnown ? columns.marks[number] : []
    return RowSummary(
      row: row, id: event.id, date: event.date, dateText: event.dateText, earliest: event.date?.earliest, latest: event.date?.latest, title: event.title,
      kind: event.kind, weight: event.weight, killed: isKnown ? columns.killed.figure(of: number) : nil, isDisputed: marks.contains(.isDisputed),
      hasAccounts: marks.contains(.hasAccounts), hasCasualties: marks.contains(.hasCasualties),
      hasPlace: isKnown && !columns.places.codes(of: number).isEmpty)
  }

  /// Whether a row has a day to be put in order by.
  public func isDated(_ row: Row) -> Bool { row.number >= 0 && columns.isDated(row.number) }

  /// The known days of a row, where an open end counts as the other end; nil for undated rows.
  public func days(of row: Row) -> (first: Day, last: Day)? {
    guard row.number >= 0, let days = columns.knownDays(of: row.number) else { return nil }
    return (Day(Int64(days.first)), Day(Int64(days.last)))
  }
}
