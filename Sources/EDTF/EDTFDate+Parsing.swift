// From text to date. A plain day, by far the most frequent date, is read without taking it apart.

extension EDTFDate {
  /// Reads a date of level 0, 1 or 2.
  ///
  ///     try EDTFDate("1993-08-18~/1993-08-26~")
  ///
  /// - Throws: `EDTFError`, which says what is wrong and where. Nothing is repaired: spaces around the date are an error too.
  /// - Complexity: O(n), n bytes of text.
  public init(_ text: some StringProtocol) throws(EDTFError) {
    var text = String(text)
    let result = text.withUTF8 { bytes in EDTFDate.reading(bytes) }
    self = try result.get().date(text)
  }

  /// The parts of the date's own text; nil never happens, since the text has been read before.
  var expression: Expression? {
    var text = text
    return text.withUTF8 { bytes in
      var parser = Parser(bytes)
      return try? parser.parseExpression()
    }
  }

  private static func reading(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<Reading, EDTFError> {
    if let day = plainDay(bytes) { return .success(Reading(level: 0, precision: .day, earliest: day.number, latest: day.number)) }
    var parser = Parser(bytes)
    do throws(EDTFError) {
      return .success(Reading(try parser.parseExpression()))
    } catch {
      return .failure(error.adapted(to: bytes))
    }
  }

  /// The day that ten bytes `YYYY-MM-DD` name, nil for anything else.
  private static func plainDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var sum = 0
      for byte in bytes[range] {
        guard let digit = byte.digit else { return nil }
        sum = sum * 10 + digit
      }
      return sum
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    return Day(year: Int64(year), month: month, day: day)
  }
}
