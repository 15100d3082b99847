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
    let count: Int
    /// Folded when the rows arrived, or when it is first searched where the text was left with the decoder.
    let folded: Lazily<Folded>

    var text: Folded { folded.value }
  }

  struct Folded: Sendable {
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
    return index < segments[low].count ? (low, index) : nil
  }

  /// Whether a row's text contains the needle.
  func contains(_ needle: Needle, arrival: Int) -> Bool {
    guard let place = place(ofArrival: arrival) else { return false }
    let text = segments[place.segment].text
    return needle.first(in: text.bytes, range: text.range(of: place.index)) != nil
  }
}

extension TextColumn {
  /// Folds and adds the text of a chunk, or remembers how to get it where the chunk leaves it to its decoder.
  mutating func append(_ chunk: RowChunk, firstArrival: Int, readBackBy decoder: any EventDecoder, from firstIndex: Int) {
    let count = chunk.count
    guard chunk.leavesTextToDecoder else {
      let folded = Folded(chunk)
      segments.append(Segment(firstArrival: firstArrival, count: count, folded: Lazily { folded }))
      return
    }
    segments.append(
      Segment(
        firstArrival: firstArrival, count: count,
        folded: Lazily {
          var texts = RowChunk()
          for index in firstIndex..<firstIndex + count {
            texts.addText(of: decoder.event(at: index))
            texts.append(RowFacts(date: nil, kind: 0))
          }
          return Folded(texts)
        }))
  }
}

extension TextColumn.Folded {
  /// The text of a chunk, folded row by row.
  init(_ chunk: RowChunk) {
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
    self.init(bytes: Array(room[..<written]), ends: ends)
  }
}
