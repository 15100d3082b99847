import NcursesTerminal
import TimelineBrowser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where background work leaves its news: any thread posts, the loop takes. The only lock in the program.
final class Mailbox: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private var messages: [Message] = []
  private let waker = Waker()

  init() {
    lock = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  func post(_ message: Message) {
    pthread_mutex_lock(lock)
    messages.append(message)
    pthread_mutex_unlock(lock)
    waker.wake()
  }

  func take() -> [Message] {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    let taken = messages
    messages = []
    return taken
  }
}
