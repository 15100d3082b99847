import TimelineModel

/// The folded text of every row, in the order in which the rows arrived, a segment for each chunk.
///
/// ```
/// segment 0   first arrival 0      "artillery near sotk␟azerbaijani forces …␟clash near gapan␟…"
///                                  ends:                                    ^                 ^
/// segment 1   first arrival 65536  …
/// ```
/// Rows of a file in memory are searched as they lie there (``RawRecords``); folded are then only their fields with letters beyond ASCII. A search
/// walks the segments; a published snapshot shares them with the builder and with later snapshots.
struct TextColumn: Sendable {
  struct Segment: Sendable {
    let firstArrival: Int
    let count: Int
    /// Folded when the rows arrived, or when it is first searched where the text was left with the decoder or the records.
    let folded: Lazily<Folded>
    /// The rows that ``folded`` has text of, in rising order; nil where it is all of them.
    let foldedRows: [UInt32]?
    let records: RawRecords?

    /// The rows of the segment whose text contains the needle, in rising order.
    ///
    /// - Parameter some: the rows to look at, in rising order; nil for all of them.
    func rows(with needle: Needle, among some: [UInt32]?) -> [UInt32] {
      guard let records, let foldedRows else { return folded.value.entries(with: needle, among: some) }
      let inRecords = records.rows(with: needle, among: some)
      guard !foldedRows.isEmpty else { return inRecords }
      let places = folded.value.entries(with: needle, among: some.map { Self.places(of: $0, in: foldedRows) })
      return Self.union(inRecords, places.map { foldedRows[Int($0)] })
    }

    /// Where those of some rows stand that are among others; all of them rise.
    private static func places(of some: [UInt32], in others: [UInt32]) -> [UInt32] {
      var places: [UInt32] = []
      var next = 0
      for (place, row) in others.enumerated() {
        while next < some.count, some[next] < row { next += 1 }
        if next < some.count, some[next] == row { places.append(UInt32(clamping: place)) }
      }
      return places
    }

    /// The rows of both, each once; all of them rise.
    private static func union(_ some: [UInt32], _ others: [UInt32]) -> [UInt32] {
      guard !some.isEmpty, !others.isEmpty else { return some.isEmpty ? others : some }
      var union: [UInt32] = []
      union.reserveCapacity(some.count + others.count)
      var next = 0
      for row in some {
        while next < others.count, others[next] < row {
          union.append(others[next])
          next += 1
        }
        if next < others.count, others[next] == row { next += 1 }
        union.append(row)
      }
      union += others[next...]
      return union
    }

    /// Whether one row's text contains it.
    func contains(_ needle: Needle, row: Int) -> Bool {
      guard let records, let foldedRows else { return folded.value.contains(needle, entry: row) }
      if records.contains(needle, row: row) { return true }
      let entry = foldedRows.partitioningIndex { $0 >= row }
      return entry < foldedRows.count && foldedRows[entry] == row && folded.value.contains(needle, entry: entry)
    }
  }

  /// The folded text of some rows, an entry for each.
  struct Folded: Sendable {
    let bytes: [UInt8]
    /// Where each entry ends, the separator behind it included.
    let ends: [UInt32]

    func range(of index: Int) -> Range<Int> {
      let start = index > 0 ? Int(ends[index - 1]) : 0
      return start..<max(start, Int(ends[index]))
    }

    func contains(_ needle: Needle, entry: Int) -> Bool { needle.first(in: bytes, range: range(of: entry)) != nil }

    /// The entries whose text contains the needle, all of them or those of some, in rising order.
    func entries(with needle: Needle, among some: [UInt32]?) -> [UInt32] {
      if let some { return some.filter { contains(needle, entry: Int($0)) } }
      var entries: [UInt32] = []
      bytes.withUnsafeBufferPointer { text in
        var position = 0
        var index = 0
        while let hit = needle.first(in: text, range: position..<text.count) {
          while index < ends.count, Int(ends[index]) <= hit { index += 1 }
          guard index < ends.count else { return }
          entries.append(UInt32(truncatingIfNeeded: index))
          position = Int(ends[index])
        }
      }
      return entries
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
    return segments[place.segment].contains(needle, row: place.index)
  }
}

extension TextColumn {
  /// Folds and adds the text of a chunk, or remembers how to get it where the chunk leaves it to its decoder.
  mutating func append(_ chunk: RowChunk, firstArrival: Int, readBackBy decoder: any EventDecoder, from firstIndex: Int) {
    let count = chunk.count
    if let records = chunk.records { return segments.append(.records(records, chunk.textRows, firstArrival: firstArrival, count: count)) }
    guard chunk.leavesTextToDecoder else {
      let folded = Folded(chunk.text, chunk.textEnds)
      segments.append(Segment(firstArrival: firstArrival, count: count, folded: Lazily { folded }, foldedRows: nil, records: nil))
      return
    }
    segments.append(.leftToDecoder(decoder, from: firstIndex, firstArrival: firstArrival, count: count))
  }
}

extension TextColumn.Segment {
  /// Rows that are searched where their records lie, but for some of them, which have letters beyond ASCII.
  static func records(_ records: any RecordText, _ textRows: [UInt32], firstArrival: Int, count: Int) -> TextColumn.Segment {
    TextColumn.Segment(
      firstArrival: firstArrival, count: count, folded: Lazily { TextColumn.Folded(records, textRows) }, foldedRows: textRows, records: RawRecords(records))
  }

  /// Rows whose text is read back from their decoder when it is first searched.
  static func leftToDecoder(_ decoder: any EventDecoder, from firstIndex: Int, firstArrival: Int, count: Int) -> TextColumn.Segment {
    TextColumn.Segment(
      firstArrival: firstArrival, count: count,
      folded: Lazily {
        var texts = RowChunk()
        for index in firstIndex..<firstIndex + count {
          texts.addText(of: decoder.event(at: index))
          texts.append(RowFacts(date: nil, kind: 0))
        }
        return TextColumn.Folded(texts.text, texts.textEnds)
      }, foldedRows: nil, records: nil)
  }
}

extension TextColumn.Folded {
  /// The fields of some records that have letters beyond ASCII.
  init(_ records: any RecordText, _ rows: [UInt32]) {
    var text: [UInt8] = []
    var ends: [Int] = []
    ends.reserveCapacity(rows.count)
    for row in rows {
      let start = text.count
      records.forEachField(ofRecord: Int(row)) { field in
        guard field.contains(where: { $0 >= 0x80 }) else { return }
        if text.count > start { text.append(0x1F) }
        text.append(contentsOf: field)
      }
      ends.append(text.count)
    }
    self.init(text, ends)
  }

  /// Texts that end at these places, folded one by one.
  init(_ text: [UInt8], _ textEnds: [Int]) {
    var ends: [UInt32] = []
    ends.reserveCapacity(textEnds.count)
    let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Folding.roomNeeded(for: text.count) + 9 * textEnds.count)
    defer { room.deallocate() }
    var written = 0
    text.withUnsafeBufferPointer { text in
      var start = 0
      for end in textEnds {
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
