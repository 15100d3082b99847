import ArgumentParser
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
  @Option(help: "The theme to draw in: dark, light, high-contrast, mono, or one of your own.")
  var theme: String?

  func work() throws(Failure) {
    try Self.browse(Request(files: input.files, filter: filter.filter, date: date, event: event, mouse: mouse, theme: theme))
  }

  /// What the browser is asked to open, and where.
  struct Request {
    var files: [String] = []
    var filter: String?
    var date: String?
    var event: String?
    var mouse: Bool?
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
    let opening = try Opening.read(request.files)
    let store = opening.store
    let settings = Settings(
      ascii: !Screen.localeIsUTF8(), keymap: configuration.keymap, preferences: configuration.preferences, themes: configuration.themeNames,
      today: Today.day, arguments: request.files)
    var state = BrowserState(store: store, size: Size(columns: 80, rows: 24), settings: settings, problems: opening.problems + configuration.problems)
    try prepare(&state, request, store)
    let screen: Screen
    do { screen = try Screen(mouse: request.mouse ?? configuration.usesMouse) } catch { return try printList(request, because: error.reason) }
    _ = state.update(.resized(screen.size))
    let mailbox = Mailbox()
    let session = Session(
      screen: screen, state: state, mailbox: mailbox, jobs: Jobs(paths: request.files, mailbox: mailbox), configuration: configuration)
    let signal = session.run()
    screen.close()
    if let signal { Screen.die(by: signal) }
    var output = Output()
    for text in session.copied { try output.line(text) }
    try output.flush()
  }

  /// Puts the state where the arguments say.
  private static func prepare(_ state: inout BrowserState, _ request: Request, _ store: EventStore) throws(Failure) {
    if let text = request.filter {
      switch store.parse(text, today: Today.day) {
      case .success(let filter): state.begin(with: filter)
      case .failure(let error): throw FilterOption.failure(error, in: text)
      }
    }
    if let date = request.date, let words = state.begin(atDate: date) { throw Failure("--at: \(words)", .usage) }
    if let event = request.event, !state.begin(atEvent: event) { throw Failure("--event: there is no event with the id \(event)", .usage) }
  }

  /// Without a terminal, or with one that cannot be drawn on: the list, and a word about it.
  private static func printList(_ request: Request, because reason: String) throws(Failure) {
    Output.complain("annals: \(reason) This is the list; annals list has more to choose from.")
    let opened = try OpenedStore(request.files)
    try ListCommand.printTable(of: opened.store, try FilterOption.selection(request.filter, in: opened.store), limit: nil)
  }

  static func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
