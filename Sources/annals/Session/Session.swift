import NcursesTerminal
import Terminal
import TimelineBrowser
import TimelineModel

/// The loop: what happens comes in as messages, the state changes, the picture is drawn, and what is to be done outside goes to the jobs.
final class Session {
  private let screen: Screen
  private let mailbox: Mailbox
  private let jobs: Jobs
  private let configuration: Configuration
  private var state: BrowserState
  private var canvas: Canvas
  private var drawnIn: (name: String, theme: Theme)?
  /// What was copied, printed once the terminal is given back: not every terminal lets a program reach the clipboard.
  private(set) var copied: [String] = []

  init(screen: Screen, state: BrowserState, mailbox: Mailbox, jobs: Jobs, configuration: Configuration) {
    self.screen = screen
    self.state = state
    self.mailbox = mailbox
    self.jobs = jobs
    self.configuration = configuration
    canvas = Canvas(size: screen.size, ascii: screen.isASCII)
  }

  /// Runs until the reader leaves or the terminal goes away.
  ///
  /// - Returns: the signal that ended it, to die by once the terminal is given back; nil when the reader left.
  func run() -> TerminalEvent.Signal? {
    show()
    while true {
      var messages: [Message] = []
      for event in screen.wait() {
        switch event {
        case .keys(let keys): messages += keys.map(Message.key)
        case .resized(let size): messages.append(.resized(size))
        case .wake: break
        case .signal(.continued): messages.append(.resized(screen.size))
        case .signal(let signal): return signal
        case .closed: return .hangup
        }
      }
      messages += mailbox.take()
      for message in messages {
        for effect in state.update(message) where !perform(effect) { return nil }
      }
      show()
    }
  }

  /// The theme of a name, parsed once; what is wrong with a theme's file is said when the reader turns to it.
  private func theme(_ name: String) -> Theme {
    if let drawnIn, drawnIn.name == name { return drawnIn.theme }
    let (theme, problems) = configuration.theme(name)
    drawnIn = (name, theme)
    if let first = problems.first { _ = state.update(.said(Notice(first.description, .warning))) }
    return theme
  }

  private func show() {
    if canvas.size != screen.size {
      canvas = Canvas(size: screen.size, ascii: screen.isASCII)
    }
    if state.size != screen.size { _ = state.update(.resized(screen.size)) }
    state.draw(on: &canvas)
    screen.show(canvas, theme: theme(state.settings.preferences.theme))
  }

  /// Does what the state asks for; false when the reader leaves.
  private func perform(_ effect: Effect) -> Bool {
    switch effect {
    case .quit: return false
    case .suspend: screen.suspend()
    case .redraw: screen.redraw()
    case .copy(let text): copy(text)
    case .cite(let event, let form):
      copy(jobs.citation(of: event, in: state.store, as: form))
      _ = state.update(.said(Notice("Copied as \(form.title); it is printed when you leave")))
    case .openURL(let url):
      _ = state.update(.said(Notice("Opening \(url)")))
      jobs.openInWebBrowser(url)
    case .edit(let location): edit(location)
    case .reload: jobs.reload()
    case .cancelWork: jobs.cancel()
    case .save(let preferences):
      do { try Configuration.remember(preferences) } catch { _ = state.update(.said(Notice(error.words, .warning))) }
    }
    return true
  }

  private func copy(_ text: String) {
    _ = screen.copy(text)
    copied.append(text)
  }

  private func edit(_ location: SourceLocation) {
    guard let command = jobs.editorCommand(for: location) else {
      _ = state.update(.said(Notice("This timeline is part of the program; there is no file to edit")))
      return
    }
    let status = screen.runOutside { ChildProcess.run(command, quietly: false) }
    if status == nil {
      _ = state.update(.said(Notice("\(command[0]) could not be started; VISUAL or EDITOR names another editor", .error)))
    } else {
      jobs.reload()
    }
  }
}
