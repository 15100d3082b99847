/// The calls by which annals writes what a reader keeps, as values, so that a test can put one that fails in the place of any of them.
///
///     var files = FileOperations.system
///     files.sync = { _ throws(SystemError) in throw SystemError(ENOSPC) }
///     try FileBytes.write(bytes, atomicallyTo: path, files: files)     // throws; the old file is untouched
///
/// Each is one call of the system, with its number when it fails; nothing is tried again in here.
package struct FileOperations: Sendable {
  /// What a file is opened for. No way to open follows a link at the end of the path or waits for the other end of a pipe.
  package enum Purpose: Hashable, Sendable {
    case reading
    /// Every write goes to the end; the file is made where there is none.
    case appending
    /// A file that must not be there yet.
    case creating
    /// A file that is made anew, whatever was there.
    case overwriting
    /// A folder, to be synced.
    case folder
  }

  package enum Lock: Hashable, Sendable { case shared, exclusive }

  /// What became of asking for a lock.
  package enum Locking: Hashable, Sendable {
    case taken
    /// Somebody else holds it.
    case busy
    /// The file system knows no locks.
    case unknown
  }

  package typealias Descriptor = Int32

  /// Opens a file; a new one gets the permissions less the umask.
  package var open: @Sendable (_ path: String, _ purpose: Purpose, _ permissions: UInt16) throws(SystemError) -> Descriptor
  /// At most so many bytes; none at the end.
  package var read: @Sendable (_ file: Descriptor, _ most: Int) throws(SystemError) -> [UInt8]
  /// How many of the bytes were written, which may be fewer than asked for.
  package var write: @Sendable (_ file: Descriptor, _ bytes: ArraySlice<UInt8>) throws(SystemError) -> Int
  /// Returns when what was written is on the disk.
  package var sync: @Sendable (_ file: Descriptor) throws(SystemError) -> Void
  package var close: @Sendable (_ file: Descriptor) -> Void
  package var status: @Sendable (_ file: Descriptor) throws(SystemError) -> FileStatus
  /// Of the path itself where it is a link, or of what it leads to.
  package var statusAt: @Sendable (_ path: String, _ followsLinks: Bool) throws(SystemError) -> FileStatus
  package var setPermissions: @Sendable (_ file: Descriptor, _ permissions: UInt16) throws(SystemError) -> Void
  /// Asks for a lock on the whole file, held until it is closed; does not wait.
  package var lock: @Sendable (_ file: Descriptor, _ lock: Lock) throws(SystemError) -> Locking
  /// Says that a file has been used: it bears the time of now.
  package var touch: @Sendable (_ path: String) throws(SystemError) -> Void
  package var rename: @Sendable (_ path: String, _ newPath: String) throws(SystemError) -> Void
  package var remove: @Sendable (_ path: String) throws(SystemError) -> Void
  /// What lies in a folder, in any order.
  package var names: @Sendable (_ folder: String) throws(SystemError) -> [String]
  package var makeFolder: @Sendable (_ path: String, _ permissions: UInt16) throws(SystemError) -> Void
  /// The path without links, `.` and `..`; of a file that is there.
  package var resolve: @Sendable (_ path: String) throws(SystemError) -> String
  package var pause: @Sendable (_ milliseconds: Int) -> Void
}

/// Why a call of the system failed, as its number.
package struct SystemError: Error, Hashable, Sendable {
  package let code: Int32
  package init(_ code: Int32) { self.code = code }
}

/// What a file is, as far as it matters to whoever writes it.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case file, folder, other }

  package var kind: Kind
  package var size: Int
  package var permissions: UInt16
  package var owner: UInt32
  /// Two paths with the same device and number are the same file.
  package var device: UInt64
  package var number: UInt64
  /// When it was written last, in seconds since 1970-01-01.
  package var written: Int64

  package init(kind: Kind, size: Int, permissions: UInt16, owner: UInt32, device: UInt64, number: UInt64, written: Int64 = 0) {
    self.kind = kind
    self.size = size
    self.permissions = permissions
    self.owner = owner
    self.device = device
    self.number = number
    self.written = written
  }

  package func isSameFile(as other: FileStatus) -> Bool { device == other.device && number == other.number }
}
