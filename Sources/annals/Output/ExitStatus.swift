#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How annals ends, as `sysexits.h` names the reasons.
enum ExitStatus: Int32 {
  case fine = 0
  /// The data have errors (`check`).
  case dataHasErrors = 1
  case usage = 64
  case unreadableData = 65
  case noInput = 66
  case inputOutput = 74
}

extension ExitStatus {
  /// Ends the program. Only the entry does.
  static func end(_ status: ExitStatus) -> Never { exit(status.rawValue) }
}
