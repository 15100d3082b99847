import TimelineModel

/// Reads the rows of one chunk back from the file: where each begins, and what its fields mean.
struct RowDecoder<Layout: RowLayout>: EventDecoder {
  let file: TableBytes
  let name: String
  let dialect: CSVDialect
  let limits: ReadingLimits
  let layout: Layout
  /// By row, where its record begins and on which line.
  let starts: [Int]
  let lines: [UInt32]
  let oddities: [Int: [String]]

  /// - Complexity: O(length of the record); some microseconds.
  func event(at index: Int) -> Event {
    guard starts.indices.contains(index) else { return Event(id: "", date: nil, title: "", kind: EventKind(rawValue: "")) }
    return file.withBytes { bytes in
      let memory = CSVMemory()
      var walk = CSVWalk(bytes, dialect: dialect, memory: memory, limits: limits, from: CSVWalk.Place(offset: starts[index], line: Int(lines[index])))
      let isThere = walk.next()
      let fields = isThere ? (0..<walk.count).map { Self.text(walk[$0], limit: limits.fieldBytes) } : []
      let location = SourceLocation(file: name, line: Int(lines[index]), column: 1)
      return layout.event(of: TextRecord(fields: fields, location: location, oddities: oddities[index] ?? []))
    }
  }

  /// A field as text, as much of it as is shown; the rest stays in the file.
  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> String {
    guard bytes.count > limit else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes[..<limit], as: UTF8.self) + "…"
  }
}
