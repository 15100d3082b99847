package import Terminal

extension BrowserState {
  /// Draws the whole screen. The same state always gives the same picture.
  package func draw(on canvas: inout Canvas) {
    canvas.clear()
    let layout = layout
    guard !layout.isTooSmall else { return drawTooSmall(on: &canvas) }
    drawHeader(on: &canvas)
    switch views.last {
    case nil:
      drawStrip(on: &canvas, in: layout.strip)
      drawList(on: &canvas, in: layout.list)
      drawDetail(on: &canvas)
    case .event(let view): drawEvent(view, on: &canvas)
    case .accounts(let view): drawAccounts(view, on: &canvas)
    case .actors(let table): drawActors(table, on: &canvas)
    case .sources(let table): drawSources(table, on: &canvas)
    case .problems(let table): drawProblems(table, on: &canvas)
    case .help(let help): drawHelp(help, on: &canvas)
    }
    drawFooter(on: &canvas)
    if let prompt { drawPrompt(prompt, on: &canvas) }
    if let noteEditor { drawNote(noteEditor, on: &canvas) }
    if let menu { drawMenu(menu, on: &canvas) }
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let words = "annals needs \(Layout.smallest.columns)×\(Layout.smallest.rows)"
    for (y, line) in canvas.cellText(words).wrapped(to: max(1, size.columns)).enumerated() {
      canvas.write(line, at: Point(x: 0, y: y), style: .normal)
    }
  }

  /// Where a page or a table that fills the screen is read: with a margin where there is room for one, and lines not too long for the eye.
  var pageArea: Rect {
    let body = layout.body
    let margin = size.columns >= 60 ? 2 : size.columns >= 30 ? 1 : 0
    let area = body.inset(left: margin, right: margin)
    return area.splitLeft(min(area.width, 110)).left
  }

  /// A bar at the right edge that says which part of a long list or page is seen; nothing when all of it is.
  func drawScrollbar(on canvas: inout Canvas, in area: Rect, first: Int, count: Int) {
    guard count > area.height, area.height > 1, area.width > 0 else { return }
    let length = max(1, area.height * area.height / count)
    let room = area.height - length
    let most = max(1, count - area.height)
    let start = min(room, first * room / most)
    for y in 0..<length {
      canvas.write(canvas.cellText(ascii ? "#" : "▐"), at: Point(x: area.maxX - 1, y: area.y + start + y), style: Style(.scrollbar))
    }
  }
}
