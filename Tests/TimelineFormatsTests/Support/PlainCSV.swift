import TimelineFormats

/// Delimited text read in the plainest way, byte by byte, to hold the quick walk against.
struct PlainCSV {
  struct Record: Equatable, CustomStringConvertible {
    var line: Int
    var fields: [[UInt8]]
    /// Quotes that are never closed, and texts behind closing quotes.
    var openQuotes = 0
    var tails = 0

    var description: String {
      "\(line): \(fields.map { String(decoding: $0, as: UTF8.self).debugDescription }.joined(separator: "|")) \(openQuotes) \(tails)"
    }
  }

  static func records(_ bytes: [UInt8], separator: UInt8) -> [Record] {
    var records: [Record] = []
    var position = 0
    var line = 1
    func isLineEnd(_ index: Int) -> Bool { bytes[index] == 10 || bytes[index] == 13 }
    func passLineEnd() {
      if bytes[position] == 13, position + 1 < bytes.count, bytes[position + 1] == 10 { position += 1 }
      position += 1
      line += 1
    }
    while position < bytes.count {
      if isLineEnd(position) {
        passLineEnd()
        continue
      }
      var record = Record(line: line, fields: [])
      while true {
        var (field, next) = plain(bytes, position, separator)
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
          if let quoted = quoted(bytes, position, separator) {
            (field, next) = (quoted.field, quoted.next)
            line += quoted.newlines
            if quoted.hasTail { record.tails += 1 }
          } else {
            record.openQuotes += 1
          }
        }
        record.fields.append(field)
        position = next
        guard position < bytes.count, bytes[position] == separator else { break }
        position += 1
      }
      records.append(record)
      if position < bytes.count { passLineEnd() }
    }
    return records
  }

  /// A field up to the next separator or line end.
  private static func plain(_ bytes: [UInt8], _ start: Int, _ separator: UInt8) -> ([UInt8], Int) {
    var end = start
    while end < bytes.count, bytes[end] != separator, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    return (Array(bytes[start..<end]), end)
  }

  /// A field in quotes; nil when they are not closed, or on another line with text behind them.
  private static func quoted(_ bytes: [UInt8], _ start: Int, _ separator: UInt8) -> (field: [UInt8], next: Int, newlines: Int, hasTail: Bool)? {
    var field: [UInt8] = []
    var newlines = 0
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
          field.append(UInt8(ascii: "\""))
          index += 2
          continue
        }
        let (tail, next) = plain(bytes, index + 1, separator)
        if !tail.isEmpty, newlines > 0 { return nil }
        return (field + tail, next, newlines, !tail.isEmpty)
      }
      if bytes[index] == 10 { newlines += 1 }
      field.append(bytes[index])
      index += 1
    }
    return nil
  }
}
