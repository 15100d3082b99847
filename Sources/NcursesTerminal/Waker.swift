internal import CNcurses

/// Ends a wait from any thread: a job posts its news to the mailbox, then wakes.
///
/// - Complexity: One write of one byte; none when a wake-up is under way already.
package struct Waker: Sendable {
  package init() {}

  package func wake() { cn_wake() }
}
