// Dates as people write them elsewhere. Looked at only when a text has been refused: the reason then names the habit, not the byte on which the grammar broke.

extension EDTFError {
  /// The error with reason and remedy for a well-known other way of writing, if the text has one.
  ///
  /// - Complexity: O(n), n bytes of text.
  func adapted(to bytes: UnsafeBufferPointer<UInt8>) -> EDTFError {
    if let offset = bytes.firstIndex(where: { $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      return EDTFError(offset: offset, reason: "a date has no spaces", remedy: EDTFError.monthRemedy(bytes) ?? "Write it without spaces")
    }
    if let offset = EDTFError.dash(in: bytes) {
      return EDTFError(offset: offset, reason: "this is not the hyphen of the keyboard", remedy: "Write - between year, month and day, and / between two dates")
    }
    if let iso = EDTFError.isoDate(bytes) {
      return EDTFError(offset: 4, reason: "year, month and day are separated by hyphens", remedy: "Write \(iso)")
    }
    if let offset = EDTFError.lowerCaseUnknown(in: bytes) {
      return EDTFError(offset: offset, reason: "an unknown digit is written X", remedy: "Write X, such as 199X or 1999-XX")
    }
    return adaptedToByte(in: bytes)
  }

  /// The error for the byte at which the grammar broke.
  private func adaptedToByte(in bytes: UnsafeBufferPointer<UInt8>) -> EDTFError {
    guard bytes.indices.contains(offset) else { return self }
    let found = bytes[offset]
    if let (reason, remedy) = EDTFError.foreignWords[found], EDTFError.isWord(at: offset, in: bytes) {
      return EDTFError(offset: offset, reason: reason, remedy: remedy)
    }
    switch found {
    case UInt8(ascii: "y"), UInt8(ascii: "e"), UInt8(ascii: "t"), UInt8(ascii: "z"), UInt8(ascii: "p"), UInt8(ascii: "s"):
      return EDTFError(offset: offset, reason: "\"\(Unicode.Scalar(found))\" does not belong here", remedy: EDTFError.capitals[found])
    case UInt8(ascii: "?"), UInt8(ascii: "~"), UInt8(ascii: "%"):
      guard offset > 0, Qualifier(byte: bytes[offset - 1]) != nil else { return self }
      return EDTFError(offset: offset, reason: "a part has one qualifier on a side", remedy: "Write % for uncertain and approximate")
    case UInt8(ascii: "+"): return EDTFError(offset: offset, reason: "a year has no plus", remedy: "Leave out the plus")
    case UInt8(ascii: "("):
      return EDTFError(offset: offset, reason: "there are no parentheses in a date", remedy: "Write ?, ~ or % before a part for that part alone")
    case 0x80...: return EDTFError(offset: offset, reason: "a date has only digits, letters and marks of ASCII")
    default: return self
    }
  }

  /// Words of the draft of 2012 and of ISO 8601-1 by their first byte.
  private static let foreignWords: [UInt8: (reason: String, remedy: String)] = [
    UInt8(ascii: "o"): ("an open end is not written as a word", "Write .. for an open end"),
    UInt8(ascii: "u"): ("an unknown end is not written as a word", "Write nothing for an unknown end"),
    UInt8(ascii: "P"): ("an interval goes from date to date, without a duration", "Write the first and the last day"),
  ]

  private static let capitals: [UInt8: String] = [
    UInt8(ascii: "y"): "A year of more than four digits begins with a capital Y",
    UInt8(ascii: "e"): "The exponent of a year follows a capital E",
    UInt8(ascii: "t"): "The time follows a capital T",
    UInt8(ascii: "z"): "UTC is written as a capital Z",
    UInt8(ascii: "p"): "The number of significant digits follows a capital S",
    UInt8(ascii: "s"): "Write 199X for the 1990s",
  ]

  /// Whether a date's place is taken by something that begins with a letter.
  private static func isWord(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (offset == 0 || bytes[offset - 1] == UInt8(ascii: "/")) && offset + 1 < bytes.count
  }

  /// What to do about `11 May 2023`.
  private static func monthRemedy(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    bytes.lazy.filter(\.isLetter).count >= 3 ? "Write year, month and day in digits, such as 2023-05-11" : nil
  }

  /// The first `x`, or `u` of the draft of 2012, when it follows a digit or hyphen and the text has no other small letters.
  private static func lowerCaseUnknown(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    func isUnknown(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "x") || byte == UInt8(ascii: "u") }
    guard let first = bytes.firstIndex(where: isUnknown), !bytes.contains(where: { $0.isLetter && $0 > UInt8(ascii: "Z") && !isUnknown($0) }), first > 0
    else { return nil }
    let before = bytes[first - 1]
    return before.isDigit || before == UInt8(ascii: "-") || before == UInt8(ascii: "X") ? first : nil
  }

  /// The date that `2023/05/11` or `2023.05.11` means.
  private static func isoDate(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.count == 10, bytes[4] == bytes[7], bytes[4] == UInt8(ascii: "/") || bytes[4] == UInt8(ascii: ".") else { return nil }
    let digits = String(decoding: bytes, as: UTF8.self).split(separator: Character(Unicode.Scalar(bytes[4])), omittingEmptySubsequences: false)
    guard digits.count == 3, let year = Int64(digits[0]), let month = Int(digits[1]), let day = Int(digits[2]) else { return nil }
    return Day(year: year, month: month, day: day)?.iso8601
  }

  /// The first Unicode dash or minus (U+2010 to U+2015, U+2212).
  private static func dash(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count >= 3 else { return nil }
    return (0...bytes.count - 3).first { at in
      guard bytes[at] == 0xE2 else { return false }
      return (bytes[at + 1] == 0x80 && (0x90...0x95).contains(bytes[at + 2])) || (bytes[at + 1] == 0x88 && bytes[at + 2] == 0x92)
    }
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter.
  fileprivate var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }
}
