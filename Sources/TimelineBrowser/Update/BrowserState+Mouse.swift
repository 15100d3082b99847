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
      return click(at: event.point)
    default: break
    }
    return []
  }

  private mutating func wheel(_ lines: Int, at point: Point) {
    if menu != nil || prompt != nil { return }
    if views.isEmpty, layout.detail.contains(point) {
      detailScroll = max(0, detailScroll.addingSaturated(lines))
    } else {
      move(.lines(lines))
    }
  }

  private mutating func click(at point: Point) -> [Effect] {
    if let menu {
      let area = menuArea(menu)
      let index = point.y - area.y - 1 - menu.preamble.count + menuTop(menu, rows: menuRows(menu, in: area))
      if area.contains(point), menu.items.indices.contains(index) { return chooseItem(index) }
      self.menu = nil
      return []
    }
    if prompt != nil { return [] }
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
    if layout.strip.contains(point), let range = stripRange, strip.columns > 0 {
      let column = min(max(0, point.x - strip.left), strip.columns - 1)
      let days = range.upperBound.number - range.lowerBound.number + 1
      let day = Day(range.lowerBound.number + days * Int64(column) / Int64(strip.columns))
      leaveTrail()
      if let position = shown.firstPosition(onOrAfter: day) { select(position: position) }
      return []
    }
    if layout.list.contains(point) {
      let lines = listLines(from: top, height: layout.list.height)
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
