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

/// Numbers that are the same on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
