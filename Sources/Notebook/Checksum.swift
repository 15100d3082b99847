/// The CRC-32 of bytes, as zip, gzip and PNG reckon it: enough to notice a torn or altered line.
///
///     Checksum.crc32(Array("123456789".utf8))      // 0xcbf43926
///
/// Source: ISO 3309, ITU-T V.42; polynomial 0xedb88320, reflected.
enum Checksum {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(UInt32.max) { value, byte in value >> 8 ^ table[Int((value ^ UInt32(byte)) & 0xFF)] }
  }
}
