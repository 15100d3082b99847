/// Looks for bytes that are not UTF-8 and for NULs.
enum UTF8Check {
  /// The offset of the first byte that belongs to no well-formed sequence (Unicode, table 3-7), or nil.
  static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length: Int
      let second: ClosedRange<UInt8>
      switch lead {
      case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
      default: return index
      }
      guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return index }
      var tail = index + 2
      while tail < index + length {
        guard bytes[tail] & 0xC0 == 0x80 else { return index }
        tail += 1
      }
      index += length
    }
    return nil
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
