import CBytes

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// A file's own pages, mapped read-only and guarded against a file that shrinks under them.
final class Mapping: Sendable {
  // Sendable by hand: read-only for us, and there as long as this object.
  nonisolated(unsafe) private let base: UnsafeRawPointer
  let count: Int
  private let slot: Int32
  private let descriptor: Int32

  /// Maps a file whole and takes its descriptor over.
  ///
  /// - Throws: the system's number, with the descriptor left to the caller, when it cannot be mapped; `EAGAIN` when too many files are.
  init(_ descriptor: Int32, count: Int, _ system: ReadingOperations = .system) throws(SystemError) {
    let base = try system.map(descriptor, count)
    slot = cbytes_guard(base, count)
    guard slot != CBYTES_NO_SLOT else {
      munmap(base, count)
      throw SystemError(EAGAIN)
    }
    (self.base, self.count, self.descriptor) = (UnsafeRawPointer(base), count, descriptor)
  }

  deinit {
    cbytes_unguard(slot)
    munmap(UnsafeMutableRawPointer(mutating: base), count)
    close(descriptor)
  }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// What the system says of the file now; nil where it says nothing.
  var status: stat? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status : nil
  }

  /// The first byte that the file has lost since it was mapped, or nil while it is whole.
  var missingFrom: Int? {
    if let status, status.st_size < count { return max(0, Int(clamping: status.st_size)) }
    let missing = cbytes_missing_from(slot)
    return missing < 0 ? nil : missing
  }
}
