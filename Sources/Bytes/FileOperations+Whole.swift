#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

// What takes more than one call: a call that was interrupted is made again, and a short one is continued.

extension FileOperations {
  /// Does a call again as long as a signal interrupts it.
  package func retrying<Outcome>(_ call: () throws(SystemError) -> Outcome) throws(SystemError) -> Outcome {
    while true {
      do throws(SystemError) { return try call() } catch  where error.code == EINTR { continue }
    }
  }

  /// Everything from where the file stands to its end.
  ///
  /// - Parameter limit: a file of more bytes is refused with `EFBIG`.
  package func readAll(_ file: Descriptor, limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece = try retrying { () throws(SystemError) in try read(file, 1 << 16) }
      if piece.isEmpty { return bytes }
      guard piece.count <= limit - bytes.count else { throw SystemError(EFBIG) }
      bytes += piece
    }
  }

  package func writeAll(_ bytes: [UInt8], to file: Descriptor) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest
      let count = try retrying { () throws(SystemError) in try write(file, piece) }
      // A file system that takes nothing and gives no reason would keep us for ever.
      guard count > 0 else { throw SystemError(EIO) }
      rest = rest.dropFirst(count)
    }
  }

  /// The bytes of a file; nil where there is none.
  package func contents(of path: String, limit: Int) throws(SystemError) -> [UInt8]? {
    let file: Descriptor
    do throws(SystemError) { file = try retrying { () throws(SystemError) in try open(path, .reading, 0) } } catch  where error.code == ENOENT { return nil }
    defer { close(file) }
    guard try retrying({ () throws(SystemError) in try status(file) }).kind == .file else { throw SystemError(EINVAL) }
    return try readAll(file, limit: limit)
  }

  /// Puts new content in the place of a file: written beside it under a name that nobody has, synced, and renamed over it.
  ///
  /// - Parameters:
  ///   - permissions: of a new file, less the umask.
  ///   - exactly: the permissions that the file has in the end, whatever the umask says; nil leaves it at that.
  package func replace(_ path: String, with bytes: [UInt8], permissions: UInt16, exactly: UInt16? = nil) throws(SystemError) {
    let (file, temporary) = try create(beside: path, permissions: permissions)
    do throws(SystemError) {
      defer { close(file) }
      if let exactly { try retrying { () throws(SystemError) in try setPermissions(file, exactly) } }
      try writeAll(bytes, to: file)
      try retrying { () throws(SystemError) in try sync(file) }
      try retrying { () throws(SystemError) in try rename(temporary, path) }
    } catch {
      try? remove(temporary)
      throw error
    }
    // Whichever of the two names survives a loss of power, a whole file bears it; so a folder that cannot be synced is no failure.
    try? syncFolder(of: path)
  }

  /// Makes a new file beside another, under a name that nobody has.
  package func create(beside path: String, permissions: UInt16) throws(SystemError) -> (file: Descriptor, path: String) {
    for attempt in 0..<100 {
      let temporary = Self.temporary(path, attempt: attempt)
      do throws(SystemError) {
        return (try retrying { () throws(SystemError) in try open(temporary, .creating, permissions) }, temporary)
      } catch  where error.code == EEXIST {}
    }
    throw SystemError(EEXIST)
  }

  /// Under which name a file is written before it takes the place of another.
  ///
  ///     FileOperations.temporary("notes/a.journal")   // "notes/a.journal.new"
  package static func temporary(_ path: String, attempt: Int = 0) -> String { attempt == 0 ? path + ".new" : "\(path).\(attempt).new" }

  /// Makes the names in the folder of a file as lasting as their content. Some file systems refuse it; then nothing more can be done.
  package func syncFolder(of path: String) throws(SystemError) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let file = try retrying { () throws(SystemError) in try open(folder, .folder, 0) }
    defer { close(file) }
    do throws(SystemError) { try retrying { () throws(SystemError) in try sync(file) } } catch  where [EINVAL, ENOTSUP, EBADF, EROFS].contains(error.code) {}
  }

  /// Makes a folder and those above it that are missing, for the user alone, as the XDG specification asks.
  package func makeFolders(_ path: String) throws(SystemError) {
    if isFolder(path) { return }
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      do throws(SystemError) { try retrying { () throws(SystemError) in try makeFolder(made, 0o700) } } catch {
        // Where it is not allowed to make one, one may be there all the same.
        if isFolder(made) { continue }
        throw error
      }
      try syncFolder(of: made)
    }
  }

  private func isFolder(_ path: String) -> Bool { (try? retrying { () throws(SystemError) in try statusAt(path, true) })?.kind == .folder }
}
