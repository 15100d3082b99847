import EDTF
import Terminal
import TimelineStore

extension BrowserState {
  private static let blocks = ["▁", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let asciiBlocks = ["_", ".", ".", ":", "-", "=", "+", "*", "#"]

  /// The whole span as two bands of bars, with its dates above, the eras below, and a mark under what the list shows.
  func drawStrip(on canvas: inout Canvas, in area: Rect) {
    guard area.height > 0, strip.columns > 0 else { return }
    let bars = Rect(x: area.x + strip.left, y: area.y, width: strip.columns, height: area.height)
    var y = area.y
    if area.height >= 4 {
      drawAxis(on: &canvas, in: bars, at: y)
      y += 1
    }
    drawBand(on: &canvas, strip.upper, at: y, in: bars, style: Style(store.hasBands ? .stripFighting : .stripOther), name: strip.upperName)
    drawBand(on: &canvas, strip.lower, at: y + 1, in: bars, style: Style(store.hasBands ? .stripTalks : .stripOther), name: strip.lowerName)
    y += 2
    if area.maxY - y >= 2 {
      drawEras(on: &canvas, in: bars, at: y)
      y += 1
    }
    drawMarker(on: &canvas, in: bars, at: y)
  }

  private func drawAxis(on canvas: inout Canvas, in bars: Rect, at y: Int) {
    for label in strip.axis {
      canvas.write(canvas.cellText(label.text), at: Point(x: bars.x + label.column, y: y), style: Style(.dim), within: Rect(x: bars.x, y: y, width: size.columns, height: 1))
    }
  }

  private func drawBand(on canvas: inout Canvas, _ band: [StripPicture.Bar], at y: Int, in bars: Rect, style: Style, name: String) {
    let blocks = ascii ? Self.asciiBlocks : Self.blocks
    for (index, bar) in band.enumerated() {
      let glyph = canvas.cellText(blocks[min(bar.eighths, 8)])
      let look = bar.eighths == 0 ? Style(.rule) : bar.isPale ? Style(.stripPale) : style
      canvas.fill(Rect(x: bars.x + index * strip.cellsPerBucket, y: y, width: strip.cellsPerBucket, height: 1), with: glyph, style: look)
    }
    if StripPicture.nameColumns(width: size.columns) > 0 {
      canvas.write(canvas.cellText(name), at: Point(x: bars.maxX + 1, y: y), style: style)
    }
  }

  private func drawEras(on canvas: inout Canvas, in bars: Rect, at y: Int) {
    let day = currentRow.flatMap { store.days(of: $0)?.first }
    for segment in strip.eras {
      let isNow = day.map(segment.days.contains) ?? false
      let room = Rect(x: bars.x + segment.columns.lowerBound, y: y, width: segment.columns.count, height: 1)
      var name = room
      if segment.columns.lowerBound > 0 {
        canvas.write(canvas.cellText(ascii ? "|" : "┊"), at: room.origin, style: Style(.rule), within: room)
        name = room.inset(left: 1)
      }
      guard name.width >= 4 || isNow else { continue }
      canvas.write(
        canvas.cellText(segment.name).truncated(to: name.width - (name.width > 6 ? 1 : 0)), at: name.origin,
        style: Style(isNow ? .eraNow : .era), within: name)
    }
  }

  /// A line under the days of the list's window, and a mark under the selected event.
  private func drawMarker(on canvas: inout Canvas, in bars: Rect, at y: Int) {
    let row = Rect(x: bars.x, y: y, width: bars.width, height: 1)
    if sort == .date {
      let lines = listLines(from: top, height: layout.list.height)
      let positions = lines.compactMap { if case .event(let position) = $0 { position } else { nil } }
      let days = [positions.first, positions.last].compactMap { $0 }.compactMap { shown.row(at: $0) }.compactMap { store.days(of: $0)?.first }
      if let first = days.first, let last = days.last, let range = strip.range, first <= range.upperBound, last >= range.lowerBound {
        let from = StripPicture.column(of: max(first, range.lowerBound), in: range, columns: strip.columns)
        let through = StripPicture.column(of: min(max(first, last), range.upperBound), in: range, columns: strip.columns)
        canvas.fill(Rect(x: bars.x + from, y: y, width: through - from + 1, height: 1), with: canvas.cellText(ascii ? "-" : "─"), style: Style(.rule))
      }
    }
    guard let selected, let day = store.days(of: selected)?.first else { return }
    if let column = strip.column(of: day) {
      canvas.write(canvas.cellText(ascii ? "^" : "▲"), at: Point(x: bars.x + column, y: y), style: Style(.marker), within: row)
    } else if let range = strip.range {
      let isEarlier = day < range.lowerBound
      let text = canvas.cellText(isEarlier ? (ascii ? "< earlier" : "◂ earlier") : (ascii ? "later >" : "later ▸"))
      canvas.write(text, at: Point(x: isEarlier ? bars.x : bars.maxX - text.width, y: y), style: Style(.marker), within: row)
    }
  }
}
