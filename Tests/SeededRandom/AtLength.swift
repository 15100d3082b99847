#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How often a test of random cases repeats itself.
package enum AtLength {
  /// As often as `Tools/at-length` asks for, or else what every run can afford.
  package static func cases(usually usual: Int) -> Int { getenv("AT_LENGTH").flatMap { Int(String(cString: $0)) } ?? usual }
}
