/// The words of a column end to end, and where each ends. They are made into texts when somebody asks for them.
struct KeptWords: Sendable {
  let ends: [UInt32]
  let bytes: [UInt8]

  init(_ words: [String]) {
    var (ends, bytes): ([UInt32], [UInt8]) = ([], [])
    ends.reserveCapacity(words.count)
    for word in words {
      bytes += word.utf8
      ends.append(UInt32(clamping: bytes.count))
    }
    (self.ends, self.bytes) = (ends, bytes)
  }

  init(from reader: inout SectionReader) throws(SectionReader.Damaged) {
    ends = try reader.numbers()
    bytes = try reader.numbers()
    var last: UInt32 = 0
    for end in ends {
      guard end >= last else { throw SectionReader.Damaged() }
      last = end
    }
    guard last == bytes.count else { throw SectionReader.Damaged() }
  }

  func write<Failure>(to writer: inout SectionWriter<Failure>) throws(Failure) {
    try writer.add(ends)
    try writer.add(bytes)
  }

  var count: Int { ends.count }

  var texts: [String] {
    var start = 0
    return bytes.withUnsafeBufferPointer { bytes in
      ends.map { end in
        defer { start = Int(end) }
        return String(decoding: bytes[start..<Int(end)], as: UTF8.self)
      }
    }
  }
}
