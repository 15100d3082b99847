import CBytes
import SeededRandom
import Testing
import TimelineFormats

/// Each set of instructions by which records are found has code of its own; every processor runs as many of these tests as it can.
@Suite("Records found by the instructions of newer processors")
struct RecordWayTests {
  /// All that is found in a text in one way.
  private struct Found: Equatable {
    var separators: [UInt32] = []
    var ends: [UInt32] = []
    var lines: [UInt32] = []
    var high: [UInt64] = []
    var isIrregular = false
    var hasNUL = false

    init(_ bytes: [UInt8], way: CInt) {
      let room = bytes.count + 64
      let (separators, ends, lines) = ([UInt32](repeating: 0, count: room), [UInt32](repeating: 0, count: room), [UInt32](repeating: 0, count: room))
      var all = (separators, ends, lines, [UInt64](repeating: 0, count: bytes.count / 64 + 1))
      let marks = all.0.withUnsafeMutableBufferPointer { separators in
        all.1.withUnsafeMutableBufferPointer { ends in
          all.2.withUnsafeMutableBufferPointer { lines in
            all.3.withUnsafeMutableBufferPointer { high in
              var records = cbytes_records(
                separators: separators.baseAddress, ends: ends.baseAddress, lines: lines.baseAddress, high: high.baseAddress)
              return cbytes_find_records(way, bytes, bytes.count, UInt8(ascii: ","), &records)
            }
          }
        }
      }
      isIrregular = marks.is_irregular != 0
      hasNUL = marks.has_nul != 0
      high = Array(all.3.prefix((bytes.count + 63) / 64))
      // Nothing else is to be relied on in a text that is not regular.
      guard !isIrregular else { return }
      self.ends = Array(all.1.prefix(marks.count))
      self.lines = Array(all.2.prefix(marks.count))
      self.separators = Array(all.0.prefix(self.ends.last.map { Int($0) + 1 } ?? 0))
    }
  }

  private static func text(_ random: inout SeededGenerator, isCalm: Bool) -> [UInt8] {
    let pieces = ["a", "north bank", "\"b, c\"", "\"say \"\"no\"\"\"", "\"two\nlines\"", "Şuşa", "", "\"\"", "12.5", String(repeating: ",", count: 70)]
    let odd = ["\"", "\r", "\u{0}", "a \"b\" c", "\"x\" y"]
    var text = ""
    for _ in 0..<Int.random(in: 0..<60, using: &random) {
      text += isCalm || Int.random(in: 0..<30, using: &random) > 0 ? pieces.randomElement(using: &random) ?? "" : odd.randomElement(using: &random) ?? ""
      text += [",", ",", ",", "\n", "\r\n"].randomElement(using: &random) ?? ","
    }
    return Array(text.utf8)
  }

  @Test("are those that are found byte by byte")
  func ways() {
    var random = SeededGenerator(77)
    var regular = 0
    for number in 0..<4_000 {
      let bytes = Self.text(&random, isCalm: number % 2 == 0)
      let plain = Found(bytes, way: 0)
      if !plain.isIrregular, !plain.ends.isEmpty { regular += 1 }
      for way in 0...cbytes_best_way() where Found(bytes, way: way) != plain {
        Issue.record("way \(way): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        return
      }
    }
    #expect(regular > 1_000)
  }

  @Test("and so are the numbers of quotes, of line feeds and of any byte")
  func counts() {
    var random = SeededGenerator(78)
    for _ in 0..<500 {
      let bytes = Self.text(&random, isCalm: false) + Self.text(&random, isCalm: true)
      let (quotes, feeds) = (bytes.count { $0 == UInt8(ascii: "\"") }, bytes.count { $0 == UInt8(ascii: "\n") })
      for way in 0...cbytes_best_way() {
        let counted = cbytes_count_quotes(way, bytes, bytes.count)
        #expect(counted.quotes == quotes && counted.feeds == feeds)
      }
      #expect(cbytes_count(bytes, bytes.count, UInt8(ascii: ",")) == bytes.count { $0 == UInt8(ascii: ",") })
    }
  }
}
