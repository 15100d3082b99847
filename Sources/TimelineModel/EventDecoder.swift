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

  /// A decoder of some of the rows, which holds no more than reading these back takes.
  ///
  /// - Parameter indices: their places among the rows of this one, in rising order; from now on they are counted from 0.
  func keeping(_ indices: [Int]) -> any EventDecoder
}

extension EventDecoder {
  public func outline(at index: Int) -> Event { event(at: index) }
  public func keeping(_ indices: [Int]) -> any EventDecoder { SomeRows(decoder: self, indices: indices) }
}

/// Some of the rows of a decoder that holds nothing by the row.
private struct SomeRows: EventDecoder {
  let decoder: any EventDecoder
  let indices: [Int]

  func event(at index: Int) -> Event { decoder.event(at: place(index)) }
  func outline(at index: Int) -> Event { decoder.outline(at: place(index)) }
  func keeping(_ kept: [Int]) -> any EventDecoder { SomeRows(decoder: decoder, indices: kept.map(place)) }

  /// -1, which is no row's, for what is not among them.
  private func place(_ index: Int) -> Int { indices.indices.contains(index) ? indices[index] : -1 }
}
