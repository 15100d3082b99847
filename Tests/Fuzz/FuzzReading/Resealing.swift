import Bytes

/// A file of sections whose bytes were changed, with digests that fit them again: what somebody would write who means harm. Written down here once more, apart from
/// the writer.
///
/// - Returns: the bytes as they are where they are no such file.
package func resealed(_ bytes: [UInt8]) -> [UInt8] {
  var bytes = bytes
  func word(_ offset: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - 8 else { return nil }
    return Int(exactly: bytes[offset..<offset + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
  func set(_ value: UInt64, _ offset: Int) { for index in 0..<8 { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index)) } }
  let trailer = bytes.count - 32
  guard let table = word(trailer), let count = word(trailer + 8), table >= 0, table <= trailer, count >= 0, count <= (trailer - table) / 24 else {
    return bytes
  }
  for entry in (0..<count).map({ table + 24 * $0 }) {
    guard let start = word(entry), let length = word(entry + 8), start >= 0, length >= 0, start <= bytes.count, length <= bytes.count - start else { continue }
    set(bytes[start..<start + length].withUnsafeBytes { Digest.of($0) }, entry + 16)
  }
  set(bytes[table..<trailer].withUnsafeBytes { Digest.of($0) }, trailer + 16)
  return bytes
}
