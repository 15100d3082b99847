/// Reads one EDTF text, byte by byte, from left to right; each part of the grammar has its own file.
///
/// - Complexity: linear in the length of the text, whatever is in it; nothing recurs.
struct Parser {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The offset of the next byte.
  private(set) var position = 0

  /// The bytes must stay valid as long as the parser is used.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The next byte, or nil at the end.
  var next: UInt8? { byte(at: position) }

  var isAtEnd: Bool { position >= bytes.count }

  func byte(at offset: Int) -> UInt8? {
    offset < bytes.count ? bytes[offset] : nil
  }

  mutating func skip(_ count: Int = 1) {
    position += count
  }

  /// Takes the next byte if it is the one wanted.
  mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: wanted) else { return false }
    position += 1
    return true
  }

  /// Takes `..` if it comes next.
  mutating func takeDots() -> Bool {
    guard next == UInt8(ascii: "."), byte(at: position + 1) == UInt8(ascii: ".") else { return false }
    position += 2
    return true
  }

  mutating func takeQualifier() -> Qualifier? {
    guard let qualifier = next.flatMap(Qualifier.init(byte:)) else { return nil }
    position += 1
    return qualifier
  }

  /// Takes as many digits as come next, together with `X` where that is asked for, and gives their offsets.
  mutating func takeDigits(orUnknown: Bool = false) -> Range<Int> {
    let start = position
    while let next, next.isDigit || (orUnknown && next == UInt8(ascii: "X")) { position += 1 }
    return start..<position
  }

  /// A mask of one to four digits that have been taken.
  func mask(_ range: Range<Int>) -> DigitMask {
    var mask = DigitMask()
    for offset in range {
      mask.append(bytes[offset].digit)
    }
    return mask
  }

  /// Bytes that have been taken and are known to be ASCII.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  func error(_ reason: String, at offset: Int? = nil, remedy: String? = nil) -> EDTFError {
    EDTFError(offset: offset ?? position, reason: reason, remedy: remedy)
  }
}

extension UInt8 {
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  /// The value of an ASCII digit, nil for any other byte.
  var digit: Int? { isDigit ? Int(self & 15) : nil }
}
