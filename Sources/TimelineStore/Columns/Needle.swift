/// A run of folded bytes that is looked for.
///
/// The first and the last byte are compared 32 positions at a time; only where both agree is the rest looked at.
struct Needle: Hashable, Sendable {
  let bytes: [UInt8]

  init?(_ folded: some Sequence<UInt8>) {
    let bytes = Array(folded)
    guard !bytes.isEmpty else { return nil }
    self.bytes = bytes
  }

  /// Where the needle first stands in a range of bytes.
  func first(in text: [UInt8], range: Range<Int>) -> Int? {
    text.withUnsafeBufferPointer { first(in: $0, range: range) }
  }

  /// - Complexity: O(range), several GB/s where the two outer bytes are rare.
  func first(in text: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<text.count)
    let offset = bytes.count - 1
    let end = range.upperBound - offset
    guard let base = text.baseAddress, range.lowerBound < end else { return nil }
    let firsts = SIMD4<UInt64>(repeating: UInt64(bytes[0]) &* Self.ones)
    let lasts = SIMD4<UInt64>(repeating: UInt64(bytes[offset]) &* Self.ones)
    var position = range.lowerBound
    while position + 32 <= end {
      let here = UnsafeRawPointer(base + position)
      let heads = here.loadUnaligned(as: SIMD4<UInt64>.self) ^ firsts
      let tails = (here + offset).loadUnaligned(as: SIMD4<UInt64>.self) ^ lasts
      // A byte is zero here where both outer bytes agree; the usual trick then sets the high bit of such a byte, and now and then that of
      // the byte after it, which the comparison sorts out.
      let misses = heads | tails
      let marks = (misses &- SIMD4(repeating: Self.ones)) & ~misses & SIMD4(repeating: Self.highs)
      if marks[0] | marks[1] | marks[2] | marks[3] != 0 {
        for lane in 0..<4 {
          var mark = UInt64(littleEndian: marks[lane])
          while mark != 0 {
            let candidate = position + lane * 8 + mark.trailingZeroBitCount / 8
            if matches(base + candidate) { return candidate }
            mark &= mark - 1
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

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  private func matches(_ place: UnsafePointer<UInt8>) -> Bool {
    for index in bytes.indices where place[index] != bytes[index] { return false }
    return true
  }
}
