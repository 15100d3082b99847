/// Finds the bytes that give a delimited file its shape (separator, quote, line feed, carriage return), 64 at a time.
///
/// ```
/// bytes   1 2 , " a , b " \n
/// bits    0 0 1 1 0 1 0 1 1        bit n is byte n; lowest bit first
/// ```
/// Which of the four a set bit means is seen by looking at the byte. On the way it notes whether a NUL or a byte beyond ASCII may be there.
struct SpecialBytes {
  static let blockSize = 64

  private let separators: SIMD16<UInt8>
  private let quotes = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
  private let feeds = SIMD16<UInt8>(repeating: UInt8(ascii: "\n"))
  private let returns = SIMD16<UInt8>(repeating: UInt8(ascii: "\r"))
  /// The union of all bytes seen since it was cleared: its high bit tells of bytes beyond ASCII.
  private var union = SIMD16<UInt8>(repeating: 0)
  /// The least byte seen in each lane.
  private var least = SIMD16<UInt8>(repeating: .max)

  init(separator: UInt8) { separators = SIMD16(repeating: separator) }

  /// The bits of a block of which `available` bytes (at least one) may be read; those beyond are zero.
  @inline(__always)
  mutating func bits(at block: UnsafeRawPointer, available: Int) -> UInt64 {
    if available >= Self.blockSize { return fullBlock(block) }
    return withUnsafeTemporaryAllocation(byteCount: Self.blockSize, alignment: 16) { room in
      // Blanks are neither special nor noteworthy.
      for index in 0..<Self.blockSize { room[index] = 0x20 }
      room.copyMemory(from: UnsafeRawBufferPointer(start: block, count: available))
      guard let start = room.baseAddress else { return 0 }
      return fullBlock(UnsafeRawPointer(start))
    }
  }

  @inline(__always)
  private mutating func fullBlock(_ block: UnsafeRawPointer) -> UInt64 {
    sixteen(block) | sixteen(block + 16) << 16 | sixteen(block + 32) << 32 | sixteen(block + 48) << 48
  }

  @inline(__always)
  private mutating func sixteen(_ start: UnsafeRawPointer) -> UInt64 {
    let bytes = start.loadUnaligned(as: SIMD16<UInt8>.self)
    union |= bytes
    least = pointwiseMin(least, bytes)
    let hits = (bytes .== separators) .| (bytes .== quotes) .| (bytes .== feeds) .| (bytes .== returns)
    let lanes = unsafeBitCast(hits, to: SIMD2<UInt64>.self)
    return Self.packed(lanes.x) | Self.packed(lanes.y) << 8
  }

  /// Eight bytes that are all ones or all zeros as eight bits, the first byte lowest.
  @inline(__always)
  private static func packed(_ lanes: UInt64) -> UInt64 {
    // Each byte keeps one bit, a different one each; the product gathers them in the topmost byte.
    ((lanes.littleEndian & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) >> 56
  }

  /// Begins to take note anew.
  @inline(__always)
  mutating func forget() {
    union = SIMD16(repeating: 0)
    least = SIMD16(repeating: .max)
  }

  /// Whether a byte beyond ASCII may have been among those seen.
  @inline(__always) var mayHaveNonASCII: Bool { union.max() >= 0x80 }

  /// Whether a NUL may have been among those seen.
  @inline(__always) var mayHaveNUL: Bool { least.min() == 0 }
}
