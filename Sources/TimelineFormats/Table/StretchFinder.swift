import CBytes

/// Finds where a file may be divided, so that several lanes can read it at the same time.
///
/// Quotes are counted from a place that is known to be the start of a record: behind an odd number of them a line feed is text, behind an even number
/// it ends a record. That is so where quotes are as they should be; the reader looks whether it was.
struct StretchFinder {
  let bytes: UnsafeBufferPointer<UInt8>
  let division: Division

  /// How far a line feed is looked for that ends a record.
  private static let mostBytes = 1 << 20

  /// The next stretches, one for each lane; fewer near the end of the file, and one where no place to divide it was found.
  func stretches(from place: CSVWalk.Place) -> [Stretch] {
    var stretches: [Stretch] = []
    var place = place
    while stretches.count + 1 < division.lanes, let next = next(after: place) {
      stretches.append(Stretch(place: place, end: next.offset))
      place = next
    }
    stretches.append(Stretch(place: place, end: place.offset + division.stretch))
    return stretches
  }

  /// The start of a record about a stretch further on.
  private func next(after place: CSVWalk.Place) -> CSVWalk.Place? {
    let target = place.offset + division.stretch
    guard target + division.stretch / 2 < bytes.count, let base = bytes.baseAddress else { return nil }
    let counted = cbytes_count_quotes(base + place.offset, target - place.offset)
    var isInside = counted.quotes % 2 == 1
    var feeds = counted.feeds
    for index in target..<min(target + Self.mostBytes, bytes.count) {
      if bytes[index] == UInt8(ascii: "\"") { isInside.toggle() }
      guard bytes[index] == 0x0A else { continue }
      feeds += 1
      // Behind an empty line it would not be the end of a record at which a lane stops.
      if !isInside, !isEmptyLine(before: index) {
        var next = place
        next.offset = index + 1
        next.line += feeds
        return next
      }
    }
    return nil
  }

  private func isEmptyLine(before feed: Int) -> Bool {
    let end = feed > 0 && bytes[feed - 1] == 0x0D ? feed - 1 : feed
    return end == 0 || bytes[end - 1] == 0x0A
  }
}

/// One lane and what it is to read, used by one thread at a time.
final class LaneWorker<Schema: RowSchema>: @unchecked Sendable {
  private(set) var lane: Lane<Schema>
  private let stretch: Stretch

  init(_ lane: Lane<Schema>, _ stretch: Stretch) {
    self.lane = lane
    self.stretch = stretch
  }

  func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Piece { lane.read(stretch, of: bytes) }
}
