#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

extension FileBytes {
  /// What opening a path gives: bytes that are all there, or bytes that are still coming.
  package enum Opened: Sendable {
    case whole(FileBytes)
    case stream(ByteStream)
  }

  /// Opens a regular file or a pipe; `-` is standard input.
  ///
  /// Anything else (a directory, a device, a socket) is refused before a byte is read, so that `/dev/zero` cannot keep us for ever.
  ///
  /// - Throws: ``FileError`` with the class `noInput` when there is no such file, `ioError` when reading fails.
  package static func open(_ path: String, system: ReadingOperations = .system) throws(FileError) -> Opened {
    if path == "-" {
      let descriptor = dup(STDIN_FILENO)
      guard descriptor >= 0 else { throw FileError.system("standard input", doing: "read", errno) }
      return try open(descriptor, path: path, system: system)
    }
    let descriptor: Int32
    // Opening a FIFO that nobody writes to must not hang before we know that it is one; it is made to wait again below.
    do throws(SystemError) { descriptor = try system.retrying { () throws(SystemError) in try system.open(path) } } catch {
      throw FileError.system(path, doing: "read", error.code)
    }
    return try open(descriptor, path: path, system: system)
  }

  /// Takes over an open descriptor.
  package static func open(_ descriptor: Int32, path: String, system: ReadingOperations = .system) throws(FileError) -> Opened {
    var isTaken = false
    defer { if !isTaken { close(descriptor) } }
    let status: (mode: UInt32, size: Int)
    do throws(SystemError) { status = try system.retrying { () throws(SystemError) in try system.status(descriptor) } } catch {
      throw FileError.system(path, doing: "read", error.code)
    }
    switch mode_t(truncatingIfNeeded: status.mode) & S_IFMT {
    case S_IFREG:
      // Files under /proc say that they are empty and are not.
      if status.size > 0 {
        do throws(SystemError) {
          let mapping = try Mapping(descriptor, count: status.size, system)
          isTaken = true
          return .whole(FileBytes(path: path, storage: .mapped(mapping)))
        } catch  where error.code == ENOMEM {
          throw FileError(
            path: path, what: "has \(status.size) bytes, and there are no addresses left for so many; allow more with ulimit -v", code: ENOMEM,
            exitClass: .ioError)
        } catch {
          // What a file system cannot map, or what is one mapping too many, is read like a pipe.
        }
      }
    case S_IFSOCK where path == "-", S_IFIFO:
      let flags = fcntl(descriptor, F_GETFL)
      if flags >= 0, path != "-" { _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) }
    case let mode: throw FileError(path: path, what: refusal(of: mode), exitClass: .noInput)
    }
    isTaken = true
    return .stream(try ByteStream(descriptor: descriptor, path: path, system: system))
  }

  private static func refusal(of mode: mode_t) -> String {
    switch mode {
    case S_IFDIR: "is a directory, and a file is needed here"
    case S_IFCHR, S_IFBLK: "is a device, and only files and pipes are read"
    default: "is neither a file nor a pipe"
    }
  }
}

extension FileBytes {
  /// Opens a regular file, or reads a pipe to its end; `-` is standard input.
  ///
  /// - Parameters:
  ///   - limit: the most bytes that a pipe may bring before it is refused.
  ///   - isCancelled: asked between two reads of a pipe; true ends in an error.
  /// - Throws: ``FileError`` as ``open(_:)`` does.
  package convenience init(path: String, limit: Int = .max, isCancelled: () -> Bool = { false }) throws(FileError) {
    try self.init(wholeOf: try Self.open(path), limit, isCancelled)
  }

  /// Takes over an open descriptor.
  package convenience init(descriptor: Int32, path: String, limit: Int = .max, isCancelled: () -> Bool = { false }) throws(FileError) {
    try self.init(wholeOf: try Self.open(descriptor, path: path), limit, isCancelled)
  }

  private convenience init(wholeOf opened: Opened, _ limit: Int, _ isCancelled: () -> Bool) throws(FileError) {
    switch opened {
    case .whole(let file): self.init(path: file.path, storage: file.storage)
    case .stream(let stream):
      let file = stream.bytes
      repeat {
        if isCancelled() { throw FileError(path: file.path, what: "was not read to the end: cancelled", code: EINTR, exitClass: .ioError) }
        if file.count > limit {
          throw FileError(path: file.path, what: "is longer than the \(limit) bytes that are read from a pipe", exitClass: .ioError)
        }
      } while try stream.read(waiting: 100) != .end
      self.init(path: file.path, storage: file.storage)
    }
  }
}

/// `open(2)`, whose name the method above hides.
