#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

extension FileOperations {
  /// The system's own calls.
  package static let system = FileOperations(
    open: { path, purpose, permissions throws(SystemError) in
      guard !path.contains("\0") else { throw SystemError(ENOENT) }
      return try checked(systemOpen(path, flags(for: purpose), mode_t(permissions)))
    },
    read: { file, most throws(SystemError) in
      var failure: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: max(0, most)) { buffer, count in
        let got = systemRead(file, buffer.baseAddress, buffer.count)
        failure = got < 0 ? errno : 0
        count = max(0, got)
      }
      guard failure == 0 else { throw SystemError(failure) }
      return piece
    },
    write: { file, bytes throws(SystemError) in
      var failure: Int32 = 0
      let wrote = bytes.withUnsafeBytes { buffer in
        let count = systemWrite(file, buffer.baseAddress, buffer.count)
        failure = count < 0 ? errno : 0
        return count
      }
      guard failure == 0 else { throw SystemError(failure) }
      return wrote
    },
    sync: { file throws(SystemError) in _ = try checked(fsync(file)) },
    close: { file in _ = systemClose(file) },
    status: { file throws(SystemError) in
      var found = stat()
      _ = try checked(fstat(file, &found))
      return FileStatus(found)
    },
    statusAt: { path, followsLinks throws(SystemError) in
      guard !path.contains("\0") else { throw SystemError(ENOENT) }
      var found = stat()
      _ = try checked(followsLinks ? stat(path, &found) : lstat(path, &found))
      return FileStatus(found)
    },
    setPermissions: { file, permissions throws(SystemError) in _ = try checked(fchmod(file, mode_t(permissions))) },
    lock: { file, lock throws(SystemError) in
      guard flock(file, (lock == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0 else { return .taken }
      switch errno {
      case EWOULDBLOCK: return .busy
      case EBADF, ENOLCK, EOPNOTSUPP, ENOTSUP, ENOSYS, EINVAL: return .unknown
      case let code: throw SystemError(code)
      }
    },
    touch: { path throws(SystemError) in
      guard !path.contains("\0") else { throw SystemError(ENOENT) }
      _ = try checked(utimes(path, nil))
    },
    rename: { path, newPath throws(SystemError) in _ = try checked(systemRename(path, newPath)) },
    remove: { path throws(SystemError) in _ = try checked(unlink(path)) },
    names: { path throws(SystemError) in
      guard !path.contains("\0"), let stream = opendir(path) else { throw SystemError(path.contains("\0") ? ENOENT : errno) }
      defer { closedir(stream) }
      var names: [String] = []
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
        if name != ".", name != ".." { names.append(name) }
      }
      return names
    },
    makeFolder: { path, permissions throws(SystemError) in _ = try checked(mkdir(path, mode_t(permissions))) },
    resolve: { path throws(SystemError) in
      guard !path.contains("\0"), let resolved = realpath(path, nil) else { throw SystemError(path.contains("\0") ? ENOENT : errno) }
      defer { free(resolved) }
      return String(cString: resolved)
    },
    pause: { milliseconds in usleep(UInt32(clamping: milliseconds) * 1_000) })

  private static func checked(_ outcome: Int32) throws(SystemError) -> Int32 {
    guard outcome >= 0 else { throw SystemError(errno) }
    return outcome
  }

  private static func flags(for purpose: Purpose) -> Int32 {
    let always = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    return switch purpose {
    case .reading: O_RDONLY | always
    // Some network file systems lock for reading only what may be read.
    case .appending: O_RDWR | O_APPEND | O_CREAT | always
    case .creating: O_WRONLY | O_CREAT | O_EXCL | always
    case .overwriting: O_WRONLY | O_CREAT | O_TRUNC | always
    // The folder itself may be reached by a link: a reader may keep it elsewhere.
    case .folder: O_RDONLY | O_CLOEXEC | O_DIRECTORY
    }
  }
}

// Calls whose names the members above hide.
private func systemOpen(_ path: String, _ flags: Int32, _ permissions: mode_t) -> Int32 { open(path, flags, permissions) }
private func systemRead(_ file: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(file, base, count) }
private func systemWrite(_ file: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int { write(file, base, count) }
private func systemClose(_ file: Int32) -> Int32 { close(file) }
private func systemRename(_ path: String, _ newPath: String) -> Int32 { rename(path, newPath) }

extension FileStatus {
  fileprivate init(_ found: stat) {
    let kind: Kind =
      switch found.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    self.init(
      kind: kind, size: Int(clamping: found.st_size), permissions: UInt16(truncatingIfNeeded: found.st_mode & 0o7777), owner: found.st_uid,
      device: UInt64(truncatingIfNeeded: found.st_dev), number: UInt64(truncatingIfNeeded: found.st_ino), written: Self.written(found))
  }
  private static func written(_ found: stat) -> Int64 {
    #if canImport(Darwin)
    Int64(found.st_mtimespec.tv_sec)
    #else
    Int64(found.st_mtim.tv_sec)
    #endif
  }
}
