import EDTF
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
        if let event = shown.row(at: position), let summary = window[event] { drawEventRow(summary, on: &canvas, in: row) }
      }
    }
  }

  private func drawHeading(_ text: String, on canvas: inout Canvas, in row: Rect) {
    canvas.fill(row.inset(left: 1), with: canvas.cellText(ascii ? "-" : "─"), style: Style(.rule))
    canvas.write(canvas.cellText(" \(text) "), at: Point(x: row.x + 2, y: row.y), style: Style(.strong, .bold), within: row)
  }

  private func drawNothing(on canvas: inout Canvas, in area: Rect) {
    let words: String
    if store.isEmpty {
      words = "There are no events in this timeline. \(keyName(.problems)) lists what was odd in its files, \(keyName(.close)) leaves."
    } else {
      words = "No event matches \(filter.text). \(keyName(.undo)) undoes the last change of the filter, \(keyName(.clearFilters)) clears it."
    }
    let column = area.inset(left: 2, top: 1, right: 2)
    for (y, line) in canvas.cellText(words).wrapped(to: max(1, column.width)).prefix(column.height).enumerated() {
      canvas.write(line, at: Point(x: column.x, y: column.y + y), style: .normal, within: column)
    }
  }

  /// How wide the dates are written: in a wide list as long as a label can be.
  private static func dateColumns(_ width: Int) -> Int { width >= 54 ? 16 : width >= 48 ? 14 : width >= 40 ? 12 : max(6, width / 4) }

  private func dateLabel(_ summary: RowSummary, columns: Int) -> CellText {
    let year = sort == .date ? store.days(of: summary.row)?.first.year : nil
    let label = summary.date?.label(within: year, ascii: ascii) ?? summary.dateText ?? "undated"
    return DateLabel.fitted(CellText(label, ascii: ascii), to: columns)
  }

  private func drawEventRow(_ summary: RowSummary, on canvas: inout Canvas, in area: Rect) {
    let isSelected = summary.row == selected
    let showsFigures = size.columns >= Layout.leastColumnsForFigures
    if isSelected { canvas.write(canvas.cellText(ascii ? ">" : "▌"), at: Point(x: area.x + 1, y: area.y), style: Style(.marker), within: area) }
    let start = area.x + (area.width >= 40 ? 3 : 2)
    let dates = Self.dateColumns(area.width)
    canvas.write(dateLabel(summary, columns: dates), at: Point(x: start, y: area.y), style: Style(.date), within: area)
    var x = start + dates + 1
    if showsFigures {
      let glyph = EventGlyph(summary.kind)
      canvas.write(canvas.cellText(glyph.text(ascii: ascii)), at: Point(x: x, y: area.y), style: Style(glyph.role), within: area)
      x += 2
    }
    let glance = showsFigures ? self.glance(summary) : []
    let glanceWidth = glance.reduce(0) { $0 + $1.text.width }
    let titleRoom = max(0, area.maxX - 1 - x - (glanceWidth > 0 ? glanceWidth + 1 : 0))
    let title = canvas.cellText(summary.title).truncated(to: titleRoom)
    canvas.write(title, at: Point(x: x, y: area.y), style: summary.weight == 1 ? Style(.strong, .bold) : .normal, within: area)
    highlight(summary, width: title.width, at: Point(x: x, y: area.y), on: &canvas)
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
  private func highlight(_ summary: RowSummary, width: Int, at origin: Point, on canvas: inout Canvas) {
    guard let search, search.hits.contains(summary.row) else { return }
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
