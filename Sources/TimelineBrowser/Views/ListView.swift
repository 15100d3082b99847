import Terminal
import TimelineModel
import TimelineStore
import EDTF

extension BrowserState {
  /// The list of events: headings, long gaps, and a row for each event with its date, kind, title and what matters at a glance.
  func drawList(on canvas: inout Canvas, in area: Rect) {
    guard shown.count > 0 else { return drawNothing(on: &canvas, in: area) }
    let lines = listLines(from: top, height: area.height)
    for (index, line) in lines.enumerated() {
      let row = area.row(index)
      switch line {
      case .heading(let text): drawHeading(text, on: &canvas, in: row)
      case .gap(let words):
        let mark = ascii ? "--" : "┄"
        canvas.write(canvas.cellText("\(mark) \(words) \(mark)"), at: Point(x: row.x + 3, y: row.y), style: Style(.dim), within: row)
      case .event(let position):
        if let event = shown.row(at: position) { drawEventRow(event, on: &canvas, in: row) }
      }
    }
  }

  private func drawHeading(_ text: String, on canvas: inout Canvas, in row: Rect) {
    canvas.fill(row, with: canvas.cellText(ascii ? "-" : "─"), style: Style(.rule))
    canvas.write(canvas.cellText(" \(text) "), at: Point(x: row.x + 2, y: row.y), style: Style(.strong, .bold), within: row)
  }

  private func drawNothing(on canvas: inout Canvas, in area: Rect) {
    let words: String
    if store.count == 0 {
      words = "There are no events in this timeline."
    } else {
      let undo = settings.keymap.label(for: .undo, in: .timeline) ?? "u"
      let clear = settings.keymap.label(for: .clearFilters, in: .timeline) ?? "F"
      words = "No event matches \(filter.text). \(undo) undoes the last change of the filter, \(clear) clears it."
    }
    let column = area.inset(left: 2, top: 1, right: 2)
    for (y, line) in canvas.cellText(words).wrapped(to: max(1, column.width)).prefix(column.height).enumerated() {
      canvas.write(line, at: Point(x: column.x, y: column.y + y), style: .normal, within: column)
    }
  }

  /// How wide the dates are written.
  private func dateColumns(_ width: Int) -> Int { width >= 56 ? 14 : width >= 40 ? 12 : 10 }

  private func drawEventRow(_ row: Row, on canvas: inout Canvas, in area: Rect) {
    let summary = store.summary(at: row)
    let isSelected = row == selected
    let glyph = EventGlyph(summary.kind)
    if isSelected { canvas.write(canvas.cellText(ascii ? ">" : "▌"), at: Point(x: area.x + 1, y: area.y), style: Style(.marker), within: area) }
    let dates = dateColumns(area.width)
    let start = area.x + 3
    let date = sort == .date ? summary.date?.label(within: store.days(of: row)?.first.year, ascii: ascii) : summary.date?.label(within: nil, ascii: ascii)
    let dateText = canvas.cellText(date ?? summary.dateText ?? "undated")
    canvas.write(dateText.truncated(to: dates), at: Point(x: start, y: area.y), style: Style(.date), within: area)
    var x = start + dates + 1
    if size.columns >= Layout.leastColumnsForFigures {
      canvas.write(canvas.cellText(glyph.text(ascii: ascii)), at: Point(x: x, y: area.y), style: Style(glyph.role), within: area)
      x += 2
    }
    let glance = size.columns >= Layout.leastColumnsForFigures ? self.glance(summary) : []
    let glanceWidth = glance.reduce(0) { $0 + $1.text.width }
    let titleRoom = max(0, area.maxX - 1 - x - (glanceWidth > 0 ? glanceWidth + 1 : 0))
    let style = summary.weight == 1 ? Style(.strong, .bold) : summary.weight == 3 ? Style(.normal) : .normal
    let title = canvas.cellText(summary.title).truncated(to: titleRoom)
    canvas.write(title, at: Point(x: x, y: area.y), style: style, within: area)
    highlight(summary.title, width: title.width, at: Point(x: x, y: area.y), on: &canvas)
    var right = area.maxX - 1 - glanceWidth
    for piece in glance { right += canvas.write(piece.text, at: Point(x: right, y: area.y), style: piece.style, within: area) }
    if isSelected {
      canvas.restyle(Rect(x: area.x + 2, y: area.y, width: area.width - 2, height: 1)) { style in
        style.role == .match || style.role == .substitute ? style : Style(.selection, style.attributes)
      }
    }
  }

  /// What is said at the right of a row: the killed, and whether accounts disagree.
  private func glance(_ summary: RowSummary) -> [(text: CellText, style: Style)] {
    var pieces: [(CellText, Style)] = []
    if let killed = summary.killed, killed.high > 0 {
      let number = killed.best.map(String.init) ?? (killed.isExact ? String(killed.low) : "\(killed.low)–\(killed.high)")
      pieces.append((CellText(number + (ascii ? "+" : "†"), ascii: ascii), Style(.killed)))
    }
    pieces.append((CellText(summary.isDisputed ? "?" : " ", ascii: ascii), Style(.dispute, .bold)))
    return pieces
  }

  /// Marks what the search found in a title.
  private func highlight(_ title: String, width: Int, at origin: Point, on canvas: inout Canvas) {
    guard let search, !search.query.isEmpty else { return }
    for range in search.query.matches(in: title) {
      let before = title.unicodeScalars.prefix(range.lowerBound)
      let match = title.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)
      let start = CellText(String(String.UnicodeScalarView(before)), ascii: ascii).width
      let length = CellText(String(String.UnicodeScalarView(match)), ascii: ascii).width
      guard start < width else { continue }
      canvas.restyle(Rect(x: origin.x + start, y: origin.y, width: min(length, width - start), height: 1), style: Style(.match))
    }
  }

  /// The detail of the selected event beside the list or below it.
  func drawDetail(on canvas: inout Canvas, _ layout: Layout) {
    guard layout.hasDetail else { return }
    if layout.rule.width <= 3 {
      for y in layout.rule.y..<layout.rule.maxY {
        canvas.write(canvas.cellText(ascii ? "|" : "│"), at: Point(x: layout.rule.x, y: y), style: Style(.rule))
      }
    } else {
      canvas.fill(layout.rule, with: canvas.cellText(ascii ? "-" : "─"), style: Style(.rule))
    }
    guard let selected else { return }
    let area = layout.rule.width <= 3 ? layout.detail.inset(right: 1) : layout.detail.inset(left: 3, right: 1)
    var cache = detail
    let page = cache.page(of: selected, in: store, width: area.width, ascii: ascii)
    page.draw(on: &canvas, in: area, scroll: detailScroll)
    if page.lines.count > area.height + detailScroll {
      let more = canvas.cellText(ascii ? " J more " : " J ↓ ")
      canvas.write(more, at: Point(x: area.maxX - more.width, y: area.maxY - 1), style: Style(.dim))
    }
  }
}
