import EDTF
import Terminal
import TimelineStore

extension BrowserState {
  /// What the mouse does: the wheel scrolls what is under it, a click goes there, a click on what is already marked opens it.
  mutating func point(_ event: MouseEvent) -> [Effect] {
    switch event.action {
    case .wheelUp: wheel(-3, at: event.point)
    case .wheelDown: wheel(3, at: event.point)
    case .press(.left):
      notice = nil
      pending = PendingKeys()
      isNamingMark = false
      return click(at: event.point)
    default: break
    }
    return []
  }

  private mutating func wheel(_ lines: Int, at point: Point) {
    if prompt != nil || noteEditor != nil { return }
    if var menu {
      menu.selected = max(0, min(menu.selected + lines.signum(), menu.items.count - 1))
      self.menu = menu
      return
    }
    if views.isEmpty, layout.detail.contains(point) {
      detailScroll = max(0, detailScroll.addingSaturated(lines))
    } else {
      move(.lines(lines))
    }
  }

  private mutating func click(at point: Point) -> [Effect] {
    if let menu {
      let frame = frame(of: menu)
      if let index = frame.item(at: point, of: menu) { return chooseItem(index) }
      if !frame.area.contains(point) { self.menu = nil }
      return []
    }
    if prompt != nil || noteEditor != nil { return [] }
    switch views.last {
    case nil: return clickTimeline(at: point)
    case .event(let view): return clickPage(view, at: point)
    case .actors, .sources, .problems, .help:
      return clickTable(at: point) ? open() : []
    case .accounts: return []
    }
  }

  private mutating func clickTimeline(at point: Point) -> [Effect] {
    let layout = layout
    if layout.strip.contains(point), let day = strip.day(atColumn: point.x - strip.left) {
      leaveTrail()
      // A click beyond the last event goes to the last that has a date.
      let last = max(0, shown.count - shown.undatedCount - 1)
      if let position = shown.firstPosition(onOrAfter: day) ?? (sort == .date ? last : nil) { select(position: position) }
      return []
    }
    if layout.list.contains(point) {
      let lines = window.lines
      let index = point.y - layout.list.y
      guard lines.indices.contains(index), case .event(let position) = lines[index] else { return [] }
      if shown.row(at: position) == selected { return open() }
      select(position: position)
    } else if layout.detail.contains(point), selected != nil {
      return open()
    } else if let index = chipIndex(at: point) {
      chip = index
      toggleItem(include: true)
      chip = nil
    }
    return []
  }

  private mutating func clickPage(_ view: EventViewState, at point: Point) -> [Effect] {
    let page = eventPage(view)
    let number = view.scroll + point.y - pageArea.y
    guard page.lines.indices.contains(number) else { return [] }
    var x = pageArea.x
    for run in page.lines[number].runs {
      if point.x >= x, point.x < x + run.text.width, let item = run.item {
        var view = view
        view.item = item
        views[views.count - 1] = .event(view)
        return open()
      }
      x += run.text.width
    }
    return []
  }
}
