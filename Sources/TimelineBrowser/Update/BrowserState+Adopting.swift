import TimelineModel
import TimelineStore

extension BrowserState {
  /// How far back the trail is translated into another store; finding an event again costs a pass over a column of it.
  private static let stopsKept = 20

  /// Shows another store, keeping the reader's place wherever it still means something: event, page, search, filter, trail.
  ///
  /// Rows have other numbers in another store, so every event is found again by its id; what no longer exists is dropped.
  mutating func adopt(_ store: EventStore, _ problems: [Problem]) {
    let old = self.store
    var known: [Row: Row?] = [:]
    func translate(_ row: Row) -> Row? {
      if let found = known[row] { return found }
      let found = store.row(of: old.summary(at: row).id)
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
    // A menu names events of the old store.
    menu = nil
    progress = nil
    self.store = store
    self.problems = problems
    window = ListWindow()
    strip = .empty
    detail = PageCache()
    openPage = PageCache()
    shown = store.select(filter, sort: sort)
    anchor = keptAnchor
    selected = keptSelection
    settleSelection()
    if let keptTop, let position = shown.position(of: keptTop) { top = position }
    if let search { self.search = SearchState(text: search.text, query: search.query, hits: store.hits(search.query, in: shown)) }
    if prompt != nil { promptChanged() }
    let count = Self.count(problems.count, "problem")
    if problems.isEmpty { notice = nil } else { notice = Notice("\(count) in the data; \(keyName(.problems)) lists them", .warning) }
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
