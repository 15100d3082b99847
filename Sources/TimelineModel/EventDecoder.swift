/// What a reader leaves with the store so that a row can be read back whole, for the screen or for a writer.
///
/// The store keeps columns and never the events themselves. A decoder knows where a row's bytes lie and makes the `Event` anew.
public protocol EventDecoder: Sendable {
  /// The event of one row.
  ///
  /// - Parameter index: the row's place among all rows this decoder stands for, from 0, in the order in which they were put into chunks.
  /// - Returns: the event; where the bytes have gone meanwhile (a file cut short), as much of it as there is.
  func event(at index: Int) -> Event
}
