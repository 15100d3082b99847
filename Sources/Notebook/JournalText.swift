import TimelineModel

/// What the bytes of a journal hold.
struct JournalText: Equatable {
  private(set) var margin = Marginalia()
  /// Records of sorts that this annals does not know, line by line.
  private(set) var foreign: [ArraySlice<UInt8>] = []
  /// Lines that cannot be read, with their numbers from 1.
  private(set) var damaged: [(number: Int, line: ArraySlice<UInt8>)] = []
  let size: Int

  init(_ bytes: [UInt8]) {
    size = bytes.count
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      switch JournalLine(line) {
      case .entry(let entry): margin.take(entry)
      case .foreign: foreign.append(line)
      case .damaged: damaged.append((index + 1, line))
      case .nothing: break
      }
    }
  }

  static func == (one: JournalText, other: JournalText) -> Bool {
    one.margin == other.margin && one.foreign == other.foreign && one.size == other.size && one.damaged.map(\.line) == other.damaged.map(\.line)
  }

  /// What a person who opens the file reads first.
  static let heading = Array(
    """
    # What a reader of annals set down about a timeline: notes, bookmarks, marks, where the last visit ended.
    # Records are only ever added. A line is length, CRC-32 and tab-separated fields; the manual of annals says more.

    """.utf8)

  /// The shortest file that holds the same, without the damaged lines.
  var compacted: [UInt8] {
    var bytes = Self.heading
    for line in foreign { bytes += [UInt8(ascii: "\n")] + line + [UInt8(ascii: "\n")] }
    for entry in margin.entries { bytes += JournalLine.bytes(of: entry) }
    return bytes
  }
}
