import Terminal
import TimelineStore

extension BrowserState {
  private static let mostChoices = 12

  /// The line being typed, in place of the footer, and above it what could complete it.
  func drawPrompt(_ prompt: Prompt, on canvas: inout Canvas) {
    let area = layout.footer
    canvas.fill(area, style: Style(.prompt))
    let sign = canvas.cellText(prompt.sign)
    var x = area.x + 1
    x += canvas.write(sign, at: Point(x: x, y: area.y), style: Style(.prompt, .bold), within: area)
    let said = canvas.cellText(prompt.complaint ?? searchCount(prompt) ?? prompt.count.map { Self.count($0, "event") } ?? "")
    let saidWidth = min(said.width, max(0, area.width / 2))
    let room = Rect(x: x, y: area.y, width: max(1, area.maxX - x - 1 - (saidWidth > 0 ? saidWidth + 2 : 0)), height: 1)
    let before = canvas.cellText(prompt.editor.beforeCursor)
    let offset = max(0, before.width - room.width + 1)
    canvas.write(canvas.cellText(prompt.editor.text).dropping(columns: offset), at: room.origin, style: Style(.prompt), within: room)
    canvas.cursor = Point(x: min(room.maxX - 1, room.x + before.width - offset), y: area.y)
    if saidWidth > 0 {
      let style = Style(prompt.complaint == nil ? .notice : .error)
      canvas.write(said.truncated(to: saidWidth), at: Point(x: area.maxX - saidWidth - 1, y: area.y), style: style, within: area)
    }
    drawChoices(prompt, on: &canvas, x: room.x - offset)
  }

  private func searchCount(_ prompt: Prompt) -> String? {
    guard prompt.purpose == .search, let search, let row = selected else { return nil }
    guard search.hits.count > 0 else { return "nothing found" }
    return search.hits.position(of: row).map { "\($0 + 1) of \(search.hits.count)" } ?? Self.count(search.hits.count, "hit")
  }

  private func drawChoices(_ prompt: Prompt, on canvas: inout Canvas, x: Int) {
    guard !prompt.choices.isEmpty else { return }
    let body = layout.body
    let rows = min(prompt.choices.count, Self.mostChoices, max(0, body.height - 1))
    guard rows > 0 else { return }
    let chosen = prompt.chosen ?? 0
    let first = max(0, min(chosen - rows / 2, prompt.choices.count - rows))
    let visible = Array(prompt.choices[first..<first + rows])
    let cells = visible.map { (label: canvas.cellText($0.label), note: canvas.cellText($0.note)) }
    let width = min(body.width, (cells.map { $0.label.width + $0.note.width + 4 }.max() ?? 0))
    let column = prompt.purpose == .command ? body.x : max(0, min(x - 1 + columnOf(prompt), body.maxX - width))
    for (index, cell) in cells.enumerated() {
      let row = Rect(x: column, y: body.maxY - rows + index, width: width, height: 1)
      let isChosen = prompt.chosen == first + index
      canvas.fill(row, style: Style(isChosen ? .menuSelected : .menu))
      let room = max(0, row.width - 2 - (cell.note.width > 0 ? cell.note.width + 1 : 0))
      canvas.write(cell.label.truncated(to: room), at: Point(x: row.x + 1, y: row.y), style: Style(isChosen ? .menuSelected : .menu), within: row)
      canvas.write(cell.note, at: Point(x: row.maxX - cell.note.width - 1, y: row.y), style: isChosen ? Style(.menuSelected) : Style(.menu, .dim), within: row)
    }
  }

  /// The column, from the first of the line, where what the choices would replace begins.
  private func columnOf(_ prompt: Prompt) -> Int {
    guard let start = prompt.choices.first?.replace.lowerBound else { return 0 }
    let bytes = Array(prompt.editor.text.utf8.prefix(max(0, start)))
    return CellText(String(decoding: bytes, as: UTF8.self), ascii: ascii).width
  }
}
