import TimelineModel

/// Reads the rows of one chunk back from the file: where each begins, and what its fields mean.
struct RowDecoder<Layout: RowLayout>: EventDecoder, RecordText {
  let file: TableBytes
  let name: String
  let dialect: CSVDialect
  let limits: ReadingLimits
  let layout: Layout
  /// Where the first record begins in the file, and by row how far from there and on which line it does.
  let base: Int
  let starts: [UInt32]
  /// Where the last record ends.
  let end: Int
  let lines: [UInt32]
  let oddities: [Int: [String]]

  /// - Complexity: O(length of the record); some microseconds.
  func event(at index: Int) -> Event {
    guard starts.indices.contains(index) else { return Event(id: "", date: nil, title: "", kind: EventKind(rawValue: "")) }
    return withRecord(index) { walk in
      let fields = (0..<walk.count).map { String(decoding: walk[$0], as: UTF8.self) }
      let location = SourceLocation(file: name, line: Int(lines[index]), column: 1)
      return layout.event(of: TextRecord(fields: fields, location: location, oddities: oddities[index] ?? [], shownBytes: limits.fieldBytes))
    }
  }

  func keeping(_ indices: [Int]) -> any EventDecoder {
    let indices = indices.filter(starts.indices.contains)
    var odd: [Int: [String]] = [:]
    if !oddities.isEmpty { for (place, index) in indices.enumerated() { odd[place] = oddities[index] } }
    return RowDecoder(
      file: file, name: name, dialect: dialect, limits: limits, layout: layout, base: base, starts: indices.map { starts[$0] }, end: end,
      lines: indices.map { lines[$0] }, oddities: odd)
  }

  private func withRecord<Result>(_ index: Int, _ body: (borrowing CSVWalk) -> Result) -> Result {
    file.withBytes { bytes in
      let memory = CSVMemory()
      let place = CSVWalk.Place(offset: base + Int(starts[index]), line: Int(lines[index]))
      let walk = CSVWalk(bytes, dialect: dialect, memory: memory, limits: limits, from: place)
      _ = walk.next()
      return body(walk)
    }
  }

  var separator: UInt8 { dialect.separator }

  func withRecords<Result>(_ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt32>) -> Result) -> Result {
    file.withBytes { bytes in
      let range = (base..<end).clamped(to: 0..<bytes.count)
      return starts.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: bytes[range]), $0) }
    }
  }

  func forEachField(ofRecord index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard starts.indices.contains(index) else { return }
    withRecord(index) { walk in for column in 0..<walk.count { body(walk[column]) } }
  }
}
