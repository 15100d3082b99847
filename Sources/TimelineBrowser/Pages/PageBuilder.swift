package import Terminal

/// Lays out a page line by line for a width, through the gate, in ASCII where the locale asks for it.
package struct PageBuilder {
  package let width: Int
  package let ascii: Bool
  package private(set) var page = Page()

  package init(width: Int, ascii: Bool) {
    self.width = max(1, width)
    self.ascii = ascii
  }

  package func cell(_ text: some StringProtocol) -> CellText { CellText(text, ascii: ascii) }

  package mutating func line(_ runs: [PageLine.Run]) { page.lines.append(PageLine(runs)) }
  package mutating func blank() { if !page.lines.isEmpty, page.lines.last?.runs.isEmpty == false { page.lines.append(PageLine()) } }

  package func run(_ text: some StringProtocol, _ style: Style = .normal) -> PageLine.Run {
    PageLine.Run(text: cell(text), style: style, item: nil)
  }

  /// Wraps a text over as many lines as it takes, after an indent.
  package mutating func paragraph(_ text: some StringProtocol, _ style: Style = .normal, indent: Int = 0) {
    let room = max(1, width - indent)
    for part in cell(text).wrapped(to: room) {
      line(indent > 0 ? [run(String(repeating: " ", count: indent)), .init(text: part, style: style, item: nil)] : [.init(text: part, style: style, item: nil)])
    }
  }

  /// Registers something that can be followed and gives its number.
  package mutating func item(_ item: PageItem) -> Int {
    page.items.append(item)
    page.lineOfItem.append(page.lines.count)
    return page.items.count - 1
  }

  /// Runs that flow like words: each stays whole where it fits on a line of its own, and continuation lines stand under the first.
  package mutating func flow(_ runs: [PageLine.Run], indent: Int, hanging: Int? = nil) {
    let hanging = hanging ?? indent
    var current: [PageLine.Run] = [run(String(repeating: " ", count: indent))]
    var used = indent
    func isBlank(_ run: PageLine.Run) -> Bool { run.text.text.allSatisfy { $0 == " " } }
    for piece in runs {
      if used + piece.text.width > width, used > hanging {
        line(current)
        current = [run(String(repeating: " ", count: hanging))]
        used = hanging
        if isBlank(piece) { continue }
      }
      if used + piece.text.width <= width {
        if let number = piece.item, !current.contains(where: { $0.item == number }) { page.lineOfItem[number] = page.lines.count }
        current.append(piece)
        used += piece.text.width
        continue
      }
      // Longer than a line of its own: broken like a paragraph.
      let parts = piece.text.wrapped(to: max(1, width - hanging))
      if let number = piece.item { page.lineOfItem[number] = page.lines.count }
      for (index, part) in parts.enumerated() {
        current.append(.init(text: part, style: piece.style, item: piece.item))
        used += part.width
        if index + 1 < parts.count {
          line(current)
          current = [run(String(repeating: " ", count: hanging))]
          used = hanging
        }
      }
    }
    if used > hanging || current.count > 1 { line(current) }
  }

  /// Columns side by side, each wrapped by itself, with a rule between them.
  package mutating func columns(_ columns: [[PageLine]], width columnWidth: Int, separator: String) {
    labelled([], labelWidth: 0, columns, width: columnWidth, separator: separator)
  }

  /// The same with a column of labels at the left, without a rule after it.
  package mutating func labelled(_ labels: [PageLine], labelWidth: Int, _ columns: [[PageLine]], width columnWidth: Int, separator: String) {
    let height = max(labels.count, columns.map(\.count).max() ?? 0)
    for y in 0..<height {
      var runs = labelWidth > 0 ? padded(y < labels.count ? labels[y] : PageLine(), to: labelWidth) : []
      for (index, column) in columns.enumerated() {
        if index > 0 { runs.append(run(separator, Style(.rule))) }
        let content = y < column.count ? column[y] : PageLine()
        runs += index + 1 < columns.count ? padded(content, to: columnWidth) : content.runs
      }
      line(runs)
    }
  }

  private func padded(_ line: PageLine, to columns: Int) -> [PageLine.Run] {
    line.width < columns ? line.runs + [run(String(repeating: " ", count: columns - line.width))] : line.runs
  }
}
