import CBytes

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The threads that do errands. One that is through with its errand stays for the next: to wake a thread takes the system less time than to begin one, and a
/// new one is often put on the processor of whoever began it, while another stands still.
final class Crew: @unchecked Sendable {
  static let shared = Crew()

  /// Threads that wait for an errand; more than these are not kept.
  private static let mostIdle = Workers.processors

  // The lock is held to look at what is marked so, and never while an errand is done.
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  /// Somewhere an errand is done.
  private let completion: UnsafeMutablePointer<pthread_cond_t>
  /// Under the lock.
  private var idle: [Hand] = []

  /// A piece of work, handed from the thread that wants it to the one that does it.
  final class Task: @unchecked Sendable {
    fileprivate let body: @Sendable () -> Void
    /// Whether a thread has it. Touched by the thread that wants it only.
    fileprivate var isTaken = false
    /// Under the crew's lock.
    fileprivate var isDone = false

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// One thread.
  private final class Hand: @unchecked Sendable {
    /// How far it stands back, as the thread did that began it: it works for such only.
    let rank: CInt
    let call: UnsafeMutablePointer<pthread_cond_t>
    /// Under the crew's lock.
    var task: Task?
    /// Set by the thread itself before it first waits.
    var thread: pthread_t?

    init(_ task: Task, rank: CInt) {
      self.task = task
      self.rank = rank
      call = .allocate(capacity: 1)
      pthread_cond_init(call, nil)
    }

    deinit {
      pthread_cond_destroy(call)
      call.deallocate()
    }
  }

  private init() {
    lock = .allocate(capacity: 1)
    completion = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(completion, nil)
  }

  /// Gives a task to a thread that waits for one, or to a new one. Where the system has none to give, nobody has it.
  func begin(_ task: Task) {
    let rank = Self.rankOfThisThread
    pthread_mutex_lock(lock)
    if let index = idle.lastIndex(where: { $0.rank == rank }) {
      let hand = idle.remove(at: index)
      hand.task = task
      if let thread = hand.thread { cbytes_keep_apart(thread) }
      pthread_cond_signal(hand.call)
      pthread_mutex_unlock(lock)
      task.isTaken = true
    } else {
      pthread_mutex_unlock(lock)
      task.isTaken = beginThread(Hand(task, rank: rank))
    }
  }

  /// Waits until a task is done; false when nobody has it.
  func wait(for task: Task) -> Bool {
    guard task.isTaken else { return false }
    pthread_mutex_lock(lock)
    while !task.isDone { pthread_cond_wait(completion, lock) }
    pthread_mutex_unlock(lock)
    return true
  }

  /// What a thread does from its beginning to its end.
  private func work(as hand: Hand) {
    hand.thread = pthread_self()
    repeat { hand.task?.body() } while awaitsNext(hand)
  }

  /// Lets go of what is done, so that nothing of it lies about while the thread waits for more; false when there are others enough to wait.
  private func awaitsNext(_ hand: Hand) -> Bool {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    hand.task?.isDone = true
    hand.task = nil
    pthread_cond_broadcast(completion)
    guard idle.count < Self.mostIdle else { return false }
    idle.append(hand)
    while hand.task == nil { pthread_cond_wait(hand.call, lock) }
    return true
  }

  /// Signals stay with the thread that is there for them, but for those that a fault in this thread raises, such as a mapped file cut short.
  private func beginThread(_ hand: Hand) -> Bool {
    var mask = sigset_t()
    var before = sigset_t()
    sigfillset(&mask)
    for fault in [SIGBUS, SIGSEGV, SIGFPE, SIGILL] { sigdelset(&mask, fault) }
    pthread_sigmask(SIG_SETMASK, &mask, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let context = Unmanaged.passRetained(hand)
    #if canImport(Darwin)
    var thread: pthread_t?
    let status = pthread_create(
      &thread, nil,
      { context in
        Crew.shared.work(as: Unmanaged<Hand>.fromOpaque(context).takeRetainedValue())
        return nil
      }, context.toOpaque())
    if let thread {
      cbytes_keep_apart(thread)
      pthread_detach(thread)
    }
    #else
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { context in
        if let context { Crew.shared.work(as: Unmanaged<Hand>.fromOpaque(context).takeRetainedValue()) }
        return nil
      }, context.toOpaque())
    if status == 0 {
      cbytes_keep_apart(thread)
      pthread_detach(thread)
    }
    #endif
    if status != 0 { context.release() }
    return status == 0
  }

  /// How far the thread that asks stands back.
  private static var rankOfThisThread: CInt {
    #if canImport(Darwin)
    CInt(bitPattern: qos_class_self().rawValue)
    #elseif canImport(Glibc)
    getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0)
    #else
    getpriority(PRIO_PROCESS, 0)
    #endif
  }
}
