import Terminal

extension BrowserState {
  /// Where a menu stands: over the body, at its lower edge, as large as it needs.
  func menuArea(_ menu: Menu) -> Rect {
    let body = layout.body
    let items = menu.items.map { CellText($0.label, ascii: ascii).width + ($0.note.isEmpty ? 0 : CellText($0.note, ascii: ascii).width + 3) + 7 }
    let preamble = menu.preamble.map { CellText($0, ascii: ascii).width + 4 }
    let widest = (items + preamble + [CellText(menu.title, ascii: ascii).width + 6]).max() ?? 0
    let width = min(body.width, max(24, widest))
    let height = min(body.height, menu.items.count + menu.preamble.count + 2)
    return Rect(x: body.x + max(0, (body.width - width) / 2), y: body.y + max(0, (body.height - height) / 2), width: width, height: height)
  }

  /// How many items fit into the menu's frame.
  func menuRows(_ menu: Menu, in area: Rect) -> Int { max(0, min(menu.items.count, area.height - 2 - menu.preamble.count)) }

  /// The first item that is shown.
  func menuTop(_ menu: Menu, rows: Int) -> Int { max(0, min(menu.selected - rows + 1, menu.items.count - rows)) }

  func drawMenu(_ menu: Menu, on canvas: inout Canvas) {
    let area = menuArea(menu)
    guard area.height > 2, area.width > 4 else { return }
    canvas.fill(area, style: Style(.menu))
    drawFrame(on: &canvas, area)
    canvas.write(
      canvas.cellText(" \(menu.title) ").truncated(to: area.width - 4), at: Point(x: area.x + 2, y: area.y), style: Style(.menu, .bold), within: area)
    let inner = area.inset(left: 2, top: 1, right: 2, bottom: 1)
    for (index, text) in menu.preamble.enumerated() {
      canvas.write(canvas.cellText(text).truncated(to: inner.width), at: Point(x: inner.x, y: inner.y + index), style: Style(.menu), within: inner)
    }
    let rows = menuRows(menu, in: area)
    let first = menuTop(menu, rows: rows)
    for y in 0..<rows {
      let item = menu.items[first + y]
      let row = Rect(x: area.x + 1, y: inner.y + menu.preamble.count + y, width: area.width - 2, height: 1)
      let isSelected = menu.selected == first + y
      if isSelected { canvas.fill(row, style: Style(.menuSelected)) }
      let style = Style(isSelected ? .menuSelected : .menu)
      var x = row.x + 1
      if let key = item.key {
        canvas.write(canvas.cellText(String(key)), at: Point(x: x, y: row.y), style: isSelected ? style : Style(.key), within: row)
        x += 3
      }
      let note = canvas.cellText(item.note).truncated(to: max(0, row.width * 3 / 5))
      let room = max(0, row.maxX - x - 1 - (note.width > 0 ? note.width + 2 : 0))
      canvas.write(canvas.cellText(item.label).truncated(to: room), at: Point(x: x, y: row.y), style: style, within: row)
      canvas.write(note, at: Point(x: row.maxX - note.width - 1, y: row.y), style: isSelected ? style : Style(.menu, .dim), within: row)
    }
  }

  private func drawFrame(on canvas: inout Canvas, _ area: Rect) {
    let style = Style(.menu)
    let (h, v) = ascii ? ("-", "|") : ("─", "│")
    let corners = ascii ? ["+", "+", "+", "+"] : ["┌", "┐", "└", "┘"]
    canvas.fill(area.row(0), with: canvas.cellText(h), style: style)
    canvas.fill(area.row(area.height - 1), with: canvas.cellText(h), style: style)
    for y in area.y..<area.maxY {
      canvas.write(canvas.cellText(v), at: Point(x: area.x, y: y), style: style)
      canvas.write(canvas.cellText(v), at: Point(x: area.maxX - 1, y: y), style: style)
    }
    let points = [
      Point(x: area.x, y: area.y), Point(x: area.maxX - 1, y: area.y), Point(x: area.x, y: area.maxY - 1), Point(x: area.maxX - 1, y: area.maxY - 1),
    ]
    for (corner, point) in zip(corners, points) { canvas.write(canvas.cellText(corner), at: point, style: style) }
  }
}
