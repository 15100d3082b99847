import Bytes

extension FileOperations {
  /// The system's calls without waiting for the disk, for tests that write a thousand times.
  static let quick: FileOperations = {
    var files = system
    files.sync = { _ in }
    return files
  }()
}

/// Calls of the system of which one goes wrong: the n-th, counted over all of them.
final class FaultyFiles: @unchecked Sendable {
  enum Fault: CaseIterable, Sendable {
    /// The call fails, and so does no other.
    case fails
    /// From this call on nothing works that needs room on the disk.
    case diskIsFull
    /// A signal interrupts the call.
    case isInterrupted
    /// The call does less than it was asked to, if it is one that may.
    case isShort
  }

  private let fault: Fault
  let position: Int
  /// How many calls there were. A test uses these from one thread.
  private(set) var calls = 0

  init(_ fault: Fault, at position: Int) {
    self.fault = fault
    self.position = position
  }

  /// Whether the n-th call was reached at all; if not, there is nothing left to try.
  var struck: Bool { calls >= position }

  // The same numbers on every system that annals runs on.
  private static let (interrupted, ioError, noSpace): (Int32, Int32, Int32) = (4, 5, 28)

  /// Counts a call and does it, or not.
  private func count<Outcome>(needsRoom: Bool = false, _ call: () throws(SystemError) -> Outcome) throws(SystemError) -> Outcome {
    calls += 1
    switch fault {
    case .fails where calls == position: throw SystemError(needsRoom ? Self.noSpace : Self.ioError)
    case .diskIsFull where calls >= position && needsRoom: throw SystemError(Self.noSpace)
    case .isInterrupted where calls == position: throw SystemError(Self.interrupted)
    default: return try call()
    }
  }

  private var isShort: Bool { fault == .isShort && calls + 1 == position }

  var files: FileOperations {
    let system = FileOperations.quick
    var files = system
    files.open = { path, purpose, permissions throws(SystemError) in
      try self.count(needsRoom: purpose != .reading && purpose != .folder) { () throws(SystemError) in try system.open(path, purpose, permissions) }
    }
    files.read = { file, most throws(SystemError) in
      let most = self.isShort ? 1 : most
      return try self.count { () throws(SystemError) in try system.read(file, most) }
    }
    files.write = { file, bytes throws(SystemError) in
      let bytes = self.isShort ? bytes.prefix(bytes.count / 2) : bytes
      return try self.count(needsRoom: true) { () throws(SystemError) in try system.write(file, bytes) }
    }
    files.sync = { _ throws(SystemError) in try self.count(needsRoom: true) {} }
    files.status = { file throws(SystemError) in try self.count { () throws(SystemError) in try system.status(file) } }
    files.statusAt = { path, follows throws(SystemError) in try self.count { () throws(SystemError) in try system.statusAt(path, follows) } }
    files.setPermissions = { file, permissions throws(SystemError) in
      try self.count { () throws(SystemError) in try system.setPermissions(file, permissions) }
    }
    files.lock = { file, lock throws(SystemError) in try self.count { () throws(SystemError) in try system.lock(file, lock) } }
    files.rename = { path, newPath throws(SystemError) in try self.count(needsRoom: true) { () throws(SystemError) in try system.rename(path, newPath) } }
    files.touch = { path throws(SystemError) in try self.count { () throws(SystemError) in try system.touch(path) } }
    files.names = { folder throws(SystemError) in try self.count { () throws(SystemError) in try system.names(folder) } }
    files.remove = { path throws(SystemError) in try self.count { () throws(SystemError) in try system.remove(path) } }
    files.makeFolder = { path, permissions throws(SystemError) in
      try self.count(needsRoom: true) { () throws(SystemError) in try system.makeFolder(path, permissions) }
    }
    files.resolve = { path throws(SystemError) in try self.count { () throws(SystemError) in try system.resolve(path) } }
    files.pause = { _ in }
    return files
  }

  /// Calls the body once for every position at which the fault can strike, from the first call on.
  static func atEveryCall(_ fault: Fault, _ body: (FaultyFiles) throws -> Void) rethrows {
    var position = 1
    while true {
      let faulty = FaultyFiles(fault, at: position)
      try body(faulty)
      guard faulty.struck else { return }
      position += 1
    }
  }
}
