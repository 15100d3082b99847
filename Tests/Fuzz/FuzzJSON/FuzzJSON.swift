import FuzzReading
import Fuzzing
import TimelineFormats
import TimelineModel
import TimelineStore

/// JSON: as annals writes it, and as TimelineJS does. What could be read is written and read once more.
enum FuzzJSON: FuzzTarget {
  static func test(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = Array(bytes)
    let lines = LineLengths(text, loneReturn: .text)
    parse(text)
    _ = Format.detect(name: "a.json", head: Array(text.prefix(8_192)))
    let limits = bytes.count % 3 == 0 ? ReadingLimits(fieldBytes: 30, depth: 5, problems: 10, recordBytes: 200) : .standard
    for format in [Format.json, .timelineJS] {
      let first = text.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 && $0 < 0x80 }
      let isTable = format.name == Format.timelineJS.name && first != UInt8(ascii: "{")
      let result = format.read([InputFile(name: "a.json", bytes: text)], limits: limits)
      checkProblems(result.problems, in: "a.json", isTable ? LineLengths(text, loneReturn: .either) : lines)
      checkStore(EventStore(result.timeline))
      checkWriting(of: Array(result.timeline.events.prefix(50)), in: Directory(result.timeline), result.timeline)
    }
  }

  private static func parse(_ text: [UInt8]) {
    do throws(JSONError) {
      let node = try JSONParser.parse(text)
      demand(node.offset >= 0 && node.offset < text.count, "a value outside of the text")
    } catch {
      demand(error.offset >= 0 && error.offset <= text.count, "a fault outside of the text: \(error.offset)")
      demand(!error.what.isEmpty && !error.code.isEmpty, "a fault without words")
    }
  }
}

@_cdecl("LLVMFuzzerTestOneInput") func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt { FuzzJSON.test(bytes, count) }
