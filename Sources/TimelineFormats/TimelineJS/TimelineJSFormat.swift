import TimelineModel

/// TimelineJS of Northwestern University's Knight Lab: slides with dates, as JSON or as a spreadsheet saved as CSV.
///
/// Source: https://timeline.knightlab.com/docs/json-format.html
enum TimelineJSFormat {
  static func recognises(name: String, _ head: [UInt8]) -> Bool {
    let first = head.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 && $0 < 0x80 }
    if first == UInt8(ascii: "{") { return TimelineJSDocument.fits(head) }
    return TableHead.first(of: head, name: name) { TimelineJSTable.fits(CSVHeader($0)) }
  }

  static func read(_ files: [InputFile], limits: ReadingLimits) -> ReadResult {
    var collector = SlideCollector(title: files.first?.name ?? "", limits: limits)
    for file in files {
      let first = file.bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 && $0 < 0x80 }
      if first == UInt8(ascii: "{") {
        TimelineJSDocument.read(file, limits: limits, into: &collector)
      } else {
        TimelineJSTable.read(file, limits: limits, into: &collector)
      }
    }
    return collector.result
  }
}
