import NcursesTerminal
import TimelineBrowser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where background work leaves its news: any thread posts, the loop takes.
final class Mailbox: @unchecked Sendable {
  /// What background work has to tell.
  enum News: Sendable {
    case message(Message)
    /// Nothing could be opened: there is nothing to show, and the program ends with these words.
    case failure(Failure)
  }

  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let arrival: UnsafeMutablePointer<pthread_cond_t>
  private var news: [News] = []
  /// The number of the reading whose news are wanted; those of one that was overtaken are thrown away.
  private var reading = 0
  private let waker = Waker()
  /// Where the last store that was posted has come to.
  private var store = Arrival.shown

  private enum Arrival { case posted, taken, shown }

  init() {
    lock = .allocate(capacity: 1)
    arrival = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(arrival, nil)
  }

  deinit {
    pthread_cond_destroy(arrival)
    pthread_mutex_destroy(lock)
    arrival.deallocate()
    lock.deallocate()
  }

  func post(_ message: Message) { post(.message(message), ofReading: nil) }

  /// Posts what a reading found, unless another one has been begun since.
  ///
  /// - Returns: false when nobody waits for that reading any more.
  @discardableResult
  func post(_ item: News, ofReading number: Int?) -> Bool {
    pthread_mutex_lock(lock)
    let isWanted = number.map { $0 == reading } ?? true
    if isWanted {
      // Only the last word on how far it has come counts.
      if case .message(.loading) = item, case .message(.loading)? = news.last { news.removeLast() }
      news.append(item)
      if case .message(.loaded) = item { store = .posted }
      pthread_cond_signal(arrival)
    }
    pthread_mutex_unlock(lock)
    if isWanted { waker.wake() }
    return isWanted
  }

  /// The number under which a reading that begins now posts; whatever an earlier one still has to say is not wanted any more.
  func beginReading() -> Int {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    reading += 1
    return reading
  }

  func take() -> [News] {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return takeLocked()
  }

  /// Waits for the first news, at most so long.
  func take(waiting milliseconds: Int) -> [News] {
    var until = Self.time(after: milliseconds)
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while news.isEmpty, pthread_cond_timedwait(arrival, lock, &until) == 0 {}
    return takeLocked()
  }

  /// Says that what was taken is on the screen.
  func sayShown() {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    guard store == .taken else { return }
    store = .shown
    pthread_cond_broadcast(arrival)
  }

  /// Waits until the last store that was posted is on the screen, at most so long.
  func waitUntilShown(milliseconds: Int) {
    var until = Self.time(after: milliseconds)
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while store != .shown, pthread_cond_timedwait(arrival, lock, &until) == 0 {}
  }

  private static func time(after milliseconds: Int) -> timespec {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    time.tv_nsec += milliseconds * 1_000_000
    time.tv_sec += time.tv_nsec / 1_000_000_000
    time.tv_nsec %= 1_000_000_000
    return time
  }

  private func takeLocked() -> [News] {
    let taken = news
    news = []
    if store == .posted { store = .taken }
    return taken
  }
}
