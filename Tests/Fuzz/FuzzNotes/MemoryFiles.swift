import Bytes

/// A disk in memory on which nothing fails: what a journal asks of the system, fast enough for a million tries.
final class MemoryFiles: @unchecked Sendable {
  private final class File {
    let number: UInt64
    var bytes: [UInt8]

    init(_ number: UInt64, _ bytes: [UInt8]) { (self.number, self.bytes) = (number, bytes) }
  }

  static let folder = "/notes"
  private static let (missing, exists): (Int32, Int32) = (2, 17)

  private var names: [String: File] = [:]
  private var opened: [Int32: (file: File, offset: Int)] = [:]
  private var count: Int32 = 0

  /// What a path holds; nil where there is nothing.
  subscript(path: String) -> [UInt8]? {
    get { names[path]?.bytes }
    set { names[path] = newValue.map(made) }
  }

  private func made(_ bytes: [UInt8]) -> File {
    count += 1
    return File(UInt64(count), bytes)
  }

  private func open(_ path: String, _ purpose: FileOperations.Purpose) throws(SystemError) -> Int32 {
    let file: File
    switch (purpose, names[path]) {
    case (.creating, .some): throw SystemError(Self.exists)
    case (.reading, nil): throw SystemError(Self.missing)
    case (.folder, _): file = File(0, [])
    case (.overwriting, _), (_, nil):
      file = made([])
      names[path] = file
    case (_, let known?): file = known
    }
    count += 1
    opened[count] = (file, 0)
    return count
  }

  private func status(_ file: File) -> FileStatus {
    FileStatus(kind: .file, size: file.bytes.count, permissions: 0o600, owner: 0, device: 1, number: file.number)
  }

  private func found(_ path: String) throws(SystemError) -> File {
    guard let file = names[path] else { throw SystemError(Self.missing) }
    return file
  }

  private func descriptor(_ number: Int32) throws(SystemError) -> (file: File, offset: Int) {
    guard let open = opened[number] else { throw SystemError(Self.missing) }
    return open
  }

  var operations: FileOperations {
    var files = FileOperations.system
    files.open = { path, purpose, _ throws(SystemError) in try self.open(path, purpose) }
    files.read = { number, most throws(SystemError) in
      let (file, offset) = try self.descriptor(number)
      let piece = Array(file.bytes.dropFirst(offset).prefix(most))
      self.opened[number]?.offset += piece.count
      return piece
    }
    files.write = { number, bytes throws(SystemError) in
      try self.descriptor(number).file.bytes += bytes
      return bytes.count
    }
    files.sync = { _ in }
    files.close = { self.opened[$0] = nil }
    files.status = { number throws(SystemError) in self.status(try self.descriptor(number).file) }
    files.statusAt = { path, _ throws(SystemError) in path == Self.folder ? Self.folderStatus : self.status(try self.found(path)) }
    files.setPermissions = { _, _ in }
    files.lock = { _, _ in .taken }
    files.rename = { path, newPath throws(SystemError) in
      self.names[newPath] = try self.found(path)
      self.names[path] = nil
    }
    files.remove = { path throws(SystemError) in
      _ = try self.found(path)
      self.names[path] = nil
    }
    files.makeFolder = { _, _ in }
    files.resolve = { $0 }
    files.pause = { _ in }
    return files
  }

  private static let folderStatus = FileStatus(kind: .folder, size: 0, permissions: 0o700, owner: 0, device: 1, number: 0)
}
