import EDTF
import Terminal
import TimelineStore
import TimelineModel

extension BrowserState {
  /// `Nagorno-Karabakh conflict  1988–2025`, from the days that are shown.
  private var headline: (title: String, span: String) {
    let title = store.timeline.title.isEmpty ? "annals" : store.timeline.title
    guard let span = store.span else { return (title, "") }
    let first = max(span.first, min(store.timeline.span?.earliest ?? span.first, span.last))
    let (from, through) = (first.year, span.last.year)
    return (title, from == through ? String(from) : "\(from)–\(through)")
  }

  private var countWords: String {
    let hidden = store.count - shown.count
    if hidden == 0 { return Self.count(shown.count, "event") }
    return "\(shown.count) shown, \(hidden) hidden"
  }

  /// The chips of the filter, as the header shows them.
  private var chipTexts: [CellText] { filter.clauses.map { CellText("[\($0.text)]", ascii: ascii) } }

  private var chipsWidth: Int { chipTexts.reduce(0) { $0 + $1.width + 1 } }

  /// Whether the chips stand in the header itself; else they have a row of their own.
  var chipsFitHeader: Bool {
    guard !filter.clauses.isEmpty, views.isEmpty else { return true }
    let (title, span) = headline
    return CellText(title).width + CellText(span).width + chipsWidth + CellText(countWords).width + 8 <= size.columns
  }

  func drawHeader(on canvas: inout Canvas) {
    let area = layout.header
    canvas.fill(area, style: Style(.header))
    let (title, span) = headline
    let counts = canvas.cellText(countWords)
    let showsCounts = area.width >= 40
    let right = showsCounts ? area.maxX - counts.width - 1 : area.maxX
    let room = area.splitLeft(max(0, right - 1 - area.x)).left
    var x = area.x + 1
    x += canvas.write(canvas.cellText(title).truncated(to: max(0, room.maxX - x)), at: Point(x: x, y: area.y), style: Style(.header, .bold), within: room)
    let spanText = canvas.cellText(span)
    if x + 2 + spanText.width <= room.maxX { x += 2 + canvas.write(spanText, at: Point(x: x + 2, y: area.y), style: Style(.header), within: room) }
    if showsCounts { canvas.write(counts, at: Point(x: right, y: area.y), style: Style(.header), within: area) }
    if filter.clauses.isEmpty { return }
    for (index, position) in chipPositions.enumerated() {
      let isOn = filter.clauses[index].isOn
      let style = chip == index ? Style(.menuSelected) : Style(isOn ? .chip : .chipOff)
      canvas.write(chipTexts[index], at: position, style: style, within: chipsFitHeader ? room : layout.chips)
    }
  }

  /// Where each chip begins.
  private var chipPositions: [Point] {
    let row: Rect
    var x: Int
    if chipsFitHeader {
      row = layout.header
      let (title, span) = headline
      x = row.x + 1 + CellText(title, ascii: ascii).width + 2 + CellText(span, ascii: ascii).width + 3
    } else {
      row = layout.chips
      x = row.x + 1
    }
    return chipTexts.map { text in
      defer { x += text.width + 1 }
      return Point(x: x, y: row.y)
    }
  }

  /// The chip under a point of the screen.
  func chipIndex(at point: Point) -> Int? {
    for (index, position) in chipPositions.enumerated() where point.y == position.y {
      if point.x >= position.x, point.x < position.x + chipTexts[index].width { return index }
    }
    return nil
  }
}
