import CBytes

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

extension FileBytes {
  /// Opens a regular file or a pipe; `-` is standard input.
  ///
  /// Anything else (a directory, a device, a socket) is refused before a byte is read, so that `/dev/zero` cannot keep us for ever.
  ///
  /// - Parameters:
  ///   - limit: the most bytes that a pipe may bring before it is refused.
  ///   - isCancelled: asked between two reads of a pipe; true ends in an error.
  /// - Throws: ``FileError`` with the class `noInput` when there is no such file, `ioError` when reading fails.
  package convenience init(path: String, limit: Int = .max, isCancelled: () -> Bool = { false }) throws(FileError) {
    if path == "-" {
      let descriptor = dup(STDIN_FILENO)
      guard descriptor >= 0 else { throw FileError.system("standard input", doing: "read", errno) }
      try self.init(descriptor: descriptor, path: path, limit: limit, isCancelled: isCancelled)
    } else {
      // O_NONBLOCK: opening a FIFO that nobody writes to must not hang before we know that it is one. Taken off again below.
      let descriptor = path.contains("\0") ? -1 : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { throw FileError.system(path, doing: "read", path.contains("\0") ? ENOENT : errno) }
      try self.init(descriptor: descriptor, path: path, limit: limit, isCancelled: isCancelled)
    }
  }

  /// Takes over an open descriptor.
  package convenience init(descriptor: Int32, path: String, limit: Int = .max, isCancelled: () -> Bool = { false }) throws(FileError) {
    var keepsOpen = false
    defer { if !keepsOpen { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError.system(path, doing: "read", errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard let size = Int(exactly: status.st_size), size > 0 else {
        // Files under /proc say that they are empty and are not.
        let bytes = try Self.drain(descriptor, path: path, limit: limit, isCancelled: isCancelled)
        self.init(path: path, storage: .owned(bytes), count: bytes.count)
        return
      }
      guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
        let bytes = try Self.drain(descriptor, path: path, limit: limit, isCancelled: isCancelled)
        self.init(path: path, storage: .owned(bytes), count: bytes.count)
        return
      }
      let slot = cbytes_guard(base, size)
      guard slot != CBYTES_NO_SLOT else {
        munmap(base, size)
        let bytes = try Self.drain(descriptor, path: path, limit: limit, isCancelled: isCancelled)
        self.init(path: path, storage: .owned(bytes), count: bytes.count)
        return
      }
      keepsOpen = true
      self.init(path: path, storage: .mapped(UnsafeRawPointer(base), slot: slot, descriptor: descriptor), count: size)
    case S_IFSOCK where path == "-", S_IFIFO:
      let flags = fcntl(descriptor, F_GETFL)
      if flags >= 0, path != "-" { _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) }
      let bytes = try Self.drain(descriptor, path: path, limit: limit, isCancelled: isCancelled)
      self.init(path: path, storage: .owned(bytes), count: bytes.count)
    case let mode:
      throw FileError(path: path, what: Self.refusal(of: mode), exitClass: .noInput)
    }
  }

  private static func refusal(of mode: mode_t) -> String {
    switch mode {
    case S_IFDIR: "is a directory, and a file is needed here"
    case S_IFCHR, S_IFBLK: "is a device, and only files and pipes are read"
    default: "is neither a file nor a pipe"
    }
  }

  /// Reads to the end into memory that grows by doubling.
  private static func drain(_ descriptor: Int32, path: String, limit: Int, isCancelled: () -> Bool) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var size = 1 << 16
    while true {
      if isCancelled() { throw FileError(path: path, what: "was not read to the end: cancelled", code: EINTR, exitClass: .ioError) }
      var failure: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        let got = read(descriptor, buffer.baseAddress, buffer.count)
        failure = got < 0 ? errno : 0
        count = max(0, got)
      }
      switch failure {
      case 0:
        if piece.isEmpty { return bytes }
        guard piece.count <= limit - bytes.count else {
          throw FileError(path: path, what: "is longer than the \(limit) bytes that are read from a pipe", exitClass: .ioError)
        }
        bytes.append(contentsOf: piece)
        if piece.count == size { size = min(size * 2, 1 << 22) }
      case EINTR: continue
      case EAGAIN:
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&waiting, 1, 100)
      default: throw FileError.system(path, doing: "read", failure)
      }
    }
  }
}
