import Bytes

/// Writes runs of numbers one after another, each with a digest, and behind them where they lie.
///
/// ```
/// magic      "annals" 0xCA VERSION                                              8 bytes
/// sections   numbers as they lie in memory, each begun at a multiple of eight
/// table      of each section: where it begins, its bytes, its digest            3 × u64
/// trailer    where the table begins, its sections, its digest, magic            4 × u64
/// ```
/// Numbers are those of the machine, whose order of bytes the magic tells; other machines take it for no file of theirs. What is cut off has no trailer, and what is
/// altered has another digest.
struct SectionWriter<Failure: Error> {
  private let sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
  private var offset = 0
  private var table: [UInt64] = []

  init(_ sink: @escaping (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
    self.sink = sink
    try put([SectionForm.magic])
  }

  mutating func add<Number: BitwiseCopyable>(_ numbers: [Number]) throws(Failure) {
    try numbers.withUnsafeBufferPointer { numbers throws(Failure) in
      let bytes = UnsafeRawBufferPointer(numbers)
      table += [UInt64(offset), UInt64(bytes.count), Digest.of(bytes)]
      if !bytes.isEmpty { try sink(bytes) }
      offset += bytes.count
    }
    let rest = offset & 7
    if rest > 0 { try put([UInt8](repeating: 0, count: 8 - rest)) }
  }

  /// Writes where everything lies.
  mutating func finish() throws(Failure) {
    let place = UInt64(offset)
    try put(table)
    try put([place, UInt64(table.count / SectionForm.entry), table.withUnsafeBytes { Digest.of($0) }, SectionForm.magic])
  }

  private mutating func put<Number: BitwiseCopyable>(_ numbers: [Number]) throws(Failure) {
    try numbers.withUnsafeBufferPointer { numbers throws(Failure) in
      if numbers.count > 0 { try sink(UnsafeRawBufferPointer(numbers)) }
      offset += UnsafeRawBufferPointer(numbers).count
    }
  }
}

/// What writer and reader agree on.
enum SectionForm {
  /// Raised by whoever changes what is kept, how it lies, or what readers make of a file.
  static let version: UInt64 = 1
  static let magic = UInt64(0x616E_6E61_6C73_CA00) | version
  /// The words of a section in the table.
  static let entry = 3
  static let trailerBytes = 32
}
