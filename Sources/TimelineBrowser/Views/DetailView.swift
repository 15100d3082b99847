import Terminal

extension BrowserState {
  /// Where the text of the detail pane stands: the pane without its margins.
  var detailArea: Rect {
    layout.isDetailBelow ? layout.detail.inset(left: 3, right: 2) : layout.detail.inset(right: 1)
  }

  /// How many lines of a page the pane shows; the last row is kept for the word that there is more.
  func detailRows(of page: Page) -> Int {
    page.lines.count > detailArea.height ? max(1, detailArea.height - 1) : detailArea.height
  }

  /// The detail of the selected event beside the list or below it.
  func drawDetail(on canvas: inout Canvas) {
    guard layout.hasDetail else { return }
    drawRule(on: &canvas)
    guard let page = detailPage else { return }
    let rows = detailRows(of: page)
    page.draw(on: &canvas, in: detailArea.splitTop(rows).top, scroll: detailScroll)
    guard page.lines.count > detailArea.height, rows < detailArea.height else { return }
    let below = page.lines.count - rows - detailScroll
    let (down, up) = (keyName(.scrollDetailDown), keyName(.scrollDetailUp))
    let words = below > 0 ? "\(down) \(ascii ? "v" : "↓") more" : "\(up) \(ascii ? "^" : "↑") back up"
    let text = canvas.cellText(words).truncated(to: detailArea.width)
    canvas.write(text, at: Point(x: detailArea.maxX - text.width, y: detailArea.maxY - 1), style: Style(.dim), within: detailArea)
  }

  private func drawRule(on canvas: inout Canvas) {
    if layout.isDetailBelow {
      canvas.fill(layout.rule.inset(left: 1), with: canvas.cellText(ascii ? "-" : "─"), style: Style(.rule))
    } else {
      let bar = canvas.cellText(ascii ? "|" : "│")
      for y in layout.rule.y..<layout.rule.maxY { canvas.write(bar, at: Point(x: layout.rule.x, y: y), style: Style(.rule)) }
    }
  }
}
