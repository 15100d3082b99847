import Bytes
package import TimelineModel

/// Reads a file of many thin rows, chunk by chunk.
///
///     while let part = reader.next() {
///       let source = builder.addSource(part.decoder)
///       builder.append(part.chunk, from: source)
///     }
///
/// A chunk brings the names of the actors and places that it is the first to mention; title and licence are there from the beginning.
package struct RowReader: Sendable {
  /// Rows, and what reads them back whole.
  package struct Part: Sendable {
    package let chunk: RowChunk
    package let decoder: any EventDecoder
  }

  private var source: any RowSource

  init(_ source: any RowSource) { self.source = source }

  /// The next rows; nil at the end, and while a stream has no whole row more: ``isAtEnd`` tells which.
  ///
  /// - Parameter count: the most rows to read where it is less than ``RowChunk/usualCapacity``; a small first chunk is on the screen sooner. Otherwise as
  ///   many as come in a stretch of the file.
  package mutating func next(atMost count: Int = RowChunk.usualCapacity) -> Part? { source.next(atMost: count) }

  /// Whether there will be no more rows.
  package var isAtEnd: Bool { source.isAtEnd }

  /// The timeline without events and names: title, scope and licence.
  package var header: Timeline { source.header }
  /// What the table is, and what was odd in it so far.
  package var report: TableReport { source.report }
  /// What is wrong so far, in the order of the file.
  package var problems: [Problem] { source.problems }
  /// How far the reading has come, in bytes.
  package var bytesRead: Int { source.bytesRead }
  package var byteCount: Int { source.byteCount }
  /// The ids seen so far, for the reader of the next file.
  package var ledger: IDLedger { source.ledger }

  /// Whether chunks are let go one after the other, so that the words of columns that are no names need not be known once for all of them.
  package var forgetsWords: Bool {
    get { source.forgetsWords }
    set { source.forgetsWords = newValue }
  }

  /// Sets in how many lanes the file is read from now on. The rows are the same however it is divided.
  package mutating func divide(_ division: Division) { source.divide(division) }

  /// What reads rows of this file back whose records are known, without reading the file; nil where they are no records of it.
  package func decoder(of records: KeptRecords) -> (any RecordDecoder)? { source.decoder(of: records) }

  /// Takes over the ids of the files before this one. To be called before the first chunk is read.
  package mutating func carryOn(_ ledger: IDLedger) { source.carryOn(ledger) }
}

/// What a ``RowReader`` reads from, whatever its schema.
protocol RowSource: Sendable {
  mutating func next(atMost count: Int) -> RowReader.Part?
  var isAtEnd: Bool { get }
  var report: TableReport { get }
  var header: Timeline { get }
  var problems: [Problem] { get }
  var bytesRead: Int { get }
  var byteCount: Int { get }
  var ledger: IDLedger { get }
  var forgetsWords: Bool { get set }
  mutating func carryOn(_ ledger: IDLedger)
  mutating func divide(_ division: Division)
  func decoder(of records: KeptRecords) -> (any RecordDecoder)?
}

extension RowSource {
  func decoder(of records: KeptRecords) -> (any RecordDecoder)? { nil }
}

/// How a large file is read by several threads at once.
package struct Division: Hashable, Sendable {
  /// How many stretches are read at the same time.
  package var lanes: Int
  /// How long a stretch is, in bytes; less than two of them are read by one thread.
  package var stretch: Int
  /// How each lane finds its records: many at once, unless somebody wants to see that it is the same one by one.
  package var pace: CSVWalk.Pace

  package init(lanes: Int, stretch: Int, pace: CSVWalk.Pace = .ahead) {
    self.lanes = max(1, lanes)
    self.stretch = max(1, stretch)
    self.pace = pace
  }

  /// As many lanes as there are processors. A stretch is worth some milliseconds, against which it is nothing to start a thread.
  static let standard = Division(lanes: Workers.processors, stretch: 8 << 20)
}
