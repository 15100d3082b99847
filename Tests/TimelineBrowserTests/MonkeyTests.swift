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
    while session.messages < Self.keys {
      let act = Self.act(&random, on: &session)
      log = (log + [act]).suffix(30)
      if let fault = Self.fault(in: session) {
        Issue.record("\(fault) after \(session.messages) keys, seed \(seed): \(log.joined(separator: " "))\n\(session.screen)")
        return
      }
    }
  }

  private static func act(_ random: inout SeededGenerator, on session: inout Session) -> String {
    switch random.below(100) {
    case 0..<70:
      let name = random.pick(names)
      session.press(name)
      return name
    case 70..<80:
      let text = random.pick(texts)
      session.type(text)
      return "«\(text)»"
    case 80..<84:
      session.press("Enter")
      return "Enter"
    case 84..<88:
      session.press("Esc")
      return "Esc"
    case 88..<96:
      let point = (random.below(130) - 3, random.below(45) - 3)
      let action: MouseEvent.Action = random.pick([.press(.left), .press(.left), .wheelUp, .wheelDown, .press(.right), .move])
      session.wheel(action, point.0, point.1)
      return "\(action)@\(point)"
    case 96..<98:
      let size = random.pick(sizes)
      session.resize(size.0, size.1)
      return "\(size.0)×\(size.1)"
    case 98:
      session.send(.loaded(random.below(4) == 0 ? Sample.without("siege", "no-date") : Sample.store, DrawingTests.problems))
      return "loaded"
    default:
      session.paste("since:1990\n")
      return "paste"
    }
  }

  /// What is wrong with the screen, or nil.
  private static func fault(in session: Session) -> String? {
    let state = session.state
    if let selected = state.selected, !state.shown.contains(selected) { return "the cursor is outside of the list" }
    if state.selected == nil, !state.shown.isEmpty { return "there is no cursor" }
    let canvas = session.canvas
    if canvas.cells != session.canvas.cells { return "the same state draws two pictures" }
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
