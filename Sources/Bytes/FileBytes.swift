/// The bytes of a file or a pipe, held as long as this value lives.
///
/// A regular file is mapped read-only, so that opening a large one costs nothing; a pipe is read into memory, which may still be growing. If somebody
/// cuts a mapped file short while we look at it, the missing part reads as zeros and ``missingFrom`` says where it begins.
///
///     let file = try FileBytes(path: "ged.csv")
///     file.withUnsafeBytes { bytes in … }
///     if let byte = file.missingFrom { … }    // "cut short at byte N"
package final class FileBytes: Sendable {
  /// Where the bytes lie.
  enum Storage: Sendable {
    case mapped(Mapping)
    case growing(GrowingMemory)
  }

  /// The path as it was given; `-` for standard input.
  package let path: String
  let storage: Storage

  init(path: String, storage: Storage) {
    self.path = path
    self.storage = storage
  }

  /// How many bytes there are; while ``isComplete`` is false there will be more.
  package var count: Int {
    switch storage {
    case .mapped(let mapping): mapping.count
    case .growing(let memory): memory.count
    }
  }

  /// Whether all bytes are here. Ask before ``count``, for more may come in between.
  package var isComplete: Bool {
    switch storage {
    case .mapped: true
    case .growing(let memory): memory.isComplete
    }
  }

  /// Whether the bytes are the file's own pages rather than a copy.
  package var isMapped: Bool {
    if case .mapped = storage { true } else { false }
  }

  /// Lends the bytes for the time of one call.
  package func withUnsafeBytes<Result, Failure: Error>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Result) throws(Failure) -> Result {
    switch storage {
    case .mapped(let mapping): try body(mapping.bytes)
    case .growing(let memory): try body(memory.bytes)
    }
  }

  /// Lends the bytes as a span that cannot outlive the call.
  package func withSpan<Result, Failure: Error>(_ body: (RawSpan) throws(Failure) -> Result) throws(Failure) -> Result {
    try withUnsafeBytes { buffer throws(Failure) in try body(buffer.bytes) }
  }

  /// A copy of all bytes.
  package var array: [UInt8] { withUnsafeBytes { Array($0) } }

  /// The first byte that the file has lost since it was opened, or nil while it is whole.
  ///
  /// Sees both what a reader ran into (a page that was gone) and what it did not touch yet (the size has shrunk). Ask after each piece of work.
  package var missingFrom: Int? {
    if case .mapped(let mapping) = storage { mapping.missingFrom } else { nil }
  }
}
