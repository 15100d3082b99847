import CBytes

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// The bytes of a file or a pipe, held as long as this value lives.
///
/// A regular file is mapped read-only, so that opening a large one costs nothing; a pipe is read into memory. If somebody cuts a mapped file
/// short while we look at it, the missing part reads as zeros and ``missingFrom`` says where it begins.
///
///     let file = try FileBytes(path: "ged.csv")
///     file.withUnsafeBytes { bytes in … }
///     if let byte = file.missingFrom { … }    // "cut short at byte N"
package final class FileBytes: Sendable {
  /// Where the bytes lie, and what has to be given back.
  enum Storage {
    case mapped(UnsafeRawPointer, slot: Int32, descriptor: Int32)
    case owned([UInt8])
  }

  /// The path as it was given; `-` for standard input.
  package let path: String
  package let count: Int
  // Sendable by hand: the mapping is read-only for us and lives as long as this object.
  nonisolated(unsafe) private let storage: Storage

  init(path: String, storage: Storage, count: Int) {
    self.path = path
    self.storage = storage
    self.count = count
  }

  deinit {
    guard case .mapped(let base, let slot, let descriptor) = storage else { return }
    cbytes_unguard(slot)
    munmap(UnsafeMutableRawPointer(mutating: base), count)
    close(descriptor)
  }

  /// Whether the bytes are the file's own pages rather than a copy.
  package var isMapped: Bool {
    if case .mapped = storage { true } else { false }
  }

  /// Lends the bytes for the time of one call.
  package func withUnsafeBytes<Result, Failure: Error>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Result) throws(Failure) -> Result {
    switch storage {
    case .mapped(let base, _, _): return try body(UnsafeRawBufferPointer(start: base, count: count))
    case .owned(let bytes):
      // The standard library's closure is not typed; carry the error across as a value.
      let outcome: Swift.Result<Result, Failure> = bytes.withUnsafeBytes { buffer in
        do throws(Failure) { return .success(try body(buffer)) } catch { return .failure(error) }
      }
      return try outcome.get()
    }
  }

  /// Lends the bytes as a span that cannot outlive the call.
  package func withSpan<Result, Failure: Error>(_ body: (RawSpan) throws(Failure) -> Result) throws(Failure) -> Result {
    try withUnsafeBytes { buffer throws(Failure) in try body(buffer.bytes) }
  }

  /// A copy of all bytes.
  package var array: [UInt8] {
    if case .owned(let bytes) = storage { return bytes }
    return withUnsafeBytes { Array($0) }
  }

  /// The first byte that the file has lost since it was opened, or nil while it is whole.
  ///
  /// Sees both what a reader ran into (a page that was gone) and what it did not touch yet (the size has shrunk). Ask after each piece of work.
  package var missingFrom: Int? {
    guard case .mapped(_, let slot, let descriptor) = storage else { return nil }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size < count { return max(0, Int(status.st_size)) }
    let missing = cbytes_missing_from(slot)
    return missing < 0 ? nil : missing
  }
}
