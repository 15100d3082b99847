import CBytes

/// Looks for bytes that are not UTF-8 and for NULs.
enum UTF8Check {
  /// The offset of the first byte that belongs to no well-formed sequence (Unicode, table 3-7), or nil.
  static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let offset = cbytes_find_invalid_utf8(base, bytes.count)
    return offset < bytes.count ? offset : nil
  }

  /// The line and column of an offset, counted on from the start of a record.
  static func position(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>, recordStart: Int, recordLine: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, recordStart), bytes.count)
    var line = recordLine
    var lineStart = recordStart
    var index = recordStart
    while index < offset {
      if bytes[index] == 0x0A {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
    return (line, column(of: offset, in: bytes, lineStart: lineStart))
  }

  /// The column of an offset, from 1: Unicode scalars, but bytes beyond the first 64 KB of a line.
  static func column(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>, lineStart: Int) -> Int {
    let counted = min(offset, lineStart + 1 << 16)
    var column = 1 + offset - counted
    var index = lineStart
    while index < counted {
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    return column
  }
}
