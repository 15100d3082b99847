import EDTF
import Terminal
import TimelineBrowser
import TimelineModel
import TimelineStore

/// A reader in front of the program: presses keys, and sees what is on the screen.
///
///     var session = Session()
///     session.press("/")
///     session.type("sotk")
///     session.press("Enter")
///     session.selectedID          // "sotk-artillery"
struct Session {
  var state: BrowserState
  /// What the program asked of the world, in order.
  private(set) var effects: [Effect] = []
  /// How many keys and other things it has heard of.
  private(set) var messages = 0
  /// How often it was let go on with what it works out between keys.
  var goneOn = 0

  init(
    _ columns: Int = 120, _ rows: Int = 40, store: EventStore = Sample.store, settings: Settings = Settings(today: date("2023-05-20").earliest),
    problems: [Problem] = []
  ) {
    state = BrowserState(store: store, size: Size(columns: columns, rows: rows), settings: settings, problems: problems)
  }

  // MARK: - What the reader does

  /// Presses keys as help writes them: `j`, `Enter`, `^D`; a sequence such as `] a` in one piece.
  mutating func press(_ names: String...) {
    for name in names {
      for key in Keymap.keys(named: name) ?? [] { send(.key(key)) }
    }
  }

  /// Types a text, letter by letter.
  mutating func type(_ text: String) { for scalar in text.unicodeScalars { send(.key(.character(scalar))) } }

  /// The same where all of it comes before anything is drawn.
  mutating func typeAtOnce(_ text: String) {
    for (index, scalar) in text.unicodeScalars.enumerated() {
      state.isTypedOn = index + 1 < text.unicodeScalars.count
      send(.key(.character(scalar)))
    }
  }
  mutating func paste(_ text: String) { send(.key(.paste(text))) }
  mutating func perform(_ commands: Command...) { for command in commands { send(.command(command)) } }
  mutating func resize(_ columns: Int, _ rows: Int) { send(.resized(Size(columns: columns, rows: rows))) }
  mutating func click(_ x: Int, _ y: Int) { send(.key(.mouse(MouseEvent(.press(.left), at: Point(x: x, y: y))))) }
  mutating func wheel(_ action: MouseEvent.Action, _ x: Int, _ y: Int) { send(.key(.mouse(MouseEvent(action, at: Point(x: x, y: y))))) }
  mutating func send(_ message: Message) {
    messages += 1
    effects += state.update(message)
  }

  /// Clicks on the first cell of a text on the screen; false when it is not there.
  @discardableResult
  mutating func click(on text: String) -> Bool {
    for (y, line) in screen.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let range = line.ranges(of: text).first else { continue }
      click(CellText(line[..<range.lowerBound]).width, y)
      return true
    }
    return false
  }

  // MARK: - What the reader sees

  var canvas: Canvas {
    var canvas = Canvas(size: state.size, ascii: state.settings.ascii)
    state.draw(on: &canvas)
    return canvas
  }

  /// The screen as text, rows joined by newlines.
  var screen: String { canvas.text }
  var roles: String { canvas.roles() }
  var rows: [String] { screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  var footer: String { rows.last ?? "" }
  func shows(_ text: String) -> Bool { screen.contains(text) }

  // MARK: - Where the reader stands

  var selectedID: String? { state.selected.map { state.store.summary(at: $0).id } }
  /// The event of the page that is open, or the one under the cursor.
  var currentID: String? { state.currentRow.map { state.store.summary(at: $0).id } }
  var notice: String { state.notice?.text ?? "" }
  var filter: String { state.filter.text }
  var place: Keymap.Place { state.place }
  var count: Int { state.shown.count }
  /// The ids of all events that are shown, in the order of the list.
  var ids: [String] { (0..<count).compactMap { state.shown.row(at: $0) }.map { state.store.summary(at: $0).id } }
}
