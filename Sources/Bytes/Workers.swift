#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Work over many rows, cut into parts that all processors do at the same time, and waited for.
///
///     let sums = Workers.map(Workers.parts(of: words.count, atLeast: 4_096)) { range in … }
///
/// To hand a part over costs some 30 µs, so it should be worth half a millisecond at least.
package enum Workers {
  /// More than these do not pay: what is left of the work is bound by memory.
  private static let most = 8

  package static let processors = min(max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))), most)

  /// Ranges of nearly equal length that cover `0..<count`, none of them shorter than asked for unless it is the only one.
  package static func parts(of count: Int, atLeast least: Int) -> [Range<Int>] {
    guard count > 0 else { return [] }
    let worthwhile = count / max(1, least)
    // Asking the system for its processors takes longer than little work.
    guard worthwhile > 1 else { return [0..<count] }
    let parts = min(processors, worthwhile)
    return (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
  }

  /// What the work gives for each part, in their order. The caller's thread does the first; where the system has no thread to give, all of them.
  package static func map<Part: Sendable, Result: Sendable>(_ parts: [Part], _ work: @escaping @Sendable (Part) -> Result) -> [Result] {
    guard let first = parts.first else { return [] }
    guard parts.count > 1 else { return [work(first)] }
    let errands = parts.dropFirst().map { part in Errand { work(part) } }
    for errand in errands { errand.start() }
    return [work(first)] + errands.map { $0.finish() }
  }

  /// Begins work on another processor, to be waited for when its result is needed.
  ///
  ///     let opening = Workers.begin { open() }
  ///     prepareTheScreen()
  ///     show(opening.finish())
  package static func begin<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Errand<Result> {
    let errand = Errand(work)
    errand.start()
    return errand
  }
}

/// One part of the work, done by another thread.
package final class Errand<Result: Sendable>: Sendable {
  private let work: @Sendable () -> Result
  private let place = Place()
  private let task: Crew.Task

  /// Where the result is put by one thread and taken by another, which has waited for it.
  private final class Place: @unchecked Sendable {
    var result: Result?
  }

  fileprivate init(_ work: @escaping @Sendable () -> Result) {
    self.work = work
    task = Crew.Task { [place] in place.result = work() }
  }

  fileprivate func start() { Crew.shared.begin(task) }

  /// Waits for the result; makes it here where no thread was to be had. To be called by the thread that began it, once.
  package func finish() -> Result { (Crew.shared.wait(for: task) ? place.result : nil) ?? work() }
}
