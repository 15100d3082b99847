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

  /// The next stretches, one for each lane; one where no place to divide it was found, or where little is left. Near the end of the file they are shorter, so
  /// that all lanes end at about the same time.
  func stretches(from place: CSVWalk.Place) -> [Stretch] {
    let length = min(division.stretch, max((bytes.count - place.offset) / division.lanes, min(division.stretch, Self.leastBytes)))
    var stretches: [Stretch] = []
    var place = place
    while stretches.count + 1 < division.lanes, let next = next(after: place, length) {
      stretches.append(Stretch(place: place, end: next.offset))
      place = next
    }
    stretches.append(Stretch(place: place, end: place.offset + length))
    return stretches
  }

  /// Less is not worth a thread.
  private static let leastBytes = 1 << 19

  /// Whether so many bytes are worth more than one lane.
  static func isWorthDividing(_ count: Int, _ division: Division) -> Bool { division.lanes > 1 && count > min(division.stretch, leastBytes) }

  /// The start of a record about a stretch further on.
  private func next(after place: CSVWalk.Place, _ length: Int) -> CSVWalk.Place? {
    let target = place.offset + length
    guard target + length / 2 < bytes.count, let base = bytes.baseAddress else { return nil }
    let counted = cbytes_count_quotes(cbytes_best_way(), base + place.offset, target - place.offset)
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

/// A lane that one thread after the other reads with.
final class LaneWorker<Schema: RowSchema>: @unchecked Sendable {
  private var lane: Lane<Schema>

  init(_ lane: Lane<Schema>) { self.lane = lane }

  func read(_ stretch: Stretch, of file: TableBytes) -> Piece { file.withBytes { lane.read(stretch, of: $0) } }
}
