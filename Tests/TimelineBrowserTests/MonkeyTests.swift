import SeededRandom
import Terminal
import Testing
import TimelineBrowser
import TimelineStore

@Suite("A monkey at the keyboard")
struct MonkeyTests {
  private static let names = Keymap.shipped.flatMap { $0.1.flatMap(\.1) }.filter { $0 != "Q" }
  private static let texts = [
    "sotk", "kind:war", "actor:bel", "-place:gegha", "1994", "today", "+2w", "50%", "killed>5", "(((", "\"open", "sort k", "open siege", "12", "é\u{301}", "調停",
  ]
  private static let sizes = [(120, 40), (80, 24), (100, 20), (40, 12), (20, 5), (19, 4), (1, 1), (0, 0), (61, 9), (230, 70)]

  /// How much each of the six monkeys presses.
  private static let keys = AtLength.cases(usually: 3_000) / 6

  @Test("Whatever is pressed, clicked or resized: nothing traps, the cursor is in the list and drawn once, and there is a way out", arguments: 1...6)
  func monkey(_ seed: Int) {
    var random = SeededGenerator(seed)
    var session = Session(100, 30, problems: DrawingTests.problems)
    var log: [String] = []
    var pictures = Pictures()
    while session.messages < Self.keys {
      let (name, messages) = Self.act(&random)
      log = (log + [name]).suffix(30)
      for message in messages {
        session.send(message)
        if let fault = Self.fault(in: session, &pictures) {
          Issue.record("\(fault) after \(session.messages) keys, seed \(seed): \(log.joined(separator: " "))\n\(session.screen)")
          return
        }
      }
    }
  }

  /// What it does next, by the name that a person would give it.
  private static func act(_ random: inout SeededGenerator) -> (String, [Message]) {
    switch random.below(100) {
    case 0..<70:
      let name = random.pick(names)
      return (name, (Keymap.keys(named: name) ?? []).map { .key($0) })
    case 70..<80:
      let text = random.pick(texts)
      return ("«\(text)»", text.unicodeScalars.map { .key(.character($0)) })
    case 80..<84: return ("Enter", [.key(.enter)])
    case 84..<88: return ("Esc", [.key(.escape)])
    case 88..<96:
      let point = Point(x: random.below(130) - 3, y: random.below(45) - 3)
      let action: MouseEvent.Action = random.pick([.press(.left), .press(.left), .wheelUp, .wheelDown, .press(.right), .move])
      return ("\(action)@\(point.x),\(point.y)", [.key(.mouse(MouseEvent(action, at: point)))])
    case 96..<98:
      let size = random.pick(sizes)
      return ("\(size.0)×\(size.1)", [.resized(Size(columns: size.0, rows: size.1))])
    case 98: return ("loaded", [.loaded(random.below(4) == 0 ? fewer : Sample.store, DrawingTests.problems)])
    default: return ("paste", [.key(.paste("since:1990\n"))])
    }
  }

  /// The sample after a reading that did not find all of it again.
  private static let fewer = Sample.without("siege", "no-date")

  /// What is wrong with the screen, or nil.
  private static func fault(in session: Session, _ pictures: inout Pictures) -> String? {
    let state = session.state
    if let selected = state.selected, !state.shown.contains(selected) { return "the cursor is outside of the list" }
    if state.selected == nil, !state.shown.isEmpty { return "there is no cursor" }
    guard pictures.draw(state) else { return "the same state draws two pictures" }
    let canvas = pictures.first
    guard !state.layout.isTooSmall, state.menu == nil, state.prompt == nil, state.noteEditor == nil else { return nil }
    let list = state.layout.list
    if state.views.isEmpty {
      if let twice = rowDrawnTwice(canvas, list) { return "a row is drawn twice: \(canvas.text(inRow: twice))" }
      let marks = (list.y..<list.maxY).filter { canvas[Point(x: 1, y: $0)]?.glyph == cursor }
      if state.selected != nil, marks.count != 1 { return "the cursor is drawn \(marks.count) times" }
    }
    let footer = canvas.text(inRow: canvas.size.rows - 1)
    let namesWayOut = ["quit", "back", "done"].contains { footer.hasSuffix($0) }
    return namesWayOut || state.size.columns < 32 ? nil : "the footer names no way out: \(footer)"
  }

  /// Two drawings of one state, on canvases that are kept, as the program keeps its own.
  private struct Pictures {
    private(set) var first = Canvas(size: Size(columns: 0, rows: 0))
    private var second = Canvas(size: Size(columns: 0, rows: 0))

    /// Draws twice; false when that makes two pictures.
    mutating func draw(_ state: BrowserState) -> Bool {
      if first.size != state.size || first.ascii != state.settings.ascii {
        first = Canvas(size: state.size, ascii: state.settings.ascii)
        second = first
      }
      state.draw(on: &first)
      state.draw(on: &second)
      var isSame = first.cursor == second.cursor
      for y in 0..<first.size.rows { first.visitChanges(inRow: y, since: second) { _ in isSame = false } }
      return isSame
    }
  }

  private static let cursor = Unicode.Scalar("▌").value
  private static let headings = Set("─┄".unicodeScalars.map(\.value))

  /// A line of the list that stands in it twice, headings and gaps left out; a narrow list cuts titles until they are alike.
  private static func rowDrawnTwice(_ canvas: Canvas, _ list: Rect) -> Int? {
    guard list.width >= 60 else { return nil }
    var seen: Set<[UInt32]> = []
    return (list.y..<list.maxY).first { y in
      let line = canvas.row(y).prefix(list.width).drop { $0.glyph == 0x20 || $0.glyph == cursor }
      guard let first = line.first, !headings.contains(first.glyph) else { return false }
      return !seen.insert(line.map(\.glyph)).inserted
    }
  }

  @Test("No event stands twice in the list, whatever its order and filter")
  func onceEach() {
    for keys in [[], ["s", "k"], ["s", "w"], ["f", "kind:clash,war", "Enter"]] {
      var session = Session(160, 120)
      for key in keys { key.count > 5 ? session.type(key) : session.press(key) }
      let screen = session.rows.map { String($0.prefix(80)) }.joined(separator: "\n")
      for id in session.ids {
        guard let row = session.state.store.row(of: id) else { continue }
        let title = CellText(session.state.store.summary(at: row).title).text.prefix(24)
        #expect(screen.ranges(of: title).count == 1, "\(title)")
      }
    }
  }
}
