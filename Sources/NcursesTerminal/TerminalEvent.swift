package import Terminal

/// What can happen while the program waits.
package enum TerminalEvent: Hashable, Sendable {
  /// Keys, mouse events and pastes, in order.
  case keys([Key])
  /// The terminal has another size now; several changes in a row are one event.
  case resized(Size)
  case signal(Signal)
  /// A ``Waker`` was used: look into the mailbox.
  case wake
  /// The terminal is gone. Save and leave; nothing more will come.
  case closed

  package enum Signal: Hashable, Sendable {
    /// SIGTERM: leave at once, keeping what the reader made.
    case terminate
    /// SIGHUP: the same; the terminal may be gone.
    case hangup
    /// SIGINT from outside; the keys themselves arrive as keys.
    case interrupt
    /// SIGQUIT from outside.
    case quit
    /// The program was stopped and goes on. The terminal is set up again; the next frame is sent whole.
    case continued
  }
}
