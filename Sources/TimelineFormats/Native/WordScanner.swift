/// The words of a text one after the other, as ranges of its UTF-8 bytes: runs of letters and digits, in which a hyphen belongs to its word.
///
///     // "Anti-terrorist, says Baku"  →  0..<14, 16..<20, 21..<25
///     bytes.withUnsafeBufferPointer { for word in WordScanner($0, 0..<bytes.count) { … } }
///
/// No string is made, so that a text in which nothing is found costs a nanosecond or two a byte.
struct WordScanner: Sequence, IteratorProtocol {
  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  private var position: Int

  /// - Parameter range: lies within the bytes, which are clean UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> Range<Int>? {
    var index = position
    while index < end {
      let length = lengthOfLetter(at: index)
      if length > 0 { break }
      index += 1
    }
    let start = index
    while index < end {
      let length = lengthOfLetter(at: index)
      if length == 0 { break }
      index += length
    }
    position = index
    return start < index ? start..<index : nil
  }

  /// How many bytes the letter, digit or hyphen takes that begins here; 0 when what begins here is none.
  private func lengthOfLetter(at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return Int((byte < 64 ? Self.lowerHalf : Self.upperHalf) >> UInt64(byte & 63) & 1) }
    return lengthOfLetterBeyondASCII(at: index)
  }

  // A bit for each byte that stands in words: digits and the hyphen below 64, the letters from 64 on.
  private static let lowerHalf: UInt64 = 0x03FF_2000_0000_0000
  private static let upperHalf: UInt64 = 0x07FF_FFFE_07FF_FFFE

  // Apart, so that the loop over ASCII stays small.
  @inline(never)
  private func lengthOfLetterBeyondASCII(at index: Int) -> Int {
    let byte = bytes[index]
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard byte >= 0xC0, index + length <= end else { return 0 }
    var value = UInt32(byte) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    // A mark, as the dot that small İ is made of, belongs to the letter before it.
    return scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered ? length : 0
  }
}
