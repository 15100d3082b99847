/// Small readings of bytes that are text: numbers, days, pieces between semicolons. None makes a String.
enum ByteText {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Without blanks and tabs around it.
  @inline(__always)
  static func trimmed(_ bytes: Bytes) -> Bytes {
    var start = 0
    var end = bytes.count
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return start == 0 && end == bytes.count ? bytes : Bytes(rebasing: bytes[start..<end])
  }

  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.unicodeScalars.first, first == " " || first == "\t" { text.unicodeScalars.removeFirst() }
    while let last = text.unicodeScalars.last, last == " " || last == "\t" { text.unicodeScalars.removeLast() }
    return String(text)
  }

  /// A whole number with an optional sign, and nothing else. A fraction of zeros, as spreadsheets add it (`12.0`), is let pass.
  ///
  /// - Returns: nil for anything else, and for what does not fit an `Int`.
  static func integer(_ bytes: Bytes) -> Int? {
    var index = 0
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      index = 1
    }
    guard index < bytes.count else { return nil }
    var value = 0
    let first = index
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 {
        guard index > first, bytes[index] == UInt8(ascii: "."), bytes[(index + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
        break
      }
      let (tens, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = tens.addingReportingOverflow(Int(digit))
      guard !tooLarge, !overflow else { return nil }
      value = sum
      index += 1
    }
    return isNegative ? -value : value
  }

  /// Calls for each piece between semicolons, blanks around it left out; empty pieces are passed over.
  @inline(__always)
  static func forEachPiece(_ bytes: Bytes, _ body: (Bytes) -> Void) {
    var start = 0
    var index = 0
    while index <= bytes.count {
      if index == bytes.count || bytes[index] == UInt8(ascii: ";") {
        let piece = trimmed(Bytes(rebasing: bytes[start..<index]))
        if !piece.isEmpty { body(piece) }
        start = index + 1
      }
      index += 1
    }
  }

  /// The pieces between semicolons, blanks around them left out; empty ones are kept, so that lists that belong together stay in step.
  ///
  ///     pieces("SOHR; VDC")     // ["SOHR", "VDC"]
  static func pieces(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    return text.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { trimmed(String(decoding: $0, as: UTF8.self)) }
  }
}

extension String {
  /// The same readings for a text.
  func withBytes<Result>(_ body: (ByteText.Bytes) -> Result) -> Result {
    var copy = self
    return copy.withUTF8(body)
  }

  var wholeNumber: Int? { withBytes(ByteText.integer) }

  /// A decimal number in digits: an optional sign, digits, a point and digits. Neither infinities nor hexadecimals nor exponents are meant by anybody here.
  var decimal: Double? {
    let isPlain = utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard isPlain, let number = Double(self), number.isFinite else { return nil }
    return number
  }
}
