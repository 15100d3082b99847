/// Where a field lies in its record, and whether its bytes are its text as they stand.
struct CSVField {
  /// Bytes from the start of the record. Records are limited to less than 2³⁰ bytes.
  private let first: UInt32
  /// The end, with the mark in the highest bit.
  private let last: UInt32

  private static let encodedMark: UInt32 = 1 << 31

  @inline(__always)
  init(_ start: Int, _ end: Int, isEncoded: Bool) {
    first = UInt32(truncatingIfNeeded: start)
    last = UInt32(truncatingIfNeeded: end) | (isEncoded ? Self.encodedMark : 0)
  }

  @inline(__always) var start: Int { Int(first) }
  @inline(__always) var end: Int { Int(last & ~Self.encodedMark) }
  /// Whether the range includes the quotes, since what stands inside them has to be put right first: doubled quotes, text behind the closing one.
  @inline(__always) var isEncoded: Bool { last & Self.encodedMark != 0 }

  /// The text of an encoded field: the quotes around it taken off, doubled ones made single, text behind the closing quote added.
  ///
  ///     decode("\"say \"\"no\"\"\"")     // say "no"
  ///
  /// - Parameter room: memory for at least as many bytes as `raw` has.
  /// - Returns: how many bytes were written.
  static func decode(_ raw: UnsafeBufferPointer<UInt8>, into room: UnsafeMutablePointer<UInt8>) -> Int {
    let quote = UInt8(ascii: "\"")
    var written = 0
    var index = 1
    var isInside = true
    while index < raw.count {
      let byte = raw[index]
      index += 1
      if isInside, byte == quote {
        guard index < raw.count, raw[index] == quote else {
          isInside = false
          continue
        }
        index += 1
      }
      room[written] = byte
      written += 1
    }
    return written
  }
}

/// What was odd about a record, with the offset in the file where it shows.
package struct CSVFault: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A quote is opened and never closed; it was taken as a character like others.
    case unterminatedQuote
    /// Text stands between a closing quote and the separator; it was added to the field.
    case textAfterQuote
    /// The record is longer than the limit; what lies beyond was left out.
    case recordTooLong
    /// There are more fields than the limit; those beyond were left out.
    case tooManyColumns
  }

  package var kind: Kind
  package var offset: Int

  package init(kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}
