#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// What the system says of a file without reading it; two stamps that are equal are of the same file, untouched between them.
package struct FileStamp: Hashable, Sendable {
  private var device: UInt64
  private var node: UInt64
  private var seconds: Int64
  private var nanoseconds: Int64
  /// Its length in bytes.
  package var size: Int

  /// Nil when there is nothing at the path.
  package init?(path: String) {
    var status = stat()
    guard !path.contains("\0"), stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    node = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int(clamping: status.st_size)
    #if canImport(Darwin)
    let time = status.st_mtimespec
    #else
    let time = status.st_mtim
    #endif
    (seconds, nanoseconds) = (Int64(time.tv_sec), Int64(time.tv_nsec))
  }

  /// What happened to a file.
  package enum Change: Hashable, Sendable {
    /// It has so many bytes more.
    case grew(by: Int)
    case cutShort(to: Int)
    /// Another file has its name now, or its bytes were written anew.
    case rewritten
    case gone
  }

  /// What happened between this stamp and a later one of the same path; nil when nothing did.
  package func change(to later: FileStamp?) -> Change? {
    guard let later else { return .gone }
    if later == self { return nil }
    guard later.device == device, later.node == node else { return .rewritten }
    if later.size < size { return .cutShort(to: later.size) }
    return later.size > size ? .grew(by: later.size - size) : .rewritten
  }
}
