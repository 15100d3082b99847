#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What stamps the reader's notes: the time, and a number by which one run of the program is told from another.
enum Clock {
  /// Microseconds since 1970-01-01 UTC.
  static var now: Int64 {
    var time = timespec()
    guard clock_gettime(CLOCK_REALTIME, &time) == 0 else { return 0 }
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
  }

  /// Drawn anew at every start.
  static let writer = UInt32.random(in: 0 ... .max)
}
