import Bytes
import TimelineFormats

/// Finds the files that tests read, from where this file lies in the tree.
enum Fixtures {
  static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// The root of the package.
  static let package: String = {
    var parts = root.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast()
    return parts.joined(separator: "/")
  }()

  /// The small timeline in which everything that the format can say stands once.
  static func river() throws -> [InputFile] { try TimelineFolder.files(at: root + "/Fixtures/native/river") }

  static func text(_ path: String) throws -> String { String(decoding: try FileBytes(path: path).array, as: UTF8.self) }
}

extension InputFile {
  init(_ name: String, _ text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}
