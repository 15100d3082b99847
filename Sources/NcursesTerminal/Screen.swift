internal import CNcurses
package import Terminal

/// The terminal, taken over: the only place in the program that draws on one or waits for it.
///
/// Opened once a process, used from one thread. Whatever ends it — ``close()``, a signal, a crash — gives the terminal back as it was found.
///
/// ```swift
/// let screen = try Screen(mouse: true)
/// defer { screen.close() }
/// var canvas = Canvas(size: screen.size, ascii: screen.isASCII)
/// canvas.write("Sotk", at: .zero, style: .normal)
/// screen.show(canvas, theme: theme)
/// for event in screen.wait() { … }
/// ```
package final class Screen {
  /// Whether the locale shows ASCII alone.
  package let isASCII: Bool
  /// What colours the terminal has; none where NO_COLOR is set.
  package let palette: Palette
  /// Cells across and down, at least 1 × 1.
  package internal(set) var size: Size

  var decoder: KeyDecoder
  /// When something was read last, in milliseconds of a clock that only goes forward.
  var lastInput: Int64 = 0
  var shown: Canvas?
  var looks: LookTable
  private var isOpen = true

  /// Takes the terminal over: alternate screen, raw keys, signals as events, standard error parked until the end.
  ///
  /// - Parameter mouse: Whether the mouse is ours; otherwise it selects text as the terminal does.
  /// - Throws: Why that cannot be; nothing is changed then.
  package init(mouse: Bool = true) throws(Unusable) {
    isASCII = !cn_locale_is_utf8()
    if let obstacle = Screen.obstacle() { throw obstacle }
    if let obstacle = Unusable(cn_open()) { throw obstacle }
    cn_use_mouse(mouse)
    palette = Palette(colours: Int(cn_colours()))
    looks = LookTable(palette: palette, pairLimit: Int(cn_pair_limit()))
    decoder = KeyDecoder(table: Screen.sequencesOfTerminal())
    size = Screen.currentSize()
  }

  deinit { close() }

  /// Gives the terminal back for good, and writes what was parked of standard error. Does nothing the second time.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    cn_close()
  }

  /// Leaves the screen, does something with the terminal as it was, comes back: an editor, a pager.
  package func runOutside<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    cn_leave()
    defer {
      cn_resume()
      comeBack()
    }
    return try body()
  }

  /// Stops the program and all of its pipeline, as Control-Z in a shell; returns when it goes on.
  package func suspend() {
    cn_stop(true)
    comeBack()
  }

  /// Makes the next ``show(_:theme:)`` send every cell, whatever the terminal shows now.
  package func redraw() {
    cn_repaint()
    shown = nil
  }

  /// Ends the process by a signal, so that whoever started it sees by which. Call it after ``close()``.
  package static func die(by signal: TerminalEvent.Signal) {
    switch signal {
    case .terminate: cn_die_by(Signals.terminate)
    case .hangup: cn_die_by(Signals.hangup)
    case .interrupt: cn_die_by(Signals.interrupt)
    case .quit: cn_die_by(Signals.quit)
    case .continued: break
    }
  }

  /// After the terminal was others' for a while: nothing of the picture is left, and the size may be another.
  func comeBack() {
    redraw()
    adoptSize()
  }

  /// Tells ncurses the size of the terminal. True when it changed.
  @discardableResult
  func adoptSize() -> Bool {
    let now = Screen.currentSize()
    guard now != size else { return false }
    size = now
    cn_resize(Int32(clamping: now.columns), Int32(clamping: now.rows))
    shown = nil
    return true
  }

  /// The size of the terminal, also before a screen is opened on it.
  package static func currentSize() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    cn_size(Int32(clamping: Size.largestSide), &columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }
}

extension Palette {
  /// The palette of a terminal with so many colours.
  init(colours: Int) {
    switch colours {
    case (1 << 24)...: self = .direct
    case 256...: self = .full
    case 16...: self = .sixteen
    case 8...: self = .eight
    default: self = .mono
    }
  }
}
