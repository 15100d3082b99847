import Bytes
import TimelineModel

/// Takes back what a ``SectionWriter`` wrote, section after section. Each is copied first and then held against its digest, so that nothing that happens to the file
/// afterwards changes what was taken.
struct SectionReader: Sendable {
  /// What was to be read is not what was written.
  struct Damaged: Error {}

  private let bytes: TableBytes
  private let table: [UInt64]
  private(set) var next = 0

  /// - Throws: when it is no such file, of another version or another machine's, or cut off.
  init(_ bytes: TableBytes) throws(Damaged) {
    guard let table = bytes.withBytes({ bytes in try? Self.table(UnsafeRawBufferPointer(bytes)) }) else { throw Damaged() }
    (self.bytes, self.table) = (bytes, table)
  }

  private static func table(_ bytes: UnsafeRawBufferPointer) throws(Damaged) -> [UInt64] {
    guard bytes.count >= 8 + SectionForm.trailerBytes, bytes.count & 7 == 0 else { throw Damaged() }
    func word(_ offset: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    let trailer = bytes.count - SectionForm.trailerBytes
    guard word(0) == SectionForm.magic, word(trailer + 24) == SectionForm.magic else { throw Damaged() }
    guard let place = Int(exactly: word(trailer)), let count = Int(exactly: word(trailer + 8)), place >= 8, place <= trailer else { throw Damaged() }
    guard count == (trailer - place) / (8 * SectionForm.entry), (trailer - place) % (8 * SectionForm.entry) == 0 else { throw Damaged() }
    let table = (0..<count * SectionForm.entry).map { word(place + 8 * $0) }
    guard table.withUnsafeBytes({ Digest.of($0) }) == word(trailer + 16) else { throw Damaged() }
    return table
  }

  /// How many sections there are.
  var count: Int { table.count / SectionForm.entry }

  /// The same, to be read on from some section.
  func from(_ section: Int) -> SectionReader {
    var other = self
    other.next = section
    return other
  }

  /// The numbers of the next section.
  ///
  /// - Parameter count: how many there have to be; nil where that is not known.
  mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable>(_ count: Int? = nil, of: Number.Type = Number.self) throws(Damaged) -> [Number] {
    try copied(count)
  }

  mutating func figures() throws(Damaged) -> [PackedFigure] { try copied(nil) }
  mutating func marks(_ count: Int) throws(Damaged) -> [RowMarks] { try copied(count) }

  /// Of types of which every pattern of bits is a value.
  private mutating func copied<Number: BitwiseCopyable>(_ wanted: Int?) throws(Damaged) -> [Number] {
    let (range, digest) = try section()
    let stride = MemoryLayout<Number>.stride
    let count = range.count / stride
    guard range.count % stride == 0, wanted.map({ $0 == count }) ?? true else { throw Damaged() }
    let numbers = bytes.withBytes { bytes in
      [Number](unsafeUninitializedCapacity: count) { numbers, written in
        UnsafeMutableRawBufferPointer(numbers).copyMemory(from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range])))
        written = count
      }
    }
    guard numbers.withUnsafeBytes({ Digest.of($0) }) == digest else { throw Damaged() }
    return numbers
  }

  /// The bytes of the next section, as a compiled timeline has them.
  mutating func compiled() throws(Damaged) -> CompiledBytes {
    let (range, digest) = try section()
    let copy = bytes.withBytes { CompiledBytes(copying: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: $0[range]))) }
    guard copy.digest == digest else { throw Damaged() }
    return copy
  }

  /// Goes past sections that are taken later, having held them against their digests.
  mutating func leave(_ count: Int) throws(Damaged) {
    for _ in 0..<count {
      let (range, digest) = try section()
      guard bytes.withBytes({ Digest.of(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: $0[range]))) }) == digest else { throw Damaged() }
    }
  }

  private mutating func section() throws(Damaged) -> (range: Range<Int>, digest: UInt64) {
    guard next < count, let offset = Int(exactly: table[next * SectionForm.entry]), let length = Int(exactly: table[next * SectionForm.entry + 1]) else {
      throw Damaged()
    }
    guard offset <= bytes.count, length <= bytes.count - offset else { throw Damaged() }
    next += 1
    return (offset..<offset + length, table[next * SectionForm.entry - 1])
  }
}
