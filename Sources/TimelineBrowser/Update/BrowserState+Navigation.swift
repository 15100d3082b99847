import EDTF
import Terminal
import TimelineModel
import TimelineStore

extension BrowserState {
  /// Where the reader stands, as the trail remembers it.
  var stop: Trail.Stop? { currentRow.map { Trail.Stop(row: $0, onPage: place == .event || place == .accounts) } }

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
    guard moved else {
      notice = Notice("No \(forward ? "later" : "earlier") event \(words) is shown")
      return
    }
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
      guard let here = stop, let there = trail.back(from: here) else {
        notice = Notice("This is where you began")
        return
      }
      arrive(there)
    }
  }

  mutating func walkForward(_ times: Int) {
    for _ in 0..<min(times, 1_000) {
      guard let here = stop, let there = trail.forward(from: here) else {
        notice = Notice("There is nothing further ahead")
        return
      }
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

  /// Opens a view; one of the same sort that is open already comes back to the top.
  mutating func push(_ view: ViewState) {
    if let open = views.firstIndex(where: { $0.place == view.place }) {
      views.removeSubrange((open + 1)...)
    } else {
      views.append(view)
    }
  }

  mutating func open() -> [Effect] {
    switch views.last {
    case nil:
      if let selected { views.append(.event(EventViewState(row: selected))) }
    case .event(let page): return openItem(of: page)
    case .accounts: break
    case .actors: applyMarkedActors()
    case .sources: openSourceEvents()
    case .problems: showProblem()
    case .help: return runFromHelp()
    }
    return []
  }

  private mutating func openItem(of page: EventViewState) -> [Effect] {
    let items = eventPage(page).items
    guard let item = page.item, items.indices.contains(item) else {
      let (walk, follow) = (keyName(.nextItem, in: .event), keyName(.open, in: .event))
      notice = Notice("\(walk) walks the links, actors, places and sources; \(follow) follows one")
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
    if case .help(let help) = views.last {
      leaveHelp(help)
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
      notice = Notice("\(keyName(.close)) leaves")
      return []
    }
    return [.quit]
  }

  mutating func cancel() -> [Effect] {
    if progress != nil { return [.cancelWork] }
    notice = Notice("Nothing is running; \(keyName(.quit, in: place)) leaves")
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
    guard !problems.isEmpty else {
      notice = Notice("Nothing was odd in the data")
      return
    }
    push(.problems(TableViewState()))
  }
}
