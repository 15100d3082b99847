#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

extension FileBytes {
  /// A name in a directory.
  package struct Entry: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case file, directory, other }
    package var name: String
    package var kind: Kind
  }

  /// Whether the path leads to a directory.
  package static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return !path.contains("\0") && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What lies in a directory, sorted by name, without `.` and `..`. A link is followed to a file but never to a directory, so a folder is read
  /// without walking out of it or in circles.
  package static func list(directory path: String) throws(FileError) -> [Entry] {
    guard !path.contains("\0"), let stream = opendir(path) else { throw FileError.system(path, doing: "listed", path.contains("\0") ? ENOENT : errno) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = Swift.withUnsafeBytes(of: &entry.pointee.d_name) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
      guard name != ".", name != ".." else { continue }
      entries.append(Entry(name: name, kind: kind(of: path + "/" + name)))
    }
    return entries.sorted { $0.name < $1.name }
  }

  private static func kind(of path: String) -> Entry.Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .other }
    if status.st_mode & S_IFMT == S_IFDIR { return .directory }
    guard stat(path, &status) == 0 else { return .other }
    return status.st_mode & S_IFMT == S_IFREG ? .file : .other
  }
}
