import EDTF
import Terminal
import TimelineStore

/// How far a motion goes, in whatever the view scrolls: events, lines of a page, rows of a table.
enum Motion: Hashable, Sendable {
  case lines(Int)
  case halfPages(Int)
  case pages(Int)
  case first, last
  /// To a position, from 0.
  case to(Int)

  /// Where the motion ends, from a position among `count`, with `page` rows on the screen.
  func target(from position: Int, count: Int, page: Int) -> Int {
    let wanted =
      switch self {
      case .lines(let n): position.addingSaturated(n)
      case .halfPages(let n): position.addingSaturated(Self.scaled(n, max(1, page / 2)))
      case .pages(let n): position.addingSaturated(Self.scaled(n, max(1, page - 1)))
      case .first: 0
      case .last: count - 1
      case .to(let n): n
      }
    return max(0, min(wanted, count - 1))
  }

  private static func scaled(_ n: Int, _ page: Int) -> Int {
    let (product, overflow) = n.multipliedReportingOverflow(by: page)
    return overflow ? (n < 0 ? .min : .max) : product
  }
}

extension BrowserState {
  mutating func move(_ motion: Motion) {
    switch views.last {
    case nil:
      if case .first = motion { leaveTrail() } else if case .last = motion { leaveTrail() }
      moveSelection(motion)
    case .event(var page):
      let height = layout.body.height
      page.scroll = scrolled(page.scroll, motion, lines: eventPage(page).lines.count, height: height)
      views[views.count - 1] = .event(page)
    case .accounts(var page):
      page.scroll = scrolled(page.scroll, motion, lines: accountsTable(page).lines.count, height: layout.body.height)
      views[views.count - 1] = .accounts(page)
    case .actors, .sources, .problems, .help:
      changeTable { table, count, height in table.selected = motion.target(from: table.selected, count: count, page: height) }
    }
  }

  private func scrolled(_ scroll: Int, _ motion: Motion, lines: Int, height: Int) -> Int {
    let most = max(0, lines - height)
    return motion.target(from: scroll, count: most + 1, page: height)
  }

  /// Moves the cursor of the timeline's list.
  private mutating func moveSelection(_ motion: Motion) {
    guard shown.count > 0 else { return }
    let position = selected.flatMap { shown.position(of: $0) } ?? 0
    select(position: motion.target(from: position, count: shown.count, page: window.eventCount))
  }

  mutating func select(position: Int) {
    guard let row = shown.row(at: position) else { return }
    if row != selected { detailScroll = 0 }
    selected = row
  }

  /// After the selection of events has changed: the same event where it is still shown, else the nearest in time.
  mutating func settleSelection() {
    guard shown.count > 0 else {
      selected = nil
      return
    }
    let wanted = selected ?? anchor
    guard let wanted else {
      selected = shown.row(at: 0)
      return
    }
    if shown.position(of: wanted) == nil {
      let position = shown.nearestPosition(to: wanted) ?? 0
      selected = shown.row(at: position)
    } else {
      selected = wanted
    }
  }

  mutating func setZoom(_ wanted: Zoom) {
    guard wanted != zoom || wanted == .all else {
      notice = Notice("The strip goes no closer")
      return
    }
    zoom = wanted
    guard wanted == .all || currentRow.flatMap({ store.days(of: $0) }) != nil else {
      notice = Notice("This event has no date; the strip shows \(wanted.words) once one that has is under the cursor")
      return
    }
    notice = Notice("The strip shows \(wanted.words)")
  }

  /// Scrolls the detail pane; how far it can go is settled after the message.
  mutating func scrollDetail(by lines: Int) {
    guard views.isEmpty, layout.hasDetail else {
      notice = Notice("There is no detail pane here; \(keyName(.open)) opens the event")
      return
    }
    detailScroll = max(0, detailScroll.addingSaturated(lines))
  }
}
