import TimelineModel

/// Where a stretch begins, and which record is not of it any more.
struct Stretch: Sendable {
  let place: CSVWalk.Place
  /// Records that begin here or later are left to others.
  var end = Int.max
  /// The most records to read.
  var capacity = Int.max
  /// Whether all bytes of the file are there, so that what the last record lacks will not come any more.
  var isComplete = true
}

/// What was read of a stretch.
struct Piece: Sendable {
  let from: CSVWalk.Place
  /// Where the reading stopped.
  let place: CSVWalk.Place
  /// Whether that is the end of the file.
  let isAtEnd: Bool
  let records: PieceRecords
  let rows: FilledRows
}

/// Where the records of a piece lie.
struct PieceRecords: Sendable {
  /// Where each begins, in bytes from the start of the piece, and on which line.
  var starts: [UInt32] = []
  var lines: [UInt32] = []
  /// The rows with fields beyond ASCII, which search would not find as they lie.
  var textRows: [UInt32] = []
}
