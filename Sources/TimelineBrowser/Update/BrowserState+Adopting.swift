import TimelineModel
import TimelineStore

extension BrowserState {
  /// How far back the trail is translated into another store; finding an event again costs a pass over a column of it.
  private static let stopsKept = 20

  /// Shows another store, keeping the reader's place wherever it still means something: event, page, search, filter, trail.
  ///
  /// Rows have other numbers in another store. In one that has only grown an event is found by when it arrived, in any other by its id; what no longer
  /// exists is dropped.
  ///
  /// - Parameter progress: how far the files have been read; nil when this is all of them.
  mutating func adopt(_ store: EventStore, _ problems: [Problem], _ progress: Progress?) {
    let store = marking(store)
    let old = self.store
    var known: [Row: Row?] = [:]
    func translate(_ row: Row) -> Row? {
      if let found = known[row] { return found }
      let found = store.row(grownFrom: row, in: old) ?? store.row(of: old.summary(at: row).id)
      known[row] = found
      return found
    }
    let keptSelection = (selected ?? anchor).flatMap(translate)
    let keptAnchor = anchor.flatMap(translate)
    let keptTop = shown.row(at: top).flatMap(translate)
    views = views.compactMap { Self.translated($0, translate) }
    trail.move(keeping: Self.stopsKept, translate)
    if var origin = beforePrompt {
      origin.selected = origin.selected.flatMap(translate)
      origin.views = origin.views.compactMap { Self.translated($0, translate) }
      origin.search = nil
      beforePrompt = origin
    }
    menu = menu.flatMap { Self.translated($0, translate) }
    let wasReading = self.progress != nil
    self.progress = progress
    self.store = store
    self.problems = problems
    window = ListWindow()
    strip = .empty
    detail = PageCache()
    openPage = PageCache()
    shown = store.select(filter, sort: sort)
    anchor = keptAnchor
    // A reader who has not moved yet stands at the beginning, wherever that is now.
    selected = isUntouched && wasReading ? shown.row(at: 0) : keptSelection
    settleSelection()
    if isUntouched, wasReading { top = 0 } else if let keptTop, let position = shown.position(of: keptTop) { top = position }
    lookAgain()
    prompt?.rest = nil
    if prompt != nil { promptChanged() }
    guard progress == nil else { return }
    let count = Self.count(problems.count, "problem")
    if !problems.isEmpty { notice = Notice("\(count) in the data; \(keyName(.problems)) lists them", .warning) }
  }

  /// A menu with its events found again; none when one of them is gone.
  private static func translated(_ menu: Menu, _ translate: (Row) -> Row?) -> Menu? {
    var menu = menu
    for index in menu.items.indices {
      guard case .go(let row) = menu.items[index].action else { continue }
      guard let found = translate(row) else { return nil }
      menu.items[index].action = .go(found)
    }
    return menu
  }

  private static func translated(_ view: ViewState, _ translate: (Row) -> Row?) -> ViewState? {
    switch view {
    case .event(var page):
      guard let row = translate(page.row) else { return nil }
      page.row = row
      return .event(page)
    case .accounts(var page):
      guard let row = translate(page.row) else { return nil }
      page.row = row
      return .accounts(page)
    case .actors, .sources, .problems, .help: return view
    }
  }
}
