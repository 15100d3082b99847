#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

extension FileBytes {
  /// Writes a file so that at any moment, even after a crash, either the old or the whole new content is there.
  ///
  /// The bytes go to a new file in the same directory, are synced, and the file is renamed over the old one; then the directory is synced.
  /// The permissions of an existing file are kept; a new one gets `permissions` less the umask.
  ///
  /// - Throws: ``FileError`` of class `ioError`; the old file is untouched then and the temporary one removed.
  package static func write(_ bytes: some Sequence<UInt8>, atomicallyTo path: String, permissions: UInt16 = 0o644) throws(FileError) {
    guard !path.isEmpty, !path.contains("\0") else { throw FileError.system(path, doing: "written", ENOENT) }
    let content = Array(bytes)
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let (descriptor, temporary) = try create(beside: path, permissions: permissions)
    var isDone = false
    defer {
      close(descriptor)
      if !isDone { unlink(temporary) }
    }
    var former = stat()
    if stat(path, &former) == 0, former.st_mode & S_IFMT == S_IFREG { _ = fchmod(descriptor, former.st_mode & 0o7777) }
    try writeAll(content, to: descriptor, path: path)
    guard fsync(descriptor) == 0 else { throw FileError.system(path, doing: "written", errno) }
    guard rename(temporary, path) == 0 else { throw FileError.system(path, doing: "written", errno) }
    isDone = true
    // Some file systems refuse to sync a directory; the file itself is safe by now, so that is no error.
    let folder = open(directory, O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      _ = fsync(folder)
      close(folder)
    }
  }

  /// A new file beside `path` under a name that nobody has.
  private static func create(beside path: String, permissions: UInt16) throws(FileError) -> (descriptor: Int32, path: String) {
    for attempt in 0..<100 {
      let name = "\(path).\(getpid()).\(attempt).new"
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(permissions))
      if descriptor >= 0 { return (descriptor, name) }
      if errno != EEXIST { break }
    }
    throw FileError.system(path, doing: "written", errno)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var done = 0
    while done < bytes.count {
      var failure: Int32 = 0
      let wrote = bytes.withUnsafeBytes { buffer in
        let count = systemWrite(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if count < 0 { failure = errno }
        return count
      }
      if wrote >= 0 { done += wrote } else if failure != EINTR { throw FileError.system(path, doing: "written", failure) }
    }
  }
}

/// `write(2)`, whose name the method above hides.
private func systemWrite(_ descriptor: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int { write(descriptor, base, count) }

extension FileBytes {
  /// Makes a directory and those above it that are missing, for the user alone, as the XDG specification asks.
  package static func createDirectory(_ path: String) throws(FileError) {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) != 0, errno != EEXIST, !isDirectory(made) { throw FileError.system(made, doing: "made", errno) }
    }
  }
}
