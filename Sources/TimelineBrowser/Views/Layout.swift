package import Terminal

/// Which part of the screen shows what. Made from the size and the reader's choices alone, so that drawing and the mouse agree.
package struct Layout: Hashable, Sendable {
  /// Narrower screens show the detail on a page of its own.
  package static let leastColumnsBeside = 100
  /// Narrower screens show day and title alone.
  package static let leastColumnsForFigures = 60
  package static let smallest = Size(columns: 20, rows: 5)

  package var header: Rect
  package var chips: Rect
  package var strip: Rect
  package var list: Rect
  package var rule: Rect
  package var detail: Rect
  /// Between header and footer, for views that fill the screen.
  package var body: Rect
  package var footer: Rect
  package var isTooSmall: Bool

  /// - Parameters:
  ///   - hasChips: whether a row is needed for filter chips that do not fit beside the title.
  ///   - stripRows: what the strip would like: axis, bands, eras, marker.
  ///   - footerRows: more than one where a message is too long for a line.
  package init(size: Size, pane: PanePlacement, hasChips: Bool, stripRows: Int, footerRows: Int = 1) {
    let all = size.bounds
    isTooSmall = size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
    var rest = all
    (header, rest) = rest.splitTop(1)
    (rest, footer) = rest.splitBottom(max(1, footerRows))
    body = rest
    (chips, rest) = rest.splitTop(hasChips ? 1 : 0)
    // The list keeps at least two thirds of what is left.
    (strip, rest) = rest.splitTop(rest.height >= stripRows * 3 ? stripRows : rest.height >= 9 ? min(3, stripRows) : 0)
    rule = .zero
    detail = .zero
    list = rest
    switch pane {
    case .right where size.columns >= Self.leastColumnsBeside:
      let (left, right) = rest.splitLeft(size.columns / 2)
      list = left
      (rule, detail) = right.splitLeft(3)
    case .below where rest.height >= 16:
      let (top, bottom) = rest.splitTop(rest.height * 45 / 100)
      list = top
      (rule, detail) = bottom.splitTop(1)
    default: break
    }
  }

  package var hasDetail: Bool { !detail.isEmpty }

  /// Whether the detail stands under the list and not beside it.
  package var isDetailBelow: Bool { hasDetail && rule.y < detail.y }
}
