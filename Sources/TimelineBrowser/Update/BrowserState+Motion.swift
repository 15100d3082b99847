package import TimelineStore
import EDTF
import Terminal

/// How far a motion goes, in whatever the view scrolls: events, lines of a page, rows of a table.
enum Motion: Hashable, Sendable {
  case lines(Int), halfPages(Int), pages(Int)
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
    select(position: motion.target(from: position, count: shown.count, page: eventsPerPage))
  }

  /// How many events the list shows at present, at least one.
  private var eventsPerPage: Int {
    max(1, listLines(from: top, height: layout.list.height).count { if case .event = $0 { true } else { false } })
  }

  mutating func select(position: Int) {
    guard let row = shown.row(at: position) else { return }
    if row != selected { detailScroll = 0 }
    selected = row
  }

  /// After the selection of events has changed: the same event where it is still shown, else the nearest in time.
  mutating func settleSelection() {
    guard shown.count > 0 else { return selected = nil }
    let wanted = selected ?? anchor
    guard let wanted else { return selected = shown.row(at: 0) }
    if shown.position(of: wanted) == nil {
      let position = shown.nearestPosition(to: wanted) ?? 0
      selected = shown.row(at: position)
    } else {
      selected = wanted
    }
  }

  mutating func setZoom(_ wanted: Zoom) {
    zoom = wanted
    notice = Notice("Strip: \(wanted.name)")
  }

  /// To the first event of the next bucket of the strip, in either direction, that has any.
  mutating func movePeriod(by count: Int) {
    guard let row = currentRow, let day = store.days(of: row)?.first, let range = stripRange, strip.columns > 0 else { return }
    var current = day
    for _ in 0..<min(abs(count), 10_000) {
      guard let next = neighbourBucket(of: current, in: range, forward: count > 0) else { break }
      current = next
    }
    guard current != day else { return notice = Notice(count > 0 ? "Nothing later is shown" : "Nothing earlier is shown") }
    if let position = shown.firstPosition(onOrAfter: current), let row = shown.row(at: position) { moveTo(row: row) }
  }

  /// The first day shown in the next bucket that has any, before or after the bucket of a day.
  private func neighbourBucket(of day: Day, in range: ClosedRange<Day>, forward: Bool) -> Day? {
    let days = range.upperBound.number - range.lowerBound.number + 1
    let width = max(1, days / Int64(max(1, strip.columns)))
    func start(_ day: Day) -> Day {
      range.lowerBound.advanced(by: Self.floorDivided(day.number - range.lowerBound.number, width) * width)
    }
    func firstDay(onOrAfter day: Day) -> Day? {
      shown.firstPosition(onOrAfter: day).flatMap { shown.row(at: $0) }.flatMap { store.days(of: $0)?.first }
    }
    if forward { return firstDay(onOrAfter: start(day).advanced(by: width)) }
    let end = shown.firstPosition(onOrAfter: start(day)) ?? shown.count - shown.undatedCount
    guard end > 0, let before = shown.row(at: end - 1).flatMap({ store.days(of: $0)?.first }) else { return nil }
    return firstDay(onOrAfter: start(before))
  }

  static func floorDivided(_ a: Int64, _ b: Int64) -> Int64 { a >= 0 ? a / b : -((-a + b - 1) / b) }

  mutating func scrollDetail(by lines: Int) {
    if case .accounts(var page) = views.last {
      page.firstColumn = max(0, page.firstColumn.addingSaturated(lines))
      views[views.count - 1] = .accounts(page)
      return
    }
    guard layout.hasDetail else { return notice = Notice("There is no room for the detail pane; Enter opens the event") }
    detailScroll = max(0, detailScroll.addingSaturated(lines))
  }
}
