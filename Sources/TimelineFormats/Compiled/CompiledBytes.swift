import Bytes

/// The bytes of a compiled timeline, which lie in memory for as long as the program runs, or as anybody looks at them.
public struct CompiledBytes: @unchecked Sendable {
  // Read-only memory that nobody moves, and nobody frees before its owner goes.
  private let base: UnsafeRawBufferPointer
  private let owner: Memory?

  private final class Memory {
    let bytes: UnsafeMutableRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) {
      self.bytes = .allocate(byteCount: bytes.count, alignment: 8)
      self.bytes.copyMemory(from: bytes)
    }

    deinit { bytes.deallocate() }
  }

  /// Bytes that lie in memory for good, as those compiled into a program.
  public init(staticBytes: UnsafeRawBufferPointer) {
    base = staticBytes
    owner = nil
  }

  /// A copy of bytes.
  init(copying bytes: UnsafeRawBufferPointer) {
    let memory = Memory(bytes)
    (base, owner) = (UnsafeRawBufferPointer(memory.bytes), memory)
  }

  var digest: UInt64 { Digest.of(base) }

  var count: Int { base.count }

  /// The byte at an offset; 0 outside.
  @inline(__always)
  subscript(offset: Int) -> UInt8 { offset >= 0 && offset < base.count ? base[offset] : 0 }

  /// Four bytes, little-endian; 0 where they are not all inside.
  @inline(__always)
  func word(at offset: Int) -> Int {
    guard offset >= 0, offset <= base.count - 4 else { return 0 }
    return Int(UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  /// The text in a range, as much of it as lies inside; invalid UTF-8 becomes U+FFFD.
  func text(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<base.count)
    return String(decoding: UnsafeRawBufferPointer(rebasing: base[range]), as: UTF8.self)
  }

  /// Numbers of fixed width as they lie, little-endian; none where they are not all inside.
  func numbers<Number: FixedWidthInteger & BitwiseCopyable>(_ count: Int, at offset: Int, as: Number.Type) -> [Number] {
    let size = MemoryLayout<Number>.size
    guard count > 0, offset >= 0, offset <= base.count, count <= (base.count - offset) / size else { return [] }
    return [Number](unsafeUninitializedCapacity: count) { numbers, written in
      UnsafeMutableRawBufferPointer(numbers).copyMemory(from: UnsafeRawBufferPointer(rebasing: base[offset..<offset + count * size]))
      #if _endian(big)
      for index in 0..<count { numbers[index] = Number(littleEndian: numbers[index]) }
      #endif
      written = count
    }
  }

  /// How the bytes of a range stand to others: below 0, 0 or above 0, as the first that differs decides.
  func order(of range: Range<Int>, against other: UnsafeBufferPointer<UInt8>) -> Int {
    let range = range.clamped(to: 0..<base.count)
    for index in 0..<min(range.count, other.count) where base[range.lowerBound + index] != other[index] {
      return base[range.lowerBound + index] < other[index] ? -1 : 1
    }
    return range.count - other.count
  }
}
