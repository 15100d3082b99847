import Bytes
import TimelineModel

/// Takes back what a ``SectionWriter`` wrote, section after section. Each is copied first and then held against its digest, so that nothing that happens to the file
/// afterwards changes what was taken.
struct SectionReader: @unchecked Sendable {
  /// What was to be read is not what was written.
  struct Damaged: Error {}

  // Only looked at, while whoever lent the bytes holds them.
  private let bytes: UnsafeRawBufferPointer
  private let table: [UInt64]
  private(set) var next = 0

  /// - Throws: when it is no such file, of another version or another machine's, or cut off.
  init(_ bytes: UnsafeRawBufferPointer) throws(Damaged) {
    self.bytes = bytes
    guard bytes.count >= 8 + SectionForm.trailerBytes, bytes.count & 7 == 0 else { throw Damaged() }
    func word(_ offset: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    let trailer = bytes.count - SectionForm.trailerBytes
    guard word(0) == SectionForm.magic, word(trailer + 24) == SectionForm.magic else { throw Damaged() }
    guard let place = Int(exactly: word(trailer)), let count = Int(exactly: word(trailer + 8)), place >= 8, place <= trailer else { throw Damaged() }
    guard count == (trailer - place) / (8 * SectionForm.entry), (trailer - place) % (8 * SectionForm.entry) == 0 else { throw Damaged() }
    let table = (0..<count * SectionForm.entry).map { word(place + 8 * $0) }
    guard table.withUnsafeBytes({ Digest.of($0) }) == word(trailer + 16) else { throw Damaged() }
    self.table = table
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
    let section = try section()
    let stride = MemoryLayout<Number>.stride
    guard section.count % stride == 0, wanted.map({ $0 == section.count / stride }) ?? true else { throw Damaged() }
    let digest = table[next * SectionForm.entry - 1]
    let numbers = [Number](unsafeUninitializedCapacity: section.count / stride) { numbers, written in
      UnsafeMutableRawBufferPointer(numbers).copyMemory(from: section)
      written = section.count / stride
    }
    guard numbers.withUnsafeBytes({ Digest.of($0) }) == digest else { throw Damaged() }
    return numbers
  }

  /// The bytes of the next section, as a compiled timeline has them.
  mutating func compiled() throws(Damaged) -> CompiledBytes {
    let section = try section()
    let copy = CompiledBytes(copying: section)
    guard copy.digest == table[next * SectionForm.entry - 1] else { throw Damaged() }
    return copy
  }

  private mutating func section() throws(Damaged) -> UnsafeRawBufferPointer {
    guard next < count, let offset = Int(exactly: table[next * SectionForm.entry]), let length = Int(exactly: table[next * SectionForm.entry + 1]) else {
      throw Damaged()
    }
    guard offset <= bytes.count, length <= bytes.count - offset else { throw Damaged() }
    next += 1
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
  }
}
