import Terminal

/// Where a menu stands and which of its items are seen; drawing and the mouse agree on it.
struct MenuFrame {
  let area: Rect
  /// The text above the items, wrapped.
  let preamble: [CellText]
  let items: Rect
  /// The first item that is seen.
  let first: Int
  /// The column, in the items, where the notes begin.
  let noteColumn: Int

  /// The item under a point of the screen.
  func item(at point: Point, of menu: Menu) -> Int? {
    guard items.contains(point) else { return nil }
    let index = first + point.y - items.y
    return menu.items.indices.contains(index) ? index : nil
  }
}

extension BrowserState {
  /// The frame of a menu: over the body, in its middle, as large as it needs.
  func frame(of menu: Menu) -> MenuFrame {
    let body = layout.body
    func width(_ text: String) -> Int { CellText(text, ascii: ascii).width }
    let keys = menu.items.contains { $0.key != nil } ? 3 : 0
    let labels = menu.items.map { width($0.label) }.max() ?? 0
    let notes = menu.items.map { width($0.note) }.max() ?? 0
    let texts = menu.preamble.map { width($0) + 4 } + [width(menu.title) + 6, 24]
    let columns = min(body.width, ([labels + keys + (notes > 0 ? notes + 2 : 0) + 4] + texts).max() ?? 0)
    let preamble = menu.preamble.flatMap { CellText($0, ascii: ascii).wrapped(to: max(1, columns - 4)) }
    let area = body.centred(Size(columns: columns, rows: menu.items.count + preamble.count + 2))
    // The items are what a menu is for: the text above them gives way first.
    let rows = max(0, area.height - 2)
    let kept = Array(preamble.prefix(max(0, rows - max(1, min(menu.items.count, rows)))))
    let list = area.inset(left: 1, top: 1 + kept.count, right: 1, bottom: 1)
    let first = max(0, min(menu.selected - list.height + 1, menu.items.count - list.height))
    // What does not fit is taken from the labels down to half of the room, and then from the notes.
    let room = max(0, list.width - 2 - keys)
    let shownLabels = notes == 0 ? room : max(0, min(labels, max(room / 2, room - notes - 2)))
    return MenuFrame(area: area, preamble: kept, items: list, first: first, noteColumn: 1 + keys + shownLabels + 2)
  }

  func drawMenu(_ menu: Menu, on canvas: inout Canvas) {
    let frame = frame(of: menu)
    let area = frame.area
    guard area.height > 2, area.width > 4 else { return }
    canvas.fill(area, style: Style(.menu))
    drawBorder(on: &canvas, area)
    let title = canvas.cellText(" \(menu.title) ").truncated(to: area.width - 4)
    canvas.write(title, at: Point(x: area.x + 2, y: area.y), style: Style(.menu, .bold), within: area)
    for (index, text) in frame.preamble.enumerated() {
      canvas.write(text, at: Point(x: area.x + 2, y: area.y + 1 + index), style: Style(.menu), within: area)
    }
    for y in 0..<frame.items.height {
      let index = frame.first + y
      guard menu.items.indices.contains(index) else { break }
      drawItem(menu.items[index], isSelected: index == menu.selected, noteColumn: frame.noteColumn, on: &canvas, in: frame.items.row(y))
    }
    drawScrollbar(on: &canvas, in: frame.items, first: frame.first, count: menu.items.count)
  }

  private func drawItem(_ item: Menu.Item, isSelected: Bool, noteColumn: Int, on canvas: inout Canvas, in row: Rect) {
    let style = Style(isSelected ? .menuSelected : .menu)
    canvas.fill(row, style: style)
    var x = row.x + 1
    if let key = item.key {
      canvas.write(canvas.cellText(String(key)), at: Point(x: x, y: row.y), style: isSelected ? style : Style(.menu, .bold), within: row)
      x += 3
    }
    let end = item.note.isEmpty ? row.maxX - 1 : row.x + noteColumn - 2
    canvas.write(canvas.cellText(item.label).truncated(to: max(0, end - x)), at: Point(x: x, y: row.y), style: style, within: row)
    let note = canvas.cellText(item.note).truncated(to: max(0, row.width - noteColumn - 1))
    canvas.write(note, at: Point(x: row.x + noteColumn, y: row.y), style: isSelected ? style : Style(.menu, .dim), within: row)
  }

  private func drawBorder(on canvas: inout Canvas, _ area: Rect) {
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
