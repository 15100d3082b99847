package import TimelineModel

/// Reads a file of many thin rows, chunk by chunk.
///
///     while let part = reader.next() {
///       let source = builder.addSource(part.decoder)
///       builder.append(part.chunk, from: source)
///     }
///
/// What each chunk says of actors and places is in ``header`` once it has been read; the title and the licence are there from the beginning.
package struct RowReader: Sendable {
  /// Rows, and what reads them back whole.
  package struct Part: Sendable {
    package let chunk: RowChunk
    package let decoder: any EventDecoder
  }

  private var source: any RowSource

  init(_ source: any RowSource) { self.source = source }

  /// The next rows, up to ``RowChunk/usualCapacity``; nil at the end.
  package mutating func next() -> Part? { source.next() }

  /// The timeline without events: title, licence, and the actors and places named so far.
  package var header: Timeline { source.header }
  /// What is wrong so far, in the order of the file.
  package var problems: [Problem] { source.problems }
  /// How far the reading has come, in bytes.
  package var bytesRead: Int { source.bytesRead }
  package var byteCount: Int { source.byteCount }
  /// The ids seen so far, for the reader of the next file.
  package var ledger: IDLedger { source.ledger }
}

/// What a ``RowReader`` reads from, whatever its schema.
protocol RowSource: Sendable {
  mutating func next() -> RowReader.Part?
  var header: Timeline { get }
  var problems: [Problem] { get }
  var bytesRead: Int { get }
  var byteCount: Int { get }
  var ledger: IDLedger { get }
}
