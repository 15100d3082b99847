/// When something was written, and by which run of the program: unique, and in order of time.
///
///     Stamp(time: 1_763_829_000_123_456, writer: 0x1a2b3c4d).text     // "1763829000123456.1a2b3c4d"
package struct Stamp: Hashable, Comparable, Sendable {
  /// Microseconds since 1970-01-01 UTC, moved on where the clock stood still or went back.
  package let time: Int64
  /// A number that a run of the program drew by chance.
  package let writer: UInt32

  package init(time: Int64, writer: UInt32) {
    self.time = time
    self.writer = writer
  }

  package static func < (one: Stamp, other: Stamp) -> Bool { (one.time, one.writer) < (other.time, other.writer) }

  package var text: String { "\(time)." + String(writer, radix: 16) }

  package init?(text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let time = Int64(parts[0]), let writer = UInt32(parts[1], radix: 16) else { return nil }
    self.init(time: time, writer: writer)
  }
}
