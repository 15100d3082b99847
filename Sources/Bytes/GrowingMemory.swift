import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// Memory that grows at its end and never moves, so that what was read of a pipe can be looked at while the rest is still coming.
///
/// ```
/// base                 count            committed                                capacity
/// |  bytes that came   |  room to read  |  addresses that are ours, no memory yet       |
/// ```
/// Only addresses are reserved at first; memory is asked for as bytes come. One thread fills it, any thread may look at the first ``count`` bytes.
final class GrowingMemory: Sendable {
  /// The most bytes that fit.
  let capacity: Int
  // Sendable by hand: written behind `count` by one thread, read before it by all.
  nonisolated(unsafe) private let base: UnsafeMutableRawPointer
  private let filled = Atomic<Int>(0)
  private let ended = Atomic<Bool>(false)
  // Used by the thread that fills alone.
  nonisolated(unsafe) private var committed = 0

  /// How much is asked of the system at a time.
  private static let step = 4 << 20
  /// How much is read at once at most; pipes give less.
  private static let mostAtOnce = 1 << 20

  /// Nil when the system has no addresses to give.
  init?() {
    var size = Self.addresses
    while size >= Self.step {
      if let area = mmap(nil, size, PROT_NONE, MAP_PRIVATE | Self.anonymous, -1, 0), area != MAP_FAILED {
        base = area
        capacity = size
        return
      }
      size /= 2
    }
    return nil
  }

  deinit { munmap(base, capacity) }

  /// How many addresses to ask for first: a terabyte, or half of what `ulimit -v` allows, for the rest of the program needs some too.
  private static var addresses: Int {
    var limit = rlimit()
    #if canImport(Glibc)
    let status = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #else
    let status = getrlimit(RLIMIT_AS, &limit)
    #endif
    let most = 1 << 40
    guard status == 0, let allowed = Int(exactly: limit.rlim_cur), allowed < most else { return most }
    // A whole number of pages of any size there is.
    return allowed / 2 / 65_536 * 65_536
  }

  private static var anonymous: Int32 {
    #if canImport(Darwin)
    MAP_ANON
    #else
    MAP_ANONYMOUS
    #endif
  }

  /// The bytes that have come.
  var count: Int { filled.load(ordering: .acquiring) }

  /// Whether nothing more will come.
  var isComplete: Bool { ended.load(ordering: .acquiring) }

  /// Says that nothing more will come.
  func finish() { ended.store(true, ordering: .releasing) }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// What one attempt to read came to.
  enum Outcome {
    case read(Int)
    case failed(Int32)
    /// There is no memory for more.
    case full
  }

  /// Reads from a descriptor as much as it gives at once; nothing is the end.
  func fill(from descriptor: Int32, _ system: ReadingOperations) -> Outcome {
    let count = filled.load(ordering: .relaxed)
    if committed - count < Self.mostAtOnce { commit(count + Self.mostAtOnce) }
    guard committed > count else { return .full }
    let room = UnsafeMutableRawBufferPointer(start: base + count, count: min(committed - count, Self.mostAtOnce))
    let got: Int
    do throws(SystemError) { got = try system.read(descriptor, room) } catch { return .failed(error.code) }
    filled.store(count + got, ordering: .releasing)
    return .read(got)
  }

  /// Asks for memory up to some byte, and for half as much again, so that a gigabyte costs few calls. What cannot be had is noticed by what is missing.
  private func commit(_ needed: Int) {
    let wanted = max(needed, committed + committed / 2 + Self.step) / Self.step * Self.step
    for end in [min(capacity, wanted), min(capacity, committed + Self.step)] where end > committed {
      guard mprotect(base + committed, end - committed, PROT_READ | PROT_WRITE) == 0 else { continue }
      committed = end
      return
    }
  }
}
