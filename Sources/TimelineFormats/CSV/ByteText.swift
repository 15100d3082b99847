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

  @inline(__always)
  static func areEqual(_ one: Bytes, _ other: Bytes) -> Bool {
    guard one.count == other.count else { return false }
    let (one, other) = (UnsafeRawBufferPointer(one), UnsafeRawBufferPointer(other))
    var index = 0
    while index + 8 <= one.count {
      if one.loadUnaligned(fromByteOffset: index, as: UInt64.self) != other.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
      index += 8
    }
    while index < one.count {
      if one[index] != other[index] { return false }
      index += 1
    }
    return true
  }

  /// Puts a piece and a unit separator behind others, into room that was made for them.
  @inline(__always)
  static func append(_ piece: Bytes, to room: UnsafeMutableBufferPointer<UInt8>, at end: inout Int) {
    guard end + piece.count < room.count else { return }
    for index in 0..<piece.count { room[end + index] = piece[index] }
    end += piece.count
    room[end] = 0x1F
    end += 1
  }

  /// Whether a byte is among these.
  static func contains(_ byte: UInt8, _ bytes: Bytes) -> Bool {
    var index = 0
    // Many at a time, which the compiler turns into one comparison of as many lanes.
    while index + 32 <= bytes.count {
      var hits: UInt8 = 0
      for lane in 0..<32 { hits |= bytes[index + lane] == byte ? 1 : 0 }
      if hits != 0 { return true }
      index += 32
    }
    while index < bytes.count {
      if bytes[index] == byte { return true }
      index += 1
    }
    return false
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

/// Whether a text is a number of degrees, in digits and a point, that lies within a bound.
@inline(__always)
func isDegrees(_ bytes: ByteText.Bytes, _ bound: Int) -> Bool {
  var index = bytes.first == UInt8(ascii: "-") ? 1 : 0
  var whole = 0
  let first = index
  while index < bytes.count, bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "9"), index - first < 3 {
    whole = 10 * whole + Int(bytes[index] - UInt8(ascii: "0"))
    index += 1
  }
  // Nearly always so; what is written otherwise or touches the bound is read with care.
  if index > first, whole < bound, index == bytes.count || bytes[index] == UInt8(ascii: ".") && isDigits(bytes, from: index + 1) { return true }
  return String(decoding: bytes, as: UTF8.self).decimal.map { abs($0) <= Double(bound) } ?? false
}

@inline(__always)
private func isDigits(_ bytes: ByteText.Bytes, from start: Int) -> Bool {
  for index in start..<max(start, bytes.count) where bytes[index] < UInt8(ascii: "0") || bytes[index] > UInt8(ascii: "9") { return false }
  return true
}

extension String {
  /// The same readings for a text.
  func withBytes<Result>(_ body: (ByteText.Bytes) -> Result) -> Result {
    var copy = self
    return copy.withUTF8(body)
  }

  var wholeNumber: Int? { withBytes(ByteText.integer) }

  /// A number of at most fifteen digits with a point among them, as coordinates are written. So many fit a `Double` exactly, and so does the power of
  /// ten that they are divided by; the quotient is then the nearest there is, as `Double` itself reads it.
  private static func shortDecimal(_ bytes: ByteText.Bytes) -> Double? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let first = isNegative ? 1 : 0
    guard bytes.count > first, bytes.count - first <= 16, bytes[first] != UInt8(ascii: ".") else { return nil }
    var (number, scale, hasPoint) = (0, 1, false)
    for index in first..<bytes.count {
      if bytes[index] == UInt8(ascii: "."), !hasPoint, index + 1 < bytes.count {
        hasPoint = true
        continue
      }
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9, number < 100_000_000_000_000 else { return nil }
      number = 10 * number + Int(digit)
      if hasPoint { scale *= 10 }
    }
    return Double(isNegative ? -number : number) / Double(scale)
  }

  /// A decimal number in digits: an optional sign, digits, a point and digits. Neither infinities nor hexadecimals nor exponents are meant by anybody here.
  var decimal: Double? {
    if let short = withBytes(Self.shortDecimal) { return short }
    let isPlain = utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard isPlain, let number = Double(self), number.isFinite else { return nil }
    return number
  }
}
