package import Terminal
package import TimelineStore

/// One line of a page: runs of text, each in its style and perhaps something that can be followed.
package struct PageLine: Hashable, Sendable {
  package struct Run: Hashable, Sendable {
    package var text: CellText
    package var style: Style
    /// The number of the item that the run belongs to, into the page's ``Page/items``.
    package var item: Int?
  }

  package var runs: [Run]

  package init(_ runs: [Run] = []) { self.runs = runs }

  package func shows(item: Int) -> Bool { runs.contains { $0.item == item } }

  package var width: Int { runs.reduce(0) { $0 + $1.text.width } }
}

/// Something on a page that Tab finds and Enter follows.
package enum PageItem: Hashable, Sendable {
  case event(Row)
  case actor(String)
  case place(String)
  case source(String)
  case kind(String)
}

/// A page of any height, laid out for one width.
package struct Page: Sendable {
  package var lines: [PageLine] = []
  package var items: [PageItem] = []
  /// The first line that each item stands in.
  package var lineOfItem: [Int] = []

  /// The lines that an item stands in; an item that is on no line has none, where it would begin.
  package func lines(ofItem item: Int) -> Range<Int> {
    guard lineOfItem.indices.contains(item) else { return 0..<0 }
    let first = lineOfItem[item]
    var end = first
    while end < lines.count, lines[end].shows(item: item) { end += 1 }
    return first..<end
  }

  /// Draws the lines from `scroll` on into a rectangle; the focused item is drawn reversed.
  package func draw(on canvas: inout Canvas, in area: Rect, scroll: Int, focused: Int? = nil) {
    for y in 0..<area.height {
      let number = scroll.addingSaturated(y)
      guard lines.indices.contains(number) else { continue }
      var x = area.x
      for run in lines[number].runs {
        let style = run.item != nil && run.item == focused ? Style(.menuSelected) : run.style
        x += canvas.write(run.text, at: Point(x: x, y: area.y + y), style: style, within: area)
      }
    }
  }
}
