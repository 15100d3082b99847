import EDTF
import TimelineModel

/// The outlets, dates and headlines of a row: three lists between semicolons that belong together piece by piece.
enum GEDSources {
  /// What each outlet wrote and when; empty where the lists do not fit one another, as in older rows and where a headline has a semicolon in it.
  static func accounts(offices: String, dates: String, headlines: String) -> [Account] {
    let (offices, dates, headlines) = (ByteText.pieces(offices), ByteText.pieces(dates), ByteText.pieces(headlines))
    guard !offices.isEmpty, offices.count == dates.count, offices.count == headlines.count else { return [] }
    return zip(zip(offices, dates), headlines).compactMap { pair, headline in
      headline.isEmpty || pair.0.isEmpty ? nil : Account(by: pair.0, says: headline, stated: day(pair.1), source: pair.0)
    }
  }

  /// The outlets of a row, each once.
  static func outlets(offices: String) -> [Identifier] {
    var seen = Set<String>()
    return ByteText.pieces(offices).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// A date of the list; what a spreadsheet made into a number is turned back.
  static func day(_ text: String) -> EDTFDate? {
    if let serial = text.withBytes(ExcelSerial.day) { return EDTFDate(serial) }
    return try? EDTFDate(text)
  }
}

extension GEDSources {
  /// Whether ``accounts(offices:dates:headlines:)`` gives any, told without making texts.
  @inline(__always)
  static func haveAccounts(offices: UnsafeBufferPointer<UInt8>, dates: UnsafeBufferPointer<UInt8>, headlines: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !offices.isEmpty, !dates.isEmpty, !headlines.isEmpty else { return false }
    let count = separators(offices)
    guard count == separators(dates), count == separators(headlines) else { return false }
    // Nearly always the first pair is whole.
    var (office, headline) = (0, 0)
    for _ in 0...count {
      let (outlet, title) = (piece(offices, from: &office), piece(headlines, from: &headline))
      if !outlet.isEmpty, !title.isEmpty { return true }
    }
    return false
  }

  @inline(__always)
  private static func separators(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte == UInt8(ascii: ";") { count += 1 }
    return count
  }

  /// The piece that begins at an offset, blanks around it left out; the offset goes on behind its semicolon.
  @inline(__always)
  private static func piece(_ bytes: UnsafeBufferPointer<UInt8>, from offset: inout Int) -> UnsafeBufferPointer<UInt8> {
    let start = min(offset, bytes.count)
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: ";") { end += 1 }
    offset = end + 1
    return ByteText.trimmed(UnsafeBufferPointer(rebasing: bytes[start..<end]))
  }
}

/// Days as spreadsheets count them: 1 is 1900-01-01, and a 29 February 1900 that never was is counted too.
enum ExcelSerial {
  /// The day of a serial of five digits, 1927 to 2173; nil for anything else.
  ///
  ///     ExcelSerial.day("39980")     // 2009-06-16
  static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    guard bytes.count == 5, let number = ByteText.integer(bytes), number >= 10_000 else { return nil }
    return Day(Int64(number) - 25_569)
  }
}
