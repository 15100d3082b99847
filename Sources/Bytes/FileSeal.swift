#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// By what a file is known again that was read before: its number and length, when it was written and when anything about it was changed last, and a sample of
/// its bytes.
///
/// What the system sees of a change is caught: whoever writes a file, or puts another in its place, changes at least one of the two times, and the second cannot be
/// set back by a program. The sample is for disks whose clock or whose system does not tell: it sees what was changed in the first and last 16 kB and in thirty
/// blocks between, and no other byte. The device is left out, for its number is another one after a restart on some systems.
package struct FileSeal: Hashable, Sendable {
  package let number: UInt64
  package let size: Int
  /// When it was written last and when anything about it was changed, in nanoseconds since 1970-01-01.
  package let written: Int64
  package let changed: Int64
  package let sample: UInt64

  init(_ status: stat, _ bytes: UnsafeRawBufferPointer) {
    number = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int(clamping: status.st_size)
    #if canImport(Darwin)
    (written, changed) = (Self.nanoseconds(status.st_mtimespec), Self.nanoseconds(status.st_ctimespec))
    #else
    (written, changed) = (Self.nanoseconds(status.st_mtim), Self.nanoseconds(status.st_ctim))
    #endif
    sample = Self.sample(of: bytes)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000).partialValue &+ Int64(time.tv_nsec)
  }

  /// As bytes, to be compared with those of another time.
  package var bytes: [UInt8] {
    [number, UInt64(bitPattern: Int64(size)), UInt64(bitPattern: written), UInt64(bitPattern: changed), sample].flatMap { word in
      Swift.withUnsafeBytes(of: word.littleEndian) { Array($0) }
    }
  }

  /// The time within which a second change may bear the same time as the first, in nanoseconds; that of the coarsest file systems.
  private static let tick: Int64 = 2_000_000_000

  /// Whether the file had been left alone for long enough when it was looked at, so that a change since then bears another time.
  ///
  /// - Parameter now: the time of looking, in microseconds since 1970-01-01.
  package func isSettled(at now: Int64) -> Bool { written <= now.multipliedReportingOverflow(by: 1_000).partialValue &- Self.tick }

  private static let edge = 16 << 10
  private static let block = 4 << 10
  private static let blocks = 30

  /// A digest of the beginning, the end and blocks at even distances between.
  private static func sample(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard bytes.count > 2 * edge + blocks * block else { return Digest.of(bytes) }
    var ranges = [0..<edge, bytes.count - edge..<bytes.count]
    let stride = (bytes.count - 2 * edge - block) / blocks
    for index in 0..<blocks { ranges.append(edge + index * stride..<edge + index * stride + block) }
    let digests = ranges.map { Digest.of(UnsafeRawBufferPointer(rebasing: bytes[$0])) }
    return digests.withUnsafeBytes { Digest.of($0) }
  }
}

extension FileBytes {
  /// By what the file is known again; nil for what is not mapped, and where the system does not say.
  package var seal: FileSeal? {
    guard case .mapped(let mapping) = storage, let status = mapping.status, missingFrom == nil else { return nil }
    return FileSeal(status, mapping.bytes)
  }
}
