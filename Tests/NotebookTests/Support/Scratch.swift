import Bytes

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A folder that is gone when the test is over.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path = "/tmp/annals-notebook-\(UInt64.random(in: 0 ... .max))"
    try FileBytes.createDirectory(path)
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    for entry in (try? FileBytes.list(directory: path)) ?? [] {
      if entry.kind == .directory { remove(path + "/" + entry.name) } else { unlink(path + "/" + entry.name) }
    }
    rmdir(path)
  }

  var names: [String] { ((try? FileBytes.list(directory: path)) ?? []).map(\.name) }

  func bytes(_ name: String) -> [UInt8]? { try? FileOperations.system.contents(of: path + "/" + name, limit: 1 << 30) }
  func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws { try FileBytes.write(bytes, atomicallyTo: path + "/" + name, files: .quick) }

  /// Adds bytes to the end of a file, as a stray program would.
  func add(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let file = try FileOperations.system.open(path + "/" + name, .appending, 0o600)
    defer { FileOperations.system.close(file) }
    try FileOperations.system.writeAll(Array(bytes), to: file)
  }
}
