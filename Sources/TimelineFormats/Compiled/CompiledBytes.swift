/// The bytes of a compiled timeline, which lie in memory for as long as the program runs.
public struct CompiledBytes: @unchecked Sendable {
  // Read-only memory that nobody moves or frees.
  private let base: UnsafeRawBufferPointer

  /// Bytes that lie in memory for good, as those compiled into a program.
  public init(staticBytes: UnsafeRawBufferPointer) {
    base = staticBytes
  }

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
}
