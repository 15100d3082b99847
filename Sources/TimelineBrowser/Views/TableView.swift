import EDTF
import Terminal
import TimelineModel
import TimelineStore

extension BrowserState {
  /// Where the rows of a table that fills the screen stand, under its line of headings.
  private var tableArea: Rect { layout.body.inset(top: 1) }

  private func drawTableHeading(_ text: String, on canvas: inout Canvas) {
    let row = layout.body.row(0)
    canvas.write(canvas.cellText(text).truncated(to: row.width), at: Point(x: row.x, y: row.y), style: Style(.accountHeader, .bold), within: row)
  }

  /// Draws the rows of a table that are in its window; `line` writes one.
  private func drawRows(_ table: TableViewState, count: Int, on canvas: inout Canvas, _ line: (Int, Rect, inout Canvas) -> Void) {
    let area = tableArea
    if count == 0 {
      let words = table.query.isEmpty ? "Nothing to show." : "Nothing matches \(table.query)."
      canvas.write(canvas.cellText(words), at: Point(x: area.x + 2, y: area.y), style: .dim, within: area)
    }
    for y in 0..<area.height {
      let index = table.top + y
      guard index < count else { break }
      line(index, area.row(y), &canvas)
      if index == table.selected {
        canvas.restyle(area.row(y)) { style in style.role == .substitute ? style : Style(.selection, style.attributes) }
        canvas.write(canvas.cellText(ascii ? ">" : "▌"), at: area.row(y).origin, style: Style(.marker))
      }
    }
    drawScrollbar(on: &canvas, in: area, first: table.top, count: count)
  }

  // MARK: - Actors

  /// Everyone who took part in what is shown: how many events, how many killed in them, first, last, and when.
  func drawActors(_ table: TableViewState, on canvas: inout Canvas) {
    let rows = actorRows(table)
    let lookAlikes = store.lookAlikes
    let wide = size.columns >= Self.leastColumnsForSparklines
    let medium = size.columns >= 60
    let name = max(8, size.columns - 13 - (medium ? 14 : 0) - (wide ? 26 + 24 : 0))
    var heading = "    " + Self.padded("ACTOR", name) + Self.padded("EVENTS", 7, right: true)
    if medium { heading += Self.padded("KILLED", 14, right: true) }
    if wide { heading += "  " + Self.padded("FIRST", 12) + Self.padded("LAST", 12) + "WHEN" }
    drawTableHeading(heading, on: &canvas)
    drawRows(table, count: rows.count, on: &canvas) { index, row, canvas in
      let facet = rows[index]
      var x = row.x + 1
      func put(_ text: String, _ width: Int, right: Bool = false, _ style: Style = .normal) {
        let cell = canvas.cellText(text).truncated(to: width)
        canvas.write(cell, at: Point(x: right ? x + width - cell.width : x, y: row.y), style: style, within: row)
        x += width
      }
      let mark = table.marked[facet.key]
      put(mark == true ? "+" : mark == false ? "-" : " ", 2, Style(.marker, .bold))
      let twin = lookAlikes[facet.key]
      put(twin == nil ? " " : canvas.ascii ? "~" : "≈", 1, Style(.warning))
      // What tells it from its twin is worth more than the end of a long name.
      let difference = canvas.cellText(twin.map { "  \($0.words)" } ?? "").truncated(to: name - 1)
      let label = canvas.cellText(facet.label).truncated(to: name - 1 - difference.width)
      canvas.write(difference, at: Point(x: x + label.width, y: row.y), style: Style(.warning), within: row)
      put(facet.label, label.width)
      x += name - label.width
      put(String(facet.events), 7, right: true)
      if medium { put(ActorsTable.killed(facet), 14, right: true, Style(.killed)) }
      if wide {
        x += 2
        put(facet.first?.iso8601 ?? "", 12, Style(.date))
        put(facet.last?.iso8601 ?? "", 12, Style(.date))
        put(tableCache.sparklines[facet.key] ?? "", Self.sparklineColumns, Style(.stripOther))
      }
    }
  }

  static func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return right ? blanks + text : text + blanks
  }

  // MARK: - Sources and problems

  func drawSources(_ table: TableViewState, on canvas: inout Canvas) {
    let rows = sourceRows(table)
    let medium = size.columns >= 60
    let publisher = medium ? min(28, size.columns / 4) : 16
    drawTableHeading("  EVENTS  " + Self.padded("PUBLISHER", publisher) + (medium ? Self.padded("DATE", 12) : "") + "TITLE", on: &canvas)
    drawRows(table, count: rows.count, on: &canvas) { index, row, canvas in
      let (source, events) = (rows[index].source, rows[index].events)
      var x = row.x + 2
      func put(_ text: String, _ width: Int, right: Bool = false, _ style: Style = .normal) {
        let cell = canvas.cellText(text).truncated(to: max(0, width))
        canvas.write(cell, at: Point(x: right ? x + width - cell.width : x, y: row.y), style: style, within: row)
        x += width
      }
      put(String(events), 6, right: true)
      x += 2
      put(source.publisher, publisher - 1, Style(.link))
      x += 1
      if medium {
        put(source.date?.text ?? "", 11, Style(.date))
        x += 1
      }
      put(source.title, row.maxX - x - 1)
    }
  }

  func drawProblems(_ table: TableViewState, on canvas: inout Canvas) {
    let rows = problemRows(table)
    let errors = problems.count { $0.severity == .error }
    drawTableHeading("  \(Self.count(errors, "error").uppercased()), \(Self.count(problems.count - errors, "warning").uppercased())", on: &canvas)
    drawRows(table, count: rows.count, on: &canvas) { index, row, canvas in
      let problem = rows[index]
      let style = Style(problem.severity == .error ? .error : .warning)
      let place = canvas.cellText("\(problem.location): ")
      canvas.write(place, at: Point(x: row.x + 2, y: row.y), style: Style(.dim), within: row)
      canvas.write(
        canvas.cellText(problem.words).truncated(to: max(0, row.width - 3 - place.width)), at: Point(x: row.x + 2 + place.width, y: row.y), style: style,
        within: row)
    }
  }

  // MARK: - Help

  func drawHelp(_ help: HelpViewState, on canvas: inout Canvas) {
    let rows = helpRows(help)
    drawTableHeading("  Keys and commands: \(help.place.rawValue)", on: &canvas)
    let keys = min(18, max(10, size.columns / 5))
    drawRows(help.table, count: rows.count, on: &canvas) { index, row, canvas in
      switch rows[index] {
      case .heading(let text):
        canvas.write(canvas.cellText(text), at: Point(x: row.x + 2, y: row.y), style: Style(.strong, .bold), within: row)
      case .command(let command, let keyText):
        canvas.write(canvas.cellText(keyText).truncated(to: keys - 1), at: Point(x: row.x + 2, y: row.y), style: Style(.key), within: row)
        let summary = canvas.cellText(command.summary)
        canvas.write(summary.truncated(to: max(0, row.width - keys - 3)), at: Point(x: row.x + 2 + keys, y: row.y), style: .normal, within: row)
        let name = canvas.cellText(":" + command.name)
        if row.width - keys - 4 - summary.width > name.width {
          canvas.write(name, at: Point(x: row.maxX - name.width - 2, y: row.y), style: .dim, within: row)
        }
      case .note(let term, let words):
        canvas.write(canvas.cellText(term).truncated(to: keys - 1), at: Point(x: row.x + 2, y: row.y), style: Style(.key), within: row)
        canvas.write(canvas.cellText(words).truncated(to: max(0, row.width - keys - 3)), at: Point(x: row.x + 2 + keys, y: row.y), style: .normal, within: row)
      }
    }
  }
}
