import EDTF
import Terminal
import TimelineModel
import TimelineStore

/// The top of the screen: what is open, over which time, by which filter, and how much of it is shown.
extension BrowserState {
  private var title: CellText { CellText(store.header.title.isEmpty ? "annals" : store.header.title, ascii: ascii) }

  /// `1988–2025`, the years of all events.
  private var span: CellText {
    guard let span = store.span else { return CellText(ascii: ascii) }
    let claimed = store.header.span?.earliest ?? span.first
    let (from, through) = (max(span.first, min(claimed, span.last)).year, span.last.year)
    return CellText(from == through ? String(from) : "\(from)–\(through)", ascii: ascii)
  }

  private var counts: CellText {
    let hidden = store.count - shown.count
    return CellText(hidden == 0 ? Self.count(shown.count, "event") : "\(Progress.grouped(shown.count)) shown, \(Progress.grouped(hidden)) hidden", ascii: ascii)
  }

  func drawHeader(on canvas: inout Canvas) {
    let area = layout.header
    canvas.fill(area, style: Style(.header))
    let room = area.inset(left: 1, right: 1)
    let (title, span, counts) = (title, span, counts)
    let left = room.inset(right: room.width >= 38 ? counts.width + 2 : 0)
    if room.width >= 38 { canvas.write(counts, at: Point(x: room.maxX - counts.width, y: room.y), style: Style(.header), within: room) }
    let used = canvas.write(title.truncated(to: left.width), at: left.origin, style: Style(.header, .bold), within: left)
    if used + 2 + span.width <= left.width { canvas.write(span, at: Point(x: left.x + used + 2, y: left.y), style: Style(.header), within: left) }
    drawChips(on: &canvas)
  }

  // MARK: - Chips

  /// A clause as a chip: in square brackets when it is on, in round ones when it is off.
  private var chipTexts: [CellText] {
    filter.clauses.map { CellText($0.isOn ? "[\($0.text)]" : "(\($0.text))", ascii: ascii) }
  }

  /// Whether the chips stand in the header itself; else they have a row of their own, in the timeline.
  var chipsFitHeader: Bool {
    guard !filter.clauses.isEmpty, views.isEmpty else { return true }
    let chips = chipTexts.reduce(0) { $0 + $1.width + 1 }
    return title.width + span.width + chips + counts.width + 8 <= size.columns
  }

  /// Where the chips stand; nothing where there are none, or no room for them.
  private func chipArea(_ texts: [CellText]) -> Rect {
    guard !filter.clauses.isEmpty else { return .zero }
    if !layout.chips.isEmpty { return layout.chips.inset(left: 1, right: 1) }
    let before = title.width + 2 + span.width + 3
    let area = layout.header.inset(left: 1 + before, right: 1 + counts.width + 2)
    return texts.reduce(0) { $0 + $1.width + 1 } - 1 <= area.width ? area : .zero
  }

  /// Where each chip begins; more than fit are moved to the left until the one that has the keys is seen.
  private func chipPositions(_ texts: [CellText], in area: Rect) -> [Point] {
    var x = area.x
    var positions = texts.map { text in
      defer { x += text.width + 1 }
      return Point(x: x, y: area.y)
    }
    if let chip, positions.indices.contains(chip) {
      let shift = positions[chip].x + texts[chip].width - (area.maxX - 1)
      if shift > 0 { for index in positions.indices { positions[index].x -= min(shift, positions[chip].x - area.x) } }
    }
    return positions
  }

  private func drawChips(on canvas: inout Canvas) {
    let texts = chipTexts
    let area = chipArea(texts)
    guard !area.isEmpty else { return }
    let positions = chipPositions(texts, in: area)
    for (index, position) in positions.enumerated() {
      let style = chip == index ? Style(.menuSelected) : Style(filter.clauses[index].isOn ? .chip : .chipOff)
      canvas.write(texts[index], at: position, style: style, within: area)
    }
    let more = canvas.cellText("…")
    if let last = positions.last, let text = texts.last, last.x + text.width > area.maxX {
      canvas.write(more, at: Point(x: area.maxX - 1, y: area.y), style: .dim, within: area)
    }
    if let first = positions.first, first.x < area.x { canvas.write(more, at: area.origin, style: .dim, within: area) }
  }

  /// The chip under a point of the screen.
  func chipIndex(at point: Point) -> Int? {
    let texts = chipTexts
    let area = chipArea(texts)
    guard area.contains(point) else { return nil }
    return zip(texts, chipPositions(texts, in: area)).enumerated().first { _, chip in
      point.x >= chip.1.x && point.x < chip.1.x + chip.0.width
    }?.offset
  }
}
