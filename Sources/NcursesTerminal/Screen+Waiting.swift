internal import CNcurses
internal import Terminal

extension Screen {
  /// Milliseconds after which an ESC was the Esc key, and not the beginning of a sequence.
  private static let escapePatience = 25
  /// Milliseconds of silence after which a paste that was not ended has ended.
  private static let pastePatience = 500

  /// Waits until something happens, and says what; several things at once are several events.
  ///
  /// A stop (SIGTSTP) is dealt with here: the terminal is given back, the program stops, and ``TerminalEvent/Signal/continued`` is the event.
  ///
  /// - Parameter milliseconds: How long to wait; nil for ever.
  /// - Returns: What happened; nothing when the time is up.
  package func wait(milliseconds: Int? = nil) -> [TerminalEvent] {
    while true {
      let timeout = [milliseconds, patienceLeft].compactMap { $0 }.min().map { Int32(clamping: max(0, $0)) } ?? -1
      let what = Int(cn_wait(timeout))
      var events = what == 0 ? [] : events(what)
      // Asked also after a wake-up: where work goes on these come so thick that it is never silent.
      if what & CN_INPUT == 0, let left = patienceLeft, left <= 0 {
        let keys = decoder.flush()
        if !keys.isEmpty { events.append(.keys(keys)) }
      }
      if !events.isEmpty || (what == 0 && milliseconds != nil) { return events }
    }
  }

  /// For how many milliseconds more what was typed may be the beginning of something; nil where it is not.
  private var patienceLeft: Int? {
    guard decoder.isPasting || decoder.isWaiting else { return nil }
    return (decoder.isPasting ? Screen.pastePatience : Screen.escapePatience) - Int(cn_milliseconds() - lastInput)
  }

  /// Whether a key is waiting to be read: long work on a frame may stop for it.
  package var hasInput: Bool { cn_has_input() }

  private func events(_ what: Int) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    if what & CN_SIGNAL != 0 { events += signals() }
    if what & CN_WOKEN != 0 { events.append(.wake) }
    if what & CN_INPUT != 0 {
      switch keys() {
      case nil: events.append(.closed)
      case let keys?: if !keys.isEmpty { events.append(.keys(keys)) }
      }
    } else if what & CN_CLOSED != 0 {
      events.append(.closed)
    }
    return events
  }

  /// The keys of what can be read now; nil when the terminal is gone.
  private func keys() -> [Key]? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16_384) { buffer in
      let count = cn_read(buffer.baseAddress, buffer.count)
      guard count > 0 else { return nil }
      lastInput = cn_milliseconds()
      return decoder.decode(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  private func signals() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    var resized = false
    while case let number = cn_next_signal(), number != 0 {
      switch number {
      case Signals.windowChange: resized = true
      case Signals.terminate: events.append(.signal(.terminate))
      case Signals.hangup: events.append(.signal(.hangup))
      case Signals.interrupt: events.append(.signal(.interrupt))
      case Signals.quit: events.append(.signal(.quit))
      case Signals.stop:
        cn_stop(false)
        redraw()
        resized = true
      case Signals.resume:
        cn_resume()
        redraw()
        resized = true
        if events.last != .signal(.continued) { events.append(.signal(.continued)) }
      default: break
      }
    }
    if resized, adoptSize() { events.append(.resized(size)) }
    return events
  }
}
