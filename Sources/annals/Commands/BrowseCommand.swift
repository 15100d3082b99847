import ArgumentParser
import Bytes
import NcursesTerminal
import Terminal
import TimelineBrowser
import TimelineModel
import TimelineStore

/// `annals [FILE…]`: the browser, or the list where there is no terminal to draw on.
struct BrowseCommand: Work {
  static let configuration = CommandConfiguration(commandName: "browse", abstract: "Browse a timeline (what annals does without a command).")

  @OptionGroup var input: InputArguments
  @OptionGroup var filter: FilterOption
  @Option(name: .customLong("at"), parsing: .unconditional, help: "Begin at a date, as in 1994-05 or today.")
  var date: String?
  @Option(help: "Begin at the event with this id, its page open.")
  var event: String?
  @Flag(inversion: .prefixedNo, help: "Whether the mouse is used.")
  var mouse: Bool?
  @Flag(inversion: .prefixedNo, help: "Whether what was read of a large file is kept, so that it opens at once the next time.")
  var cache: Bool?
  @Option(help: "The theme to draw in: dark, light, high-contrast, mono, or one of your own.")
  var theme: String?

  func work() throws(Failure) {
    try Self.browse(
      Request(
        files: input.files, columns: input.map.request, filter: filter.filter, date: date, event: event, mouse: mouse, cache: cache, theme: theme))
  }

  /// What the browser is asked to open, and where.
  struct Request {
    var files: [String] = []
    var columns = ColumnRequest.remembered
    var filter: String?
    var date: String?
    var event: String?
    var mouse: Bool?
    var cache: Bool?
    var theme: String?
  }

  static func browse(_ request: Request) throws(Failure) {
    if let obstacle = Screen.obstacle() { return try printList(request, because: obstacle.reason) }
    var configuration = Configuration.load()
    if let theme = request.theme {
      guard configuration.themeNames.contains(theme) else {
        throw Failure("--theme: there is no theme \(theme); there are \(configuration.themeNames.joined(separator: ", "))", .usage)
      }
      configuration.preferences.theme = theme
    }
    let settings = Settings(
      ascii: !Screen.localeIsUTF8(), keymap: configuration.keymap, preferences: configuration.preferences, themes: configuration.themeNames,
      today: Today.day, usesClipboard: configuration.usesClipboard, arguments: request.files, writer: Clock.writer)
    let mailbox = Mailbox()
    let cache: ColumnCache? = request.cache ?? configuration.usesCache ? .standard : nil
    let jobs = Jobs(paths: request.files, columns: request.columns, mailbox: mailbox, cache: cache)
    var beginning = Beginning(filter: request.filter, date: request.date, event: request.event)
    let begun = try begin(request, &beginning, settings, configuration, jobs, mailbox)
    let screen: Screen
    do { screen = try Screen(mouse: request.mouse ?? configuration.usesMouse) } catch { return try printList(request, because: error.reason) }
    var state = begun()
    if state.size != screen.size { _ = state.update(.resized(screen.size)) }
    let session = Session(
      screen: screen, state: state, beginning: beginning, mailbox: mailbox, jobs: jobs, keeping: Keeping(request.files, mailbox), configuration: configuration)
    let ending = session.run()
    screen.close()
    if !session.lost.isEmpty {
      Output.complain((["annals: this could not be saved:"] + session.lost).joined(separator: "\n"))
    }
    switch ending {
    case .left: break
    case .signal(let signal): Screen.die(by: signal)
    case .failure(let failure): throw failure
    }
    var output = Output()
    for text in session.copied { try output.line(text) }
    try output.flush()
  }

  /// How long the first rows of a file are waited for, in milliseconds, before the screen opens without them. What cannot be opened at all is said within
  /// that time, and no screen opens.
  private static let patience = 100

  /// Opens what is to be seen first, and gives a way to have it when the screen stands. What cannot be is said before one opens.
  private static func begin(
    _ request: Request, _ beginning: inout Beginning, _ settings: Settings, _ configuration: Configuration, _ jobs: Jobs, _ mailbox: Mailbox
  ) throws(Failure) -> () -> BrowserState {
    if request.files.isEmpty, beginning.isAnywhere, let timeline = BundledFiles.timeline {
      // Nothing can go wrong with it, so it opens while the screen does.
      let size = Screen.currentSize()
      let opening = Workers.begin { BrowserState(store: timeline.store, size: size, settings: settings, problems: configuration.problems) }
      return { opening.finish() }
    }
    var state = try open(request, settings, configuration, jobs, mailbox)
    if let obstacle = beginning.apply(to: &state), state.progress == nil { throw obstacle }
    return { state }
  }

  /// What there is to see at once: the bundled timeline, or as much of the files as has been read in a moment while the rest is read behind.
  private static func open(
    _ request: Request, _ settings: Settings, _ configuration: Configuration, _ jobs: Jobs, _ mailbox: Mailbox
  ) throws(Failure) -> BrowserState {
    let files = request.files
    let size = Screen.currentSize()
    guard !files.isEmpty else {
      return BrowserState(store: try Opening.bundled.store, size: size, settings: settings, problems: configuration.problems)
    }
    guard jobs.open() else {
      let opening = try Opening.read(files, columns: request.columns)
      return BrowserState(store: opening.store, size: size, settings: settings, problems: opening.problems + configuration.problems)
    }
    let title = files.map { $0 == "-" ? "standard input" : $0 }.joined(separator: " + ")
    var state = BrowserState(store: EventStore(Timeline(id: "", title: title)), size: size, settings: settings, problems: configuration.problems)
    _ = state.update(.loading(Progress(bytesRead: 0, bytesInAll: nil, events: 0)))
    for item in mailbox.take(waiting: patience) {
      switch item {
      case .message(let message): _ = state.update(message.adding(configuration.problems))
      case .failure(let failure): throw failure
      }
    }
    return state
  }

  /// Without a terminal, or with one that cannot be drawn on: the list, and a word about it.
  private static func printList(_ request: Request, because reason: String) throws(Failure) {
    Output.complain("annals: \(reason) This is the list; annals list has more to choose from.")
    guard !FilteredParts.suit(request.files, request.filter) else {
      return try ListCommand.list(request.files, request.columns, request.filter, by: .date, limit: nil, to: EventListing(nil, nil))
    }
    let opened = try OpenedStore(request.files, columns: request.columns, filter: request.filter)
    try ListCommand.list(opened.store, try FilterOption.selection(request.filter, in: opened.store), limit: nil, to: EventListing(nil, nil))
  }

  static func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
