import Bytes
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
  /// Where the command line asked to begin, as far as it is not reached yet.
  private var beginning: Beginning
  private var canvas: Canvas
  /// Whether anything has happened since the picture was drawn that may be seen.
  private var isPictureOld = true
  private var drawnIn: (name: String, theme: Theme)?
  /// What was copied, printed once the terminal is given back: not every terminal lets a program reach the clipboard.
  private(set) var copied: [String] = []
  /// Notes that could not be saved by the end, printed for the same reason.
  private(set) var lost: [String] = []
  private var keeping: Keeping

  /// How a session ends.
  enum Ending {
    case left
    /// The signal that ended it, to die by once the terminal is given back.
    case signal(TerminalEvent.Signal)
    /// There was nothing to show after all.
    case failure(Failure)
  }

  init(screen: Screen, state: BrowserState, beginning: Beginning, mailbox: Mailbox, jobs: Jobs, keeping: Keeping, configuration: Configuration) {
    self.screen = screen
    self.state = state
    self.beginning = beginning
    self.mailbox = mailbox
    self.jobs = jobs
    self.keeping = keeping
    self.configuration = configuration
    canvas = Canvas(size: screen.size, ascii: screen.isASCII)
  }

  /// Runs until the reader leaves or the terminal goes away, and keeps what is to be kept.
  func run() -> Ending {
    let ending = loop()
    if case .failure = ending { return ending }
    leave()
    return ending
  }

  private func leave() {
    let hasNotes = !state.unsaved.entries.isEmpty || state.noteEditor != nil
    state.now = Clock.now
    for effect in state.leave() { _ = perform(effect) }
    lost = keeping.finish(hasNotes: hasNotes)
  }

  private func loop() -> Ending {
    // Whatever came before the screen was there woke nobody.
    if let ending = hear(mailbox.take()) { return ending }
    show()
    keeping.begin(state)
    while true {
      if !screen.hasInput { state.anticipate() }
      var messages: [Message] = []
      for event in screen.wait() {
        switch event {
        case .keys(let keys): messages += keys.map(Message.key)
        case .resized(let size): messages.append(.resized(size))
        case .wake: break
        case .signal(.continued): messages.append(.resized(screen.size))
        case .signal(let signal): return .signal(signal)
        case .closed: return .signal(.hangup)
        }
      }
      for (index, message) in messages.enumerated() {
        state.isTypedOn = index + 1 < messages.count && messages[index + 1].isCharacter
        if let ending = take(message) { return ending }
      }
      if let ending = hear(mailbox.take()) { return ending }
      show()
    }
  }

  /// Takes in what the jobs have to tell.
  private func hear(_ news: [Mailbox.News]) -> Ending? {
    for item in news {
      switch item {
      case .failure(let failure): return .failure(failure)
      case .message(let message):
        if let ending = take(message.adding(configuration.problems)) { return ending }
        if case .loaded = message {
          begin()
          keeping.begin(state)
        }
      }
    }
    return nil
  }

  private func take(_ message: Message) -> Ending? {
    state.now = Clock.now
    let work = state.work
    for effect in state.update(message) where !perform(effect) { return .left }
    if case .goOn = message, work != nil, state.work == work { return nil }
    isPictureOld = true
    return nil
  }

  /// Goes where the command line asked to begin, now that more is known; says why not when all is.
  private func begin() {
    guard let obstacle = beginning.apply(to: &state), state.progress == nil else { return }
    beginning = Beginning()
    _ = state.update(.said(Notice(obstacle.words, .error)))
  }

  /// The theme of a name, parsed once; what is wrong with a theme's file is said when the reader turns to it.
  private func theme(_ name: String) -> Theme {
    if let drawnIn, drawnIn.name == name { return drawnIn.theme }
    let (theme, problems) = configuration.theme(name)
    drawnIn = (name, theme)
    if let first = problems.first {
      _ = state.update(.said(Notice(first.description, .warning)))
      isPictureOld = true
    }
    return theme
  }

  private func show() {
    guard isPictureOld || state.size != screen.size else { return }
    isPictureOld = false
    if canvas.size != screen.size {
      canvas = Canvas(size: screen.size, ascii: screen.isASCII)
    }
    if state.size != screen.size { _ = state.update(.resized(screen.size)) }
    state.draw(on: &canvas)
    screen.show(canvas, theme: theme(state.settings.preferences.theme))
    mailbox.sayShown()
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
      _ = state.update(.said(Notice("\(state.tookWords) the citation, as \(form.title)")))
    case .openURL(let url):
      _ = state.update(.said(Notice("Opening \(url)")))
      jobs.openInWebBrowser(url)
    case .edit(let location): edit(location)
    case .reload: jobs.reload()
    case .cancelWork: jobs.cancel()
    case .goOn: mailbox.post(.goOn)
    case .save(let preferences):
      do { try Configuration.remember(preferences) } catch { _ = state.update(.said(Notice(error.words, .warning))) }
    case .write(let entry): keeping.keep(entry)
    }
    return true
  }

  private func copy(_ text: String) {
    if state.settings.usesClipboard { _ = screen.copy(text) }
    copied.append(text)
  }

  private func edit(_ location: SourceLocation) {
    guard let command = jobs.editorCommand(for: location) else {
      _ = state.update(.said(Notice("This timeline is part of the program; there is no file to edit")))
      return
    }
    let status = screen.runOutside { ChildProgram.run(command, quietly: false) }
    if status == nil {
      _ = state.update(.said(Notice("\(command[0]) could not be started; VISUAL or EDITOR names another editor", .error)))
    } else {
      jobs.reload()
    }
  }
}
