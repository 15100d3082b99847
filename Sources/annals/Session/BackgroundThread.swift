#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Starts work on a thread of its own, with a stack that does not depend on the caller's limits and with every signal left to the main thread.
enum BackgroundThread {
  private static let stackBytes = 8 << 20

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// False when the system has no thread to give.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, stackBytes)
    pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
    defer { pthread_attr_destroy(&attributes) }
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    // But for those that a fault in the thread itself raises, such as a mapped file cut short: blocked, they would end the program.
    for fault in [SIGBUS, SIGSEGV, SIGFPE, SIGILL] { sigdelset(&all, fault) }
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let work = Unmanaged.passRetained(Work(body))
    #if canImport(Darwin)
    var thread: pthread_t?
    let status = pthread_create(
      &thread, &attributes,
      { context in
        Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    #else
    var thread = pthread_t()
    let status = pthread_create(
      &thread, &attributes,
      { context in
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    #endif
    guard status == 0 else {
      work.release()
      return false
    }
    return true
  }

  /// How far a thread stands back. The program has not ended before all its threads have, and one that stands far back comes to its end late: on a busy machine
  /// 15 held up the end of the program for seconds.
  private static let distance: CInt = 5

  /// Lets every other thread go first from now on, as for what nobody waits for. Where threads have no rank of their own nothing happens.
  static func standBack() {
    #if canImport(Darwin)
    _ = pthread_set_qos_class_self_np(QOS_CLASS_BACKGROUND, 0)
    #elseif os(Linux)
    // There a thread is a process to the scheduler.
    #if canImport(Glibc)
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, distance)
    #else
    _ = setpriority(PRIO_PROCESS, 0, distance)
    #endif
    #endif
  }
}
