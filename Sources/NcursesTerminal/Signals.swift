#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The numbers of the signals that arrive as events; they differ from system to system.
enum Signals {
  static let windowChange = SIGWINCH
  static let terminate = SIGTERM
  static let hangup = SIGHUP
  static let interrupt = SIGINT
  static let quit = SIGQUIT
  static let stop = SIGTSTP
  static let resume = SIGCONT
}
