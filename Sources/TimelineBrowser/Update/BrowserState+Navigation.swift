package import TimelineStore
import EDTF
import TimelineModel
import Terminal

extension BrowserState {
  /// Where the reader stands, as the trail remembers it.
  private var stop: Trail.Stop? { currentRow.map { Trail.Stop(row: $0, onPage: place == .event || place == .accounts) } }

  mutating func leaveTrail() { if let stop { trail.leave(stop) } }

  /// Follows something to another event, so that `back` returns.
  mutating func jump(to row: Row) {
    leaveTrail()
    moveTo(row: row)
  }

  /// Goes to an event: the page shows it when a page is open, the cursor moves to it where it is shown, and otherwise a page opens.
  mutating func moveTo(row: Row) {
    let isShown = shown.contains(row)
    if isShown {
      if selected != row { detailScroll = 0 }
      selected = row
    }
    switch views.last {
    case .event: views[views.count - 1] = .event(EventViewState(row: row))
    case .accounts: views[views.count - 1] = .accounts(AccountsViewState(row: row))
    case nil:
      if !isShown {
        views = [.event(EventViewState(row: row))]
        notice = Notice("The filter hides this event in the list")
      }
    default: views = isShown ? [] : [.event(EventViewState(row: row))]
    }
  }

  mutating func walk(_ relation: Relation, forward: Bool, _ times: Int, _ words: String) {
    guard var row = currentRow else { return }
    var moved = false
    for _ in 0..<min(times, 10_000) {
      guard let next = store.neighbour(of: row, relation, forward: forward, in: shown) else { break }
      row = next
      moved = true
    }
    guard moved else { return notice = Notice("No \(forward ? "later" : "earlier") event \(words) is shown") }
    jump(to: row)
  }

  /// Goes to one of several events; more than one opens a menu.
  mutating func follow(_ rows: [Row], title: String, none: String) {
    switch rows.count {
    case 0: notice = Notice(none)
    case 1: jump(to: rows[0])
    default:
      menu = .numbered(
        title,
        rows.map { row in
          let summary = store.summary(at: row)
          return Menu.Item("\(EventGlyph(summary.kind).text(ascii: ascii)) \(summary.title)", note: summary.date?.words ?? "undated", .go(row))
        })
    }
  }

  mutating func walkBack(_ times: Int) {
    for _ in 0..<min(times, 1_000) {
      guard let here = stop, let there = trail.back(from: here) else { return notice = Notice("This is where you began") }
      arrive(there)
    }
  }

  mutating func walkForward(_ times: Int) {
    for _ in 0..<min(times, 1_000) {
      guard let here = stop, let there = trail.forward(from: here) else { return notice = Notice("There is nothing further ahead") }
      arrive(there)
    }
  }

  private mutating func arrive(_ there: Trail.Stop) {
    if there.onPage {
      if case .event = views.last { views.removeLast() } else if case .accounts = views.last { views.removeLast() }
      views.append(.event(EventViewState(row: there.row)))
      if shown.contains(there.row) { selected = there.row }
    } else {
      views = []
      moveTo(row: there.row)
    }
  }

  // MARK: - Opening and closing

  mutating func open() -> [Effect] {
    switch views.last {
    case nil:
      if let selected { views.append(.event(EventViewState(row: selected))) }
    case .event(let page): return openItem(of: page)
    case .accounts: break
    case .actors: applyMarkedActors()
    case .sources: openSourceEvents()
    case .problems: break
    case .help: return runFromHelp()
    }
    return []
  }

  private mutating func openItem(of page: EventViewState) -> [Effect] {
    let items = eventPage(page).items
    guard let item = page.item, items.indices.contains(item) else {
      notice = Notice("Tab walks the links, actors, places and sources; Enter follows one")
      return []
    }
    switch items[item] {
    case .event(let row): jump(to: row)
    case .actor(let id): add(.actor(id))
    case .place(let id): add(.place(id))
    case .kind(let kind): add(.kind(EventKind(rawValue: kind)))
    case .source(let id): confirmSource(id)
    }
    return []
  }

  /// Back to the view before; from the first view `q` leaves, and Esc never does.
  mutating func close() -> [Effect] {
    if chip != nil {
      chip = nil
      return []
    }
    if !views.isEmpty {
      views.removeLast()
      return []
    }
    if search != nil, lastKeyWasEscape {
      search = nil
      return []
    }
    if lastKeyWasEscape {
      notice = Notice("\(settings.keymap.label(for: .close, in: .timeline) ?? "q") leaves")
      return []
    }
    return [.quit]
  }

  mutating func cancel() -> [Effect] {
    if progress != nil { return [.cancelWork] }
    notice = Notice("Nothing is running; \(settings.keymap.label(for: .close, in: .timeline) ?? "q") leaves")
    return []
  }

  mutating func toggleAccounts() {
    if case .accounts = views.last {
      views.removeLast()
    } else if let row = currentRow {
      views.append(.accounts(AccountsViewState(row: row)))
    }
  }

  mutating func showProblems() {
    guard !problems.isEmpty else { return notice = Notice("Nothing was odd in the data") }
    if place != .problems { views.append(.problems(TableViewState())) }
  }

  // MARK: - Items of a page

  mutating func moveItem(by count: Int) {
    if let chip {
      let chips = filter.clauses.count
      self.chip = chips == 0 ? nil : ((chip + count) % chips + chips) % chips
      return
    }
    guard case .event(var view) = views.last else { return }
    let page = eventPage(view)
    guard !page.items.isEmpty else { return notice = Notice("There is nothing to follow on this page") }
    let next: Int
    if let item = view.item {
      next = ((item + count) % page.items.count + page.items.count) % page.items.count
    } else {
      next = count > 0 ? 0 : page.items.count - 1
    }
    view.item = next
    let line = page.lineOfItem[next]
    let height = layout.body.height
    if line < view.scroll { view.scroll = line }
    if line >= view.scroll + height { view.scroll = line - height + 1 }
    views[views.count - 1] = .event(view)
  }

  /// The page of the event view at its present width.
  func eventPage(_ view: EventViewState) -> Page {
    EventPage.page(of: view.row, in: store, width: pageArea.width, ascii: ascii)
  }

  func clampedScroll(_ scroll: Int, lines: Int, height: Int) -> Int { max(0, min(scroll, lines - height)) }

  mutating func clampView() {
    switch views.last {
    case .event(var page):
      page.scroll = clampedScroll(page.scroll, lines: eventPage(page).lines.count, height: layout.body.height)
      views[views.count - 1] = .event(page)
    case .accounts(var page):
      page.scroll = clampedScroll(page.scroll, lines: accountsTable(page).lines.count, height: layout.body.height)
      views[views.count - 1] = .accounts(page)
    case .actors, .sources, .problems, .help: changeTable { _, _, _ in }
    case nil: break
    }
  }
}
