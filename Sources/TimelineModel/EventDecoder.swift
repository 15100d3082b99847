/// What a reader leaves with the store so that a row can be read back whole, for the screen or for a writer.
///
/// The store keeps columns and never the events themselves. A decoder knows where a row's bytes lie and makes the `Event` anew.
public protocol EventDecoder: Sendable {
  /// The event of one row.
  ///
  /// - Parameter index: the row's place among all rows this decoder stands for, from 0, in the order in which they were put into chunks.
  /// - Returns: the event; where the bytes have gone meanwhile (a file cut short), as much of it as there is.
  func event(at index: Int) -> Event

  /// As much of an event as a row of a list shows: id, date, title, kind and weight; the rest may be left out.
  func outline(at index: Int) -> Event
}

extension EventDecoder {
  public func outline(at index: Int) -> Event { event(at: index) }
}
