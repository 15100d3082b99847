import EDTF
import Terminal
import TimelineStore

extension BrowserState {
  private static let blocks = ["▁", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"].map { CellText($0) }
  private static let asciiBlocks = ["_", ".", ".", ":", "-", "=", "+", "*", "#"].map { CellText($0) }

  /// The whole span as two bands of bars, with its dates above, the eras below, and a mark under what the list shows.
  func drawStrip(on canvas: inout Canvas, in area: Rect) {
    guard area.height > 0, strip.columns > 0 else { return }
    let bars = Rect(x: area.x + strip.left, y: area.y, width: strip.columns, height: area.height)
    var y = area.y
    if area.height >= 4 {
      drawAxis(on: &canvas, in: bars, at: y)
      y += 1
    }
    let (upper, lower) = store.hasBands ? (Style(.stripFighting), Style(.stripTalks)) : (Style(.stripOther), Style(.stripOther))
    drawBand(on: &canvas, strip.upper, at: y, in: bars, style: upper, name: strip.upperName)
    drawBand(on: &canvas, strip.lower, at: y + 1, in: bars, style: lower, name: strip.lowerName)
    y += 2
    if area.maxY - y >= 2 {
      drawEras(on: &canvas, in: bars, at: y)
      y += 1
    }
    drawMarker(on: &canvas, in: bars, at: y)
  }

  private func drawAxis(on canvas: inout Canvas, in bars: Rect, at y: Int) {
    for label in strip.axis { canvas.write(canvas.cellText(label.text), at: Point(x: bars.x + label.column, y: y), style: Style(.dim), within: bars) }
  }

  private func drawBand(on canvas: inout Canvas, _ band: [StripPicture.Bar], at y: Int, in bars: Rect, style: Style, name: String) {
    let blocks = ascii ? Self.asciiBlocks : Self.blocks
    var start = 0
    while start < band.count {
      let bar = band[start]
      let end = band[start...].firstIndex { $0 != bar } ?? band.count
      let cells = Rect(x: bars.x + start * strip.cellsPerBucket, y: y, width: (end - start) * strip.cellsPerBucket, height: 1)
      let look = bar.eighths == 0 ? Style(.rule) : bar.isPale ? Style(.stripPale) : style
      canvas.fill(bars.intersection(cells), with: blocks[min(bar.eighths, 8)], style: look)
      start = end
    }
    if StripPicture.nameColumns(width: size.columns) > 0 {
      canvas.write(canvas.cellText(name), at: Point(x: bars.maxX + 1, y: y), style: style)
    }
  }

  /// The narrowest room in which the beginning of an era's name still says something.
  private static let leastEraColumns = 6

  /// The names of the eras, each where it begins. The one that the event lies in is written whole, and its neighbours make room for it.
  private func drawEras(on canvas: inout Canvas, in bars: Rect, at y: Int) {
    let row = Rect(x: bars.x, y: y, width: bars.width, height: 1)
    let bar = canvas.cellText(ascii ? "|" : "┊")
    let day = currentRow.flatMap { store.days(of: $0)?.first }
    let now = day.flatMap { day in strip.eras.lastIndex { $0.days.contains(day) } }
    var taken = Rect(x: row.x, y: y, width: 0, height: 1)
    if let now {
      let segment = strip.eras[now]
      let text = (segment.columns.lowerBound > 0 ? bar : CellText(ascii: ascii)) + canvas.cellText(segment.name)
      let cut = text.truncated(to: row.width)
      let x = max(row.x, min(row.x + segment.columns.lowerBound, row.maxX - cut.width))
      canvas.write(cut, at: Point(x: x, y: y), style: Style(.eraNow), within: row)
      taken = Rect(x: x, y: y, width: cut.width + 1, height: 1)
    }
    for (index, segment) in strip.eras.enumerated() where index != now && segment.columns.count >= Self.leastEraColumns / 2 {
      let room = Rect(x: row.x + segment.columns.lowerBound, y: y, width: segment.columns.count, height: 1)
      // What the name of the present era covers is taken away, at whichever end it is.
      let free =
        if room.intersection(taken).isEmpty {
          room
        } else if taken.x <= room.x {
          room.inset(left: taken.maxX - room.x)
        } else {
          room.inset(right: room.maxX - taken.x)
        }
      let begins = segment.columns.lowerBound > 0 && free.x == room.x && free.width > 1
      if begins { canvas.write(bar, at: free.origin, style: Style(.rule), within: free) }
      let name = free.inset(left: begins ? 1 : 0, right: 1)
      let text = canvas.cellText(segment.name)
      guard text.width <= name.width || name.width >= Self.leastEraColumns else { continue }
      canvas.write(text.truncated(to: name.width), at: name.origin, style: Style(.era), within: name)
    }
  }

  /// A line under the days of the list's window, and a mark under the event; how many lie beyond the strip at its ends.
  private func drawMarker(on canvas: inout Canvas, in bars: Rect, at y: Int) {
    let row = Rect(x: bars.x, y: y, width: bars.width, height: 1)
    guard let range = strip.range else { return }
    if sort == .date, let positions = window.positions {
      let days = [positions.first, positions.last].compactMap { shown.row(at: $0).flatMap { store.days(of: $0)?.first } }
      if let first = days.first, let last = days.last, first <= range.upperBound, last >= range.lowerBound,
        let from = strip.column(of: max(first, range.lowerBound)), let through = strip.column(of: min(last, range.upperBound)), from <= through
      {
        canvas.fill(
          Rect(x: row.x + from, y: y, width: through - from + strip.cellsPerBucket, height: 1), with: canvas.cellText(ascii ? "-" : "─"), style: Style(.rule))
      }
    }
    drawOutside(on: &canvas, in: row)
    guard let current = currentRow, let day = store.days(of: current)?.first, let column = strip.column(of: day) else { return }
    canvas.write(canvas.cellText(ascii ? "^" : "▲"), at: Point(x: row.x + column, y: y), style: Style(.marker), within: row)
  }

  /// `◂ 3 earlier` and `12 later ▸`, shortened to the number where the event's own mark stands in the words.
  private func drawOutside(on canvas: inout Canvas, in row: Rect) {
    guard let range = strip.range, sort == .date else { return }
    let day = currentRow.flatMap { store.days(of: $0)?.first }
    let mark = day.flatMap { strip.column(of: $0) }.map { row.x + $0 }
    let (left, right) = ascii ? ("<", ">") : ("◂", "▸")
    func fits(_ text: CellText, at x: Int) -> Bool { mark.map { $0 < x - 1 || $0 > x + text.width } ?? true }
    if strip.earlier > 0 {
      let texts = ["\(left) \(strip.earlier) earlier", "\(left) \(strip.earlier)"].map { canvas.cellText($0) }
      let style = Style(day.map { $0 < range.lowerBound } ?? false ? .marker : .dim)
      if let text = texts.first(where: { fits($0, at: row.x) }) { canvas.write(text, at: row.origin, style: style, within: row) }
    }
    if strip.later > 0 {
      let texts = ["\(strip.later) later \(right)", "\(strip.later) \(right)"].map { canvas.cellText($0) }
      let style = Style(day.map { $0 > range.upperBound } ?? false ? .marker : .dim)
      if let text = texts.first(where: { fits($0, at: row.maxX - $0.width) }) {
        canvas.write(text, at: Point(x: row.maxX - text.width, y: row.y), style: style, within: row)
      }
    }
  }
}
