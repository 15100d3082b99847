import Notebook
import Terminal
import TimelineModel
import TimelineStore

extension BrowserState {
  /// The list of events: headings, long gaps, and a row for each event with its date, kind, title and what matters at a glance.
  func drawList(on canvas: inout Canvas, in area: Rect) {
    guard shown.count > 0 else { return drawNothing(on: &canvas, in: area) }
    for (index, line) in window.lines.enumerated() {
      let row = area.row(index)
      switch line {
      case .heading(let text): drawHeading(text, on: &canvas, in: row)
      case .gap(let words):
        let mark = ascii ? "--" : "┄"
        canvas.write(canvas.cellText("\(mark) \(words) \(mark)"), at: Point(x: row.x + 3, y: row.y), style: Style(.dim), within: row)
      case .event(let position):
        if let event = shown.row(at: position), let line = window[event] { drawEventRow(line, on: &canvas, in: row) }
      }
    }
  }

  private func drawHeading(_ text: String, on canvas: inout Canvas, in row: Rect) {
    canvas.fill(row.inset(left: 1), with: canvas.cellText(ascii ? "-" : "─"), style: Style(.rule))
    canvas.write(canvas.cellText(" \(text) "), at: Point(x: row.x + 2, y: row.y), style: Style(.strong, .bold), within: row)
  }

  private func drawNothing(on canvas: inout Canvas, in area: Rect) {
    let words: String
    if store.isEmpty, progress != nil {
      words = "The first events are on their way. \(keyName(.close)) leaves."
    } else if store.isEmpty {
      words = "There are no events in this timeline. \(keyName(.problems)) lists what was odd in its files, \(keyName(.close)) leaves."
    } else {
      words = "No event matches \(filter.text). \(keyName(.undo)) undoes the last change of the filter, \(keyName(.clearFilters)) clears it."
    }
    let column = area.inset(left: 2, top: 1, right: 2)
    for (y, line) in canvas.cellText(words).wrapped(to: max(1, column.width)).prefix(column.height).enumerated() {
      canvas.write(line, at: Point(x: column.x, y: column.y + y), style: .normal, within: column)
    }
  }

  private func drawEventRow(_ line: ListRow, on canvas: inout Canvas, in area: Rect) {
    let summary = line.summary
    let form = listForm
    let isSelected = summary.row == selected
    if isSelected { canvas.write(canvas.cellText(ascii ? ">" : "▌"), at: Point(x: area.x + 1, y: area.y), style: Style(.marker), within: area) }
    var x = area.x + form.start
    canvas.write(line.date, at: Point(x: x, y: area.y), style: Style(.date), within: area)
    x += form.dateColumns + 1
    if form.showsFigures {
      let glyph = EventGlyph(summary.kind)
      canvas.write(canvas.cellText(glyph.text(ascii: ascii)), at: Point(x: x, y: area.y), style: Style(glyph.role), within: area)
      x += 2
    }
    canvas.write(line.title, at: Point(x: x, y: area.y), style: summary.weight == 1 ? Style(.strong, .bold) : .normal, within: area)
    highlight(summary, width: line.title.width, at: Point(x: x, y: area.y), on: &canvas)
    let pieces = line.glance + (form.showsFigures ? margin(of: summary) : [])
    var right = area.maxX - 1 - pieces.reduce(0) { $0 + $1.text.width }
    for piece in pieces { right += canvas.write(piece.text, at: Point(x: right, y: area.y), style: piece.style, within: area) }
    if isSelected {
      canvas.restyle(Rect(x: area.x + 2, y: area.y, width: area.width - 2, height: 1)) { style in
        style.role == .match || style.role == .substitute ? style : Style(.selection, style.attributes)
      }
    }
  }

  /// What the reader wrote, at the right end of a row: a column each, as soon as there is any note or bookmark in the timeline, so that nothing moves
  /// when another is made.
  private func margin(of summary: RowSummary) -> [(text: CellText, style: Style)] {
    var pieces: [(CellText, Style)] = []
    if hasNotes { pieces.append((CellText(margin.note(on: summary.id) == nil ? " " : MarginGlyph.note.text(ascii: ascii)), Style(.marker))) }
    if hasBookmarks { pieces.append((CellText(margin.isBookmarked(summary.id) ? MarginGlyph.bookmark.text(ascii: ascii) : " "), Style(.marker))) }
    return pieces
  }

  /// Marks what the search found in a title.
  private func highlight(_ summary: RowSummary, width: Int, at origin: Point, on canvas: inout Canvas) {
    guard let search, search.scan.isHit(summary.row) else { return }
    for range in search.query.matches(in: summary.title) {
      let before = summary.title.unicodeScalars.prefix(range.lowerBound)
      let match = summary.title.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)
      let start = CellText(String(String.UnicodeScalarView(before)), ascii: ascii).width
      let length = CellText(String(String.UnicodeScalarView(match)), ascii: ascii).width
      guard start < width else { continue }
      canvas.restyle(Rect(x: origin.x + start, y: origin.y, width: min(length, width - start), height: 1), style: Style(.match))
    }
  }
}
