import Terminal

/// The parts of the screen that the editor of a note takes.
struct NoteArea: Hashable, Sendable {
  /// The line above the words, which says what they are on; empty where there is no room for it.
  var title: Rect
  var text: Rect
  /// The first row of the words that is seen.
  var top: Int
}

extension BrowserState {
  /// As many rows as the words take, three at least and half of the screen at most.
  func noteArea(_ editor: NoteEditor) -> NoteArea {
    let body = layout.body
    let margin = body.width >= 40 ? 2 : 0
    let width = max(1, body.width - 2 * margin - 1)
    let rows = editor.rows(width: width, ascii: ascii)
    let height = min(max(3, rows.count), max(1, min(body.height - 1, max(3, body.height / 2))))
    let (above, text) = body.splitBottom(height)
    let title = above.splitBottom(min(1, above.height)).bottom
    let cursor = editor.row(ofCursorIn: rows)
    return NoteArea(
      title: title, text: text.inset(left: margin, right: margin + 1), top: max(0, min(cursor - height / 2, rows.count - height)))
  }

  func drawNote(_ editor: NoteEditor, on canvas: inout Canvas) {
    let area = noteArea(editor)
    let whole = Rect(x: layout.body.x, y: area.text.y, width: layout.body.width, height: area.text.height)
    canvas.fill(area.title, with: canvas.cellText(ascii ? "-" : "─"), style: Style(.rule))
    let title = canvas.cellText(" Your note on “\(editor.title)” ").truncated(to: max(0, area.title.width - 4))
    canvas.write(title, at: Point(x: area.title.x + 2, y: area.title.y), style: Style(.prompt, .bold), within: area.title)
    canvas.fill(whole, style: Style(.prompt))
    let rows = editor.rows(width: area.text.width, ascii: ascii)
    for y in 0..<area.text.height where rows.indices.contains(area.top + y) {
      let words = canvas.cellText(String(editor.letters[rows[area.top + y]]))
      canvas.write(words, at: Point(x: area.text.x, y: area.text.y + y), style: Style(.prompt), within: area.text)
    }
    let row = editor.row(ofCursorIn: rows)
    let column = editor.width(of: rows[row].lowerBound..<max(rows[row].lowerBound, editor.cursor), ascii: ascii)
    canvas.cursor = Point(x: min(area.text.x + column, whole.maxX - 1), y: area.text.y + row - area.top)
  }
}
