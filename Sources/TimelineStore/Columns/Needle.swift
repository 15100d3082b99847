/// A run of folded bytes that is looked for.
///
/// Its two rarest bytes are compared 32 positions at a time; only where both agree is the rest looked at.
struct Needle: Hashable, Sendable {
  let bytes: [UInt8]
  /// Where in ``bytes`` the rarest stands, and where the next rarest.
  private let rarest: Int
  private let second: Int

  init?(_ folded: some Sequence<UInt8>) {
    let bytes = Array(folded)
    let byRarity = bytes.indices.sorted { (Self.commonness[Int(bytes[$0])], $0) < (Self.commonness[Int(bytes[$1])], $1) }
    guard let rarest = byRarity.first, let last = byRarity.last else { return nil }
    self.bytes = bytes
    self.rarest = rarest
    second = byRarity.first { bytes[$0] != bytes[rarest] } ?? last
  }

  /// Where the needle first stands in a range of bytes.
  func first(in text: [UInt8], range: Range<Int>) -> Int? {
    text.withUnsafeBufferPointer { first(in: $0, range: range) }
  }

  /// - Complexity: O(range), as fast as memory is read where the two rarest bytes are rare indeed.
  func first(in text: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<text.count)
    let end = range.upperBound - bytes.count + 1
    guard let base = text.baseAddress, range.lowerBound < end else { return nil }
    let firsts = SIMD32<UInt8>(repeating: bytes[rarest])
    let seconds = SIMD32<UInt8>(repeating: bytes[second])
    var position = range.lowerBound
    while position + 32 <= end {
      let here = UnsafeRawPointer(base + position)
      let isFirst = (here + rarest).loadUnaligned(as: SIMD32<UInt8>.self) .== firsts
      let isSecond = (here + second).loadUnaligned(as: SIMD32<UInt8>.self) .== seconds
      // A byte of ones for each position at which both agree.
      let marks = unsafeBitCast(isFirst .& isSecond, to: SIMD4<UInt64>.self)
      if marks[0] | marks[1] | marks[2] | marks[3] != 0 {
        for lane in 0..<4 {
          var mark = UInt64(littleEndian: marks[lane])
          while mark != 0 {
            let byte = mark.trailingZeroBitCount / 8
            if matches(base + position + lane * 8 + byte) { return position + lane * 8 + byte }
            mark &= ~(0xFF << UInt64(8 * byte))
          }
        }
      }
      position += 32
    }
    while position < end {
      if matches(base + position) { return position }
      position += 1
    }
    return nil
  }

  private func matches(_ place: UnsafePointer<UInt8>) -> Bool {
    for index in bytes.indices where place[index] != bytes[index] { return false }
    return true
  }

  /// How common a folded byte is, from 20 to 255.
  static func commonness(of byte: UInt8) -> Int { Int(commonness[Int(byte)]) }

  /// How common each byte is in text, roughly: the letters of English from the most common, then other scripts, then what is hardly ever met.
  private static let commonness: [UInt8] = {
    var ranks = [UInt8](repeating: 20, count: 256)
    for byte in 0x80..<0xC0 { ranks[byte] = 120 }
    for byte in 0xC0..<0xF5 { ranks[byte] = 90 }
    for (place, byte) in " etaoinsrhldcumfpgwybvk0129345678xjqz".utf8.enumerated() { ranks[Int(byte)] = UInt8(255 - 6 * place) }
    return ranks
  }()
}
