/// What a reader wrote and what has not been saved yet: it is tried again until it is, at growing distances, and a reason is said once.
package struct SavingQueue: Sendable {
  /// What has not been saved, in the order in which it was written.
  package private(set) var waiting: [JournalEntry] = []
  /// Why it could not be, the last time it was tried; nil when it was not tried or nothing waits.
  package private(set) var reason: String?
  private var failures = 0

  package init() {}

  package mutating func add(_ entry: JournalEntry) { waiting.append(entry) }

  /// Notes that the first so many are on the disk.
  package mutating func saved(_ count: Int) {
    waiting.removeFirst(min(count, waiting.count))
    failures = 0
    reason = nil
  }

  /// Notes that they could not be saved.
  ///
  /// - Returns: whether that is news to the reader.
  package mutating func failed(_ reason: String) -> Bool {
    defer { self.reason = reason }
    failures += 1
    return self.reason != reason
  }

  /// How many seconds to wait before the next try: 1, 2, 4 … 60.
  package var patience: Int { failures > 6 ? 60 : 1 << max(0, failures - 1) }
}
