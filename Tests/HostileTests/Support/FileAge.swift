#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension CacheTests {
  /// Makes a file as old as if it had been written so many hours ago.
  static func age(_ path: String, hours: Int) -> Bool {
    let time = timeval(tv_sec: time(nil) - hours * 3_600, tv_usec: 0)
    return utimes(path, [time, time]) == 0
  }
}
