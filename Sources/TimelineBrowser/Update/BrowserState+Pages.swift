import Terminal
import TimelineModel
import TimelineStore

/// Moving on a page: its items, its speakers, and on to the page of the next event.
extension BrowserState {
  /// Goes to the next event of the list, or the previous one; an open page shows that one instead.
  mutating func moveInList(by count: Int) {
    guard place == .event || place == .accounts, let row = currentRow else { return move(.lines(count)) }
    guard shown.count > 0 else {
      notice = Notice("No event is shown in the list")
      return
    }
    let position = shown.position(of: row)
    // An event that the filter hides lies between two that are shown; the nearest of them is a step already.
    let start = position ?? shown.nearestPosition(to: row).map { count > 0 ? $0 - 1 : $0 + 1 } ?? 0
    let wanted = max(0, min(start.addingSaturated(count), shown.count - 1))
    guard wanted != position, let next = shown.row(at: wanted) else {
      notice = Notice(count > 0 ? "This is the last event of the list" : "This is the first event of the list")
      return
    }
    moveTo(row: next)
  }

  /// Moves the columns of the accounts table, where the speakers do not all fit beside one another.
  mutating func moveSpeaker(by count: Int) {
    guard case .accounts(var view) = views.last else { return }
    let most = AccountsPage.lastFirstColumn(of: view.row, in: store, width: pageArea.width)
    guard most > 0 else {
      notice = Notice("All who speak of this event are on the screen")
      return
    }
    view.firstColumn = max(0, min(view.firstColumn.addingSaturated(count), most))
    views[views.count - 1] = .accounts(view)
  }

  mutating func moveItem(by count: Int) {
    if let chip {
      let chips = filter.clauses.count
      self.chip = chips == 0 ? nil : Self.wrapped(chip, by: count, in: chips)
      return
    }
    guard case .event(var view) = views.last else { return }
    let page = eventPage(view)
    guard !page.items.isEmpty else {
      notice = Notice("There is nothing to follow on this page")
      return
    }
    let next: Int
    if let item = view.item {
      next = Self.wrapped(item, by: count, in: page.items.count)
    } else {
      next = count > 0 ? 0 : page.items.count - 1
    }
    view.item = next
    let lines = page.lines(ofItem: next)
    let height = layout.body.height
    if lines.lowerBound < view.scroll { view.scroll = lines.lowerBound }
    if lines.upperBound > view.scroll + height { view.scroll = max(0, min(lines.lowerBound, lines.upperBound - height)) }
    views[views.count - 1] = .event(view)
  }

  /// A position moved by a count, going round at the ends.
  private static func wrapped(_ position: Int, by step: Int, in count: Int) -> Int {
    ((position.addingSaturated(step % count)) % count + count) % count
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
    case nil:
      guard let page = detailPage else { break }
      detailScroll = max(0, min(detailScroll, page.lines.count - detailRows(of: page)))
    }
  }
}
