#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// Bytes that are still coming: a pipe, or what another program writes. What came can be looked at while the rest is on its way.
///
///     while try stream.read(waiting: 100) != .end { use(stream.bytes) }
///     if let failure = stream.failure { … }           // "gzip: unexpected end of file"
///
/// Used by one thread at a time; the ``bytes`` may be looked at by all.
package final class ByteStream: @unchecked Sendable {
  /// What one attempt to read came to.
  package enum Outcome: Hashable, Sendable {
    case more
    /// Nothing came in the time that was given.
    case nothingYet
    case end
  }

  /// All that has come so far; it grows while the stream is read.
  package let bytes: FileBytes
  /// What is wrong with where the bytes came from, known at the end: the program that wrote them failed.
  package private(set) var failure: FileError?
  private let memory: GrowingMemory
  private let descriptor: Int32
  private let system: ReadingOperations
  private var child: ChildProgram?
  private var isAtEnd = false

  /// Takes over a descriptor, and the program at its other end if we started that.
  ///
  /// - Throws: ``FileError`` when there is no memory to read into.
  init(descriptor: Int32, path: String, from child: ChildProgram? = nil, system: ReadingOperations = .system) throws(FileError) {
    self.descriptor = descriptor
    self.system = system
    self.child = child
    guard let memory = GrowingMemory() else {
      close(descriptor)
      throw FileError(path: path, what: "cannot be read: there is no memory to read it into", code: ENOMEM, exitClass: .ioError)
    }
    self.memory = memory
    bytes = FileBytes(path: path, storage: .growing(memory))
  }

  deinit {
    close(descriptor)
    child?.end()
  }

  /// Waits for bytes and takes what is there.
  ///
  /// - Parameter milliseconds: how long to wait at most.
  /// - Throws: ``FileError`` when the system fails, or when there is no memory for more; what came before stays.
  package func read(waiting milliseconds: Int) throws(FileError) -> Outcome {
    guard !isAtEnd else { return .end }
    // When the system will not say, reading says it.
    if (try? system.wait(descriptor, milliseconds)) == false { return .nothingYet }
    switch memory.fill(from: descriptor, system) {
    case .read(0):
      finish()
      return .end
    case .read: return .more
    case .failed(EINTR), .failed(EAGAIN): return .nothingYet
    case .failed(let code):
      finish()
      throw FileError.system(bytes.path, doing: "read", code)
    case .full:
      finish()
      throw FileError(
        path: bytes.path, what: "is longer than the \(bytes.count) bytes of memory that there are for it", code: ENOMEM, exitClass: .ioError)
    }
  }

  /// Takes what has come for all there is.
  package func finish() {
    guard !isAtEnd else { return }
    isAtEnd = true
    memory.finish()
    if let words = child?.wait() { failure = FileError(path: bytes.path, what: words, exitClass: .ioError) }
    child = nil
  }

  /// Stops listening before the end: the program at the other side is ended, and what came is all there is.
  package func cancel() {
    guard !isAtEnd else { return }
    isAtEnd = true
    memory.finish()
    child?.end()
    child = nil
  }
}
