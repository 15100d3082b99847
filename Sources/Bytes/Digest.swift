/// 64 bits that tell bytes from others that came of them by damage. Four words are stirred at a time, so that it keeps up with memory; it is no seal against
/// somebody who means harm.
///
///     Digest.of(section) == kept
///
/// The same bytes give the same number on every machine of one byte order.
package enum Digest {
  private static let odd: (UInt64, UInt64, UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0xD6E8_FEB8_6659_FD93, 0xA076_1D64_78BD_642F)

  package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes = odd
    var index = 0
    while index + 32 <= bytes.count {
      lanes.0 = stirred(lanes.0 ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self), odd.0)
      lanes.1 = stirred(lanes.1 ^ bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self), odd.1)
      lanes.2 = stirred(lanes.2 ^ bytes.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self), odd.2)
      lanes.3 = stirred(lanes.3 ^ bytes.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self), odd.3)
      index += 32
    }
    var digest = stirred(lanes.0 ^ stirred(lanes.1, odd.1), odd.0) ^ stirred(lanes.2 ^ stirred(lanes.3, odd.3), odd.2)
    for byte in bytes[index...] { digest = stirred(digest ^ UInt64(byte), odd.0) }
    return stirred(digest ^ UInt64(truncatingIfNeeded: bytes.count), odd.1)
  }

  package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 { Array(bytes).withUnsafeBytes { of($0) } }

  /// Can be undone step by step, so that two that differ stay different.
  @inline(__always)
  private static func stirred(_ value: UInt64, _ odd: UInt64) -> UInt64 {
    let product = value &* odd
    return product ^ product >> 29
  }
}
