import Bytes
import Notebook
import TimelineBrowser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Keeps what the reader writes, on a thread of its own: reads the journal, adds to it, and tries again what could not be saved. No key waits for the disk.
final class NoteKeeper: @unchecked Sendable {
  private let journal: Journal
  private let post: @Sendable (Message) -> Void
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let change: UnsafeMutablePointer<pthread_cond_t>
  // Under the lock:
  private var queue = SavingQueue()
  private var isLeaving = false
  private var isDone = false
  /// The margin as it should stand in the journal; of the thread alone.
  private var known = Marginalia()

  init(_ journal: Journal, post: @escaping @Sendable (Message) -> Void) {
    self.journal = journal
    self.post = post
    lock = .allocate(capacity: 1)
    change = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(change, nil)
    isDone = !BackgroundThread.start { self.run() }
  }

  deinit {
    pthread_cond_destroy(change)
    pthread_mutex_destroy(lock)
    change.deallocate()
    lock.deallocate()
  }

  // MARK: - From the loop

  /// Saves an entry soon, and posts when it is on the disk or why it is not.
  func keep(_ entry: JournalEntry) {
    let hasThread = locked { () -> Bool in
      queue.add(entry)
      return !isDone
    }
    if !hasThread { post(.unsaved("the system has no thread to save on")) }
  }

  /// Tries once more to save what waits, and stops.
  ///
  /// - Parameter milliseconds: how long a disk that does not answer is waited for.
  /// - Returns: what could not be saved.
  func finish(within milliseconds: Int) -> [JournalEntry] {
    var until = Self.time(in: milliseconds)
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    isLeaving = true
    pthread_cond_broadcast(change)
    while !isDone, !queue.waiting.isEmpty, pthread_cond_timedwait(change, lock, &until) == 0 {}
    return queue.waiting
  }

  private func locked<Outcome>(_ body: () -> Outcome) -> Outcome {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    let outcome = body()
    pthread_cond_broadcast(change)
    return outcome
  }

  private static func time(in milliseconds: Int) -> timespec {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let nanoseconds = time.tv_nsec + milliseconds % 1_000 * 1_000_000
    time.tv_sec += milliseconds / 1_000 + nanoseconds / 1_000_000_000
    time.tv_nsec = nanoseconds % 1_000_000_000
    return time
  }

  // MARK: - On the thread

  private func run() {
    load(isFirst: true)
    while let entries = next() {
      do {
        try journal.append(entries)
        for entry in entries { known.take(entry) }
        locked { queue.saved(entries.count) }
        post(.saved(entries.map(\.stamp)))
        load(isFirst: false)
      } catch {
        let isNews = locked { queue.failed(error.description) }
        if isNews { post(.unsaved(error.description)) }
        guard waitToTryAgain() else { break }
      }
    }
    locked { isDone = true }
  }

  /// Reads the journal; after each time something was added to it, too, since another program may have written meanwhile.
  private func load(isFirst: Bool) {
    do {
      let loaded = try journal.load()
      guard isFirst || loaded.margin != known || !loaded.problems.isEmpty else { return }
      known = loaded.margin
      post(.margin(loaded.margin, loaded.problems))
    } catch {
      if isFirst { post(.said(Notice("Your notes could not be read: \(error.description)", .warning))) }
    }
  }

  /// Waits for something to save; nil when the reader leaves and nothing is left to save.
  private func next() -> [JournalEntry]? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while queue.waiting.isEmpty, !isLeaving { pthread_cond_wait(change, lock) }
    return queue.waiting.isEmpty ? nil : queue.waiting
  }

  /// Waits until it is time for the next try; false when the reader has left and the last one failed.
  private func waitToTryAgain() -> Bool {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    if isLeaving { return false }
    let waiting = queue.waiting.count
    var until = Self.time(in: queue.patience * 1_000)
    while !isLeaving, queue.waiting.count == waiting, pthread_cond_timedwait(change, lock, &until) == 0 {}
    return true
  }
}
