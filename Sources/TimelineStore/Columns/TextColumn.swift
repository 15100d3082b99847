import TimelineModel

/// The folded text of every row, in the order in which the rows arrived, a segment for each chunk.
///
/// ```
/// segment 0   first arrival 0      "artillery near sotk␟azerbaijani forces …␟clash near gapan␟…"
///                                  ends:                                    ^                 ^
/// segment 1   first arrival 65536  …
/// ```
/// A search walks the segments; a published snapshot shares them with the builder and with later snapshots.
struct TextColumn: Sendable {
  struct Segment: Sendable {
    let firstArrival: Int
    let bytes: [UInt8]
    /// Where each row's text ends, the separator behind it included.
    let ends: [UInt32]

    func range(of index: Int) -> Range<Int> {
      let start = index > 0 ? Int(ends[index - 1]) : 0
      return start..<max(start, Int(ends[index]))
    }
  }

  var segments: [Segment] = []

  /// The segment in which a row arrived, and its place there.
  func place(ofArrival arrival: Int) -> (segment: Int, index: Int)? {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].firstArrival <= arrival { low = middle } else { high = middle }
    }
    guard low < segments.count, arrival >= segments[low].firstArrival else { return nil }
    let index = arrival - segments[low].firstArrival
    return index < segments[low].ends.count ? (low, index) : nil
  }

  /// Whether a row's text contains the needle.
  func contains(_ needle: Needle, arrival: Int) -> Bool {
    guard let place = place(ofArrival: arrival) else { return false }
    let segment = segments[place.segment]
    return needle.first(in: segment.bytes, range: segment.range(of: place.index)) != nil
  }
}

extension TextColumn {
  /// Folds and adds the text of a chunk.
  mutating func append(_ chunk: RowChunk, firstArrival: Int) {
    var ends: [UInt32] = []
    ends.reserveCapacity(chunk.count)
    let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Folding.roomNeeded(for: chunk.text.count) + 9 * chunk.count)
    defer { room.deallocate() }
    var written = 0
    chunk.text.withUnsafeBufferPointer { text in
      var start = 0
      for end in chunk.textEnds {
        let rest = UnsafeMutableBufferPointer(rebasing: room[written...])
        written += Folding.fold(UnsafeBufferPointer(rebasing: text[start..<end]), into: rest)
        room[written] = Folding.separator
        written += 1
        ends.append(UInt32(clamping: written))
        start = end
      }
    }
    segments.append(Segment(firstArrival: firstArrival, bytes: Array(room[..<written]), ends: ends))
  }
}
