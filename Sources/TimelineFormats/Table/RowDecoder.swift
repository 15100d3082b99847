package import TimelineModel

/// Where the records of some rows lie in their file, and what is odd about them: all that has to be kept to find the rows again.
package struct KeptRecords: Hashable, Sendable {
  /// Where the first record begins in the file, and where the last ends.
  package var base: Int
  package var end: Int
  /// By row how far from the first a record begins, and on which line.
  package var starts: [UInt32]
  package var lines: [UInt32]
  /// The names of problems by row.
  package var oddities: [Int: [String]]

  /// Whether these may be records of a file of so many bytes. Only damage makes it otherwise.
  func isSound(in count: Int) -> Bool {
    guard base >= 0, base <= end, end <= count, lines.count == starts.count else { return false }
    for row in 1..<max(1, starts.count) where starts[row - 1] >= starts[row] { return false }
    return starts.last.map { Int($0) <= end - base } ?? true
  }
}

/// What reads rows back and can say where they lie.
package protocol KeepsRecords: RecordDecoder {
  /// What locations call the file.
  var name: String { get }
  var records: KeptRecords { get }
}

/// Reads the rows of one chunk back from the file: where each begins, and what its fields mean.
struct RowDecoder<Layout: RowLayout>: KeepsRecords {
  let file: TableBytes
  let name: String
  let dialect: CSVDialect
  let limits: ReadingLimits
  let layout: Layout
  let records: KeptRecords

  init(file: TableBytes, name: String, dialect: CSVDialect, limits: ReadingLimits, layout: Layout, _ records: KeptRecords) {
    (self.file, self.name, self.dialect, self.limits, self.layout, self.records) = (file, name, dialect, limits, layout, records)
  }

  private var starts: [UInt32] { records.starts }
  private var lines: [UInt32] { records.lines }

  /// - Complexity: O(length of the record); some microseconds.
  func event(at index: Int) -> Event {
    guard starts.indices.contains(index) else { return Event(id: "", date: nil, title: "", kind: EventKind(rawValue: "")) }
    return withRecord(index) { walk in
      let fields = (0..<walk.count).map { String(decoding: walk[$0], as: UTF8.self) }
      let location = SourceLocation(file: name, line: Int(lines[index]), column: 1)
      return layout.event(of: TextRecord(fields: fields, location: location, oddities: records.oddities[index] ?? [], shownBytes: limits.fieldBytes))
    }
  }

  func keeping(_ indices: [Int]) -> any EventDecoder {
    let indices = indices.filter(starts.indices.contains)
    var few = records
    (few.starts, few.lines, few.oddities) = (indices.map { starts[$0] }, indices.map { lines[$0] }, [:])
    if !records.oddities.isEmpty { for (place, index) in indices.enumerated() { few.oddities[place] = records.oddities[index] } }
    return RowDecoder(file: file, name: name, dialect: dialect, limits: limits, layout: layout, few)
  }

  private func withRecord<Result>(_ index: Int, _ body: (borrowing CSVWalk) -> Result) -> Result {
    file.withBytes { bytes in
      let memory = CSVMemory()
      let place = CSVWalk.Place(offset: records.base + Int(starts[index]), line: Int(lines[index]))
      let walk = CSVWalk(bytes, dialect: dialect, memory: memory, limits: limits, from: place)
      _ = walk.next()
      return body(walk)
    }
  }

  var separator: UInt8 { dialect.separator }

  func withRecords<Result>(_ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt32>) -> Result) -> Result {
    file.withBytes { bytes in
      let range = (records.base..<max(records.base, records.end)).clamped(to: 0..<bytes.count)
      return starts.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: bytes[range]), $0) }
    }
  }

  func forEachField(ofRecord index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard starts.indices.contains(index) else { return }
    withRecord(index) { walk in for column in 0..<walk.count { body(walk[column]) } }
  }
}
