import Terminal
import TimelineStore

extension BrowserState {
  private static let mostChoices = 12
  /// What the choices leave free of the width must be worth seeing: beside less than this, they take all of it.
  private static let narrowestRest = 8

  /// What stands at the right of the line: what is wrong with it, where the search stands, how many events it would show, or how to leave it.
  private func said(_ prompt: Prompt) -> (text: CellText, style: Style) {
    if let complaint = prompt.complaint { return (CellText(complaint, ascii: ascii), Style(.error)) }
    if prompt.isAwaited { return (CellText("looking …", ascii: ascii), Style(.notice)) }
    if let words = searchCount(prompt) ?? prompt.count.map({ Self.count($0, "event") }) { return (CellText(words, ascii: ascii), Style(.notice)) }
    return (CellText("Esc cancels", ascii: ascii), .dim)
  }

  private func searchCount(_ prompt: Prompt) -> String? {
    guard prompt.purpose == .search, let search else { return nil }
    guard let hits = search.hits else { return "looking …" }
    guard let row = selected, !hits.isEmpty else { return nil }
    return hits.position(of: row).map { "\($0 + 1) of \(hits.count)" } ?? Self.count(hits.count, "hit")
  }

  /// The line being typed, in place of the footer, and above it what could complete it.
  func drawPrompt(_ prompt: Prompt, on canvas: inout Canvas) {
    let area = layout.footer
    canvas.fill(area, style: Style(.prompt))
    let sign = canvas.cellText(prompt.sign)
    let x = area.x + 1 + canvas.write(sign, at: Point(x: area.x + 1, y: area.y), style: Style(.prompt, .bold), within: area)
    let (said, style) = said(prompt)
    let typed = canvas.cellText(prompt.editor.text)
    let free = area.maxX - x - typed.width - 3
    var body = layout.body
    var saidWidth = said.width <= free ? said.width : 0
    if saidWidth == 0, style.role != .dim {
      // Words that do not fit beside the line stand above it, whole; a count gives way to the line only where there is no row to spare.
      let lines = Array(said.wrapped(to: max(1, area.width - 2)).prefix(max(0, min(3, body.height - 1))))
      if lines.isEmpty { saidWidth = min(said.width, area.width / 3) }
      let rows: Rect
      (body, rows) = body.splitBottom(lines.count)
      canvas.fill(rows, style: Style(.prompt))
      for (y, line) in lines.enumerated() { canvas.write(line, at: Point(x: rows.x + 1, y: rows.y + y), style: style, within: rows) }
    }
    let room = Rect(x: x, y: area.y, width: max(1, area.maxX - x - 1 - (saidWidth > 0 ? saidWidth + 2 : 0)), height: 1)
    if saidWidth > 0 {
      canvas.write(said.truncated(to: saidWidth), at: Point(x: area.maxX - saidWidth - 1, y: area.y), style: style, within: area)
    }
    let before = canvas.cellText(prompt.editor.beforeCursor)
    let offset = max(0, before.width - room.width + 1)
    canvas.write(typed.dropping(columns: offset), at: room.origin, style: Style(.prompt), within: room)
    canvas.cursor = Point(x: max(room.x, min(room.maxX - 1, room.x + before.width - offset)), y: area.y)
    drawChoices(prompt, on: &canvas, in: body, x: room.x - offset)
  }

  private func drawChoices(_ prompt: Prompt, on canvas: inout Canvas, in body: Rect, x: Int) {
    let rows = min(prompt.choices.count, Self.mostChoices, max(0, body.height - 1))
    guard rows > 0 else { return }
    let chosen = prompt.chosen ?? 0
    let first = max(0, min(chosen - rows / 2, prompt.choices.count - rows))
    let cells = prompt.choices[first..<first + rows].map { choice in
      (text: canvas.cellText(choice.text), label: canvas.cellText(choice.label), note: canvas.cellText(choice.note))
    }
    // The words to be put in, what they mean, and a count or a key; the words alone where the label says the same.
    let texts = cells.map(\.text.width).max() ?? 0
    let labels = cells.map { $0.label == $0.text ? 0 : $0.label.width + 2 }.max() ?? 0
    let notes = cells.map { $0.note.width > 0 ? $0.note.width + 2 : 0 }.max() ?? 0
    let wanted = texts + labels + notes + 2
    let width = wanted + Self.narrowestRest > body.width ? body.width : wanted
    let column = prompt.purpose == .command ? body.x : max(0, min(x - 1 + columnOf(prompt), body.maxX - width))
    for (index, cell) in cells.enumerated() {
      let row = Rect(x: column, y: body.maxY - rows + index, width: width, height: 1)
      let isChosen = prompt.chosen == first + index
      canvas.fill(row, style: Style(isChosen ? .menuSelected : .menu))
      let room = row.inset(left: 1, right: 1 + notes)
      let style = Style(isChosen ? .menuSelected : .menu)
      canvas.write(cell.text.truncated(to: room.width), at: room.origin, style: style, within: row)
      let rest = room.inset(left: texts + 2)
      if labels > 0, cell.label != cell.text {
        canvas.write(cell.label.truncated(to: rest.width), at: rest.origin, style: isChosen ? style : Style(.menu, .dim), within: rest)
      }
      let isKey = prompt.purpose == .command
      let noteStyle = isChosen ? style : isKey ? Style(.menu, .bold) : Style(.menu)
      canvas.write(cell.note, at: Point(x: row.maxX - cell.note.width - 1, y: row.y), style: noteStyle, within: row)
    }
  }

  /// The column, from the first of the line, where what the choices would replace begins.
  private func columnOf(_ prompt: Prompt) -> Int {
    guard let start = prompt.choices.first?.replace.lowerBound else { return 0 }
    let bytes = Array(prompt.editor.text.utf8.prefix(max(0, start)))
    return CellText(String(decoding: bytes, as: UTF8.self), ascii: ascii).width
  }
}
