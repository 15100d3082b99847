import Foundation

/// A folder that is gone when the test is over.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    // Short, because the path of a socket may hold no more than about a hundred bytes.
    path = URL(filePath: "/tmp").appending(path: "annals-test-\(UInt32.random(in: 0 ... .max))").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it.
  ///
  /// - Returns: its path.
  @discardableResult
  package func write(_ name: String, _ text: String, executable: Bool = false) throws -> String {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    if executable { try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path) }
    return file.path
  }

  /// A copy of a folder of the tree, to be broken.
  package func copy(of folder: String, as name: String) throws -> String {
    let target = path + "/" + name
    try FileManager.default.copyItem(atPath: folder, toPath: target)
    return target
  }

  /// What a file holds, or nil where there is none.
  package func text(_ name: String) -> String? { (try? Data(contentsOf: URL(filePath: path + "/" + name))).map { String(decoding: $0, as: UTF8.self) } }
}
