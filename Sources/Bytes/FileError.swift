#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// Why a file could not be read, listed or written, in words for a person.
///
///     FileError.system("ged.csv", doing: "read", ENOENT).description   // "ged.csv: cannot be read: No such file or directory"
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What a command ends with after such an error, as in `sysexits.h`.
  package enum ExitClass: Int32, Hashable, Sendable {
    /// There is no such file, or it is not one that can be read.
    case noInput = 66
    /// The system failed at reading or writing.
    case ioError = 74
  }

  package var path: String
  /// What is wrong, one sentence without its full stop and without the path.
  package var what: String
  /// The system's number for it, or nil where annals itself refused.
  package var code: Int32?
  package var exitClass: ExitClass

  package init(path: String, what: String, code: Int32? = nil, exitClass: ExitClass) {
    self.path = path
    self.what = what
    self.code = code
    self.exitClass = exitClass
  }

  /// An error that the system reported by number: the file cannot be `doing`, with the system's words why.
  package static func system(_ path: String, doing: String, _ code: Int32) -> FileError {
    let absent = [ENOENT, ENOTDIR, EACCES, EISDIR, ELOOP, ENAMETOOLONG].contains(code)
    return FileError(path: path, what: "cannot be \(doing): \(words(for: code))", code: code, exitClass: absent && doing != "written" ? .noInput : .ioError)
  }

  /// The system's words for an error number: `words(for: ENOENT)` is "No such file or directory".
  package static func words(for code: Int32) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }

  /// `path: what`, not yet cleaned for a terminal.
  package var description: String { "\(path): \(what)" }
}
