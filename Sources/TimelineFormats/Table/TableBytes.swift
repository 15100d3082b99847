package import Bytes

/// The bytes of a table, as long as anybody may want to read a row back from them: a mapped file, what a pipe brought, or bytes in memory.
package enum TableBytes: Sendable {
  case file(FileBytes)
  case memory([UInt8])

  package var count: Int {
    switch self {
    case .file(let file): file.count
    case .memory(let bytes): bytes.count
    }
  }

  /// Whether all bytes are here; a stream's are not until it ends. Ask before ``count``.
  package var isComplete: Bool {
    switch self {
    case .file(let file): file.isComplete
    case .memory: true
    }
  }

  /// Lends the bytes for the time of one call.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch self {
    case .file(let file): file.withUnsafeBytes { body($0.bindMemory(to: UInt8.self)) }
    case .memory(let bytes): bytes.withUnsafeBufferPointer(body)
    }
  }

  /// The first byte that a file has lost since it was opened, or nil while it is whole.
  var missingFrom: Int? {
    switch self {
    case .file(let file): file.missingFrom
    case .memory: nil
    }
  }

  /// A copy of all bytes.
  var array: [UInt8] {
    switch self {
    case .file(let file): file.array
    case .memory(let bytes): bytes
    }
  }
}
