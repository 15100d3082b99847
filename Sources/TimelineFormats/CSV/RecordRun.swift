/// Records that follow one another and have the same number of fields, so that one column of them is a walk in equal steps:
///
/// ```
/// bytes     7 , N o r t h \n 8 , S o u t h \n
/// fences  ^   ^           ^    ^           ^        one before the first field, then one behind each
///         0   1           2    3           4        column 1 of row r lies between fence 2r + 1 and 2r + 2
/// ```
/// All of them are as RFC 4180 says and free of NUL. Valid until the walk that gave it goes on.
struct RecordRun {
  /// How many bytes can be read behind each of the records, whatever they are.
  static let slack = 64
  /// The most records of one run, for which a lane has room.
  static let mostRecords = 512

  /// What the fences count from.
  let base: UnsafePointer<UInt8>
  let fences: UnsafePointer<UInt32>
  /// How many fields each record has.
  let columns: Int
  let count: Int
  /// The number of the first among the records that the walk looked at.
  let firstRecord: Int

  /// Where a record begins, from the base.
  @inline(__always)
  func start(of row: Int) -> Int { Int(fences[row &* columns] &+ 1) }

  /// Where its line feed stands.
  @inline(__always)
  func end(of row: Int) -> Int { Int(fences[(row &+ 1) &* columns]) }

  /// A field; one that no record has is empty.
  @inline(__always)
  func field(_ row: Int, _ column: Int) -> RawField {
    guard UInt(bitPattern: column) < UInt(bitPattern: columns) else { return RawField(base, count: 0) }
    return field(fences + (row &* columns &+ column), isLast: column == columns &- 1)
  }

  @inline(__always)
  private func field(_ fence: UnsafePointer<UInt32>, isLast: Bool) -> RawField {
    let first = Int(fence[0] &+ 1)
    var end = Int(fence[1])
    if isLast, end > first, base[end &- 1] == 0x0D { end &-= 1 }
    return RawField(base + first, count: end &- first)
  }

  /// Calls the body with one field of each record.
  @inline(__always)
  func forEach(_ column: Int, _ body: (_ row: Int, _ field: RawField) -> Void) {
    guard UInt(bitPattern: column) < UInt(bitPattern: columns) else { return }
    let isLast = column == columns &- 1
    var fence = fences + column
    for row in 0..<count {
      body(row, field(fence, isLast: isLast))
      fence += columns
    }
  }

  /// A field's text: what stands between its quotes, doubled ones made single in a memory that holds until the next text is asked for.
  @inline(__always)
  static func text(of field: RawField, _ memory: CSVMemory) -> UnsafeBufferPointer<UInt8> { field.isQuoted ? unquoted(field, memory) : field.bytes }

  @inline(never)
  private static func unquoted(_ field: RawField, _ memory: CSVMemory) -> UnsafeBufferPointer<UInt8> {
    let inner = field.inner.bytes
    return ByteText.contains(UInt8(ascii: "\""), inner) ? memory.decoded(field.bytes, recordLength: field.count) : inner
  }
}
