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
      line(
        indent > 0 ? [run(String(repeating: " ", count: indent)), .init(text: part, style: style, item: nil)] : [.init(text: part, style: style, item: nil)])
    }
  }

  /// Registers something that can be followed and gives its number.
  package mutating func item(_ item: PageItem) -> Int {
    page.items.append(item)
    page.lineOfItem.append(page.lines.count)
    return page.items.count - 1
  }

  /// Runs that flow like one text: broken at blanks, a word too long for a line where the line ends, and continuation lines stand under the first.
  ///
  /// A run that begins with a comma stays with the one before it, unless that fills a line by itself.
  package mutating func flow(_ runs: [PageLine.Run], indent: Int, hanging: Int? = nil) {
    let hanging = min(hanging ?? indent, width < 40 ? width / 2 : width * 3 / 4)
    var line = FlowingLine(indent: indent, ascii: ascii)
    for (index, piece) in runs.enumerated() {
      // The comma that follows needs its column too.
      let sticky = index + 1 < runs.count && runs[index + 1].text.beginsWithComma ? 1 : 0
      // What was a blank between words is nothing at the beginning of a line.
      var rest = line.isContinuation && line.runs.count <= 1 && line.used <= hanging ? piece.text.withoutLeadingBlanks : piece.text
      while !rest.isEmpty {
        let room = width - line.used
        if rest.width + sticky <= room || (rest.beginsWithComma && rest.width <= room) {
          place(rest, of: piece, on: &line)
          break
        }
        if let end = rest.lastBreak(within: room) {
          if end > 0 { place(rest.prefix(columns: end), of: piece, on: &line) }
          rest = rest.dropping(columns: end).withoutLeadingBlanks
          self.end(&line, hanging)
        } else if line.used > hanging {
          self.end(&line, hanging)
        } else {
          let part = rest.prefix(columns: max(2, room))
          place(part, of: piece, on: &line)
          rest = rest.dropping(columns: part.width)
          if !rest.isEmpty { self.end(&line, hanging) }
        }
      }
    }
    if line.used > hanging || line.runs.count > 1 { self.line(line.runs) }
  }

  private mutating func place(_ text: CellText, of piece: PageLine.Run, on line: inout FlowingLine) {
    // An item begins in the first line that shows it.
    if let number = piece.item, page.lineOfItem.indices.contains(number), page.lines.last?.shows(item: number) != true {
      page.lineOfItem[number] = page.lines.count
    }
    line.add(PageLine.Run(text: text, style: piece.style, item: piece.item))
  }

  private mutating func end(_ line: inout FlowingLine, _ hanging: Int) {
    self.line(line.runs)
    line = FlowingLine(indent: hanging, ascii: ascii, isContinuation: true)
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

/// A line that is being filled: runs of one look are joined as they come.
private struct FlowingLine {
  var runs: [PageLine.Run]
  var used: Int
  let isContinuation: Bool

  init(indent: Int, ascii: Bool, isContinuation: Bool = false) {
    self.isContinuation = isContinuation
    runs = indent > 0 ? [PageLine.Run(text: CellText(String(repeating: " ", count: indent), ascii: ascii), style: .normal, item: nil)] : []
    used = indent
  }

  mutating func add(_ piece: PageLine.Run) {
    used += piece.text.width
    if let last = runs.last, last.style == piece.style, last.item == piece.item {
      runs[runs.count - 1].text += piece.text
    } else {
      runs.append(piece)
    }
  }
}

extension CellText {
  fileprivate var beginsWithComma: Bool { units.first?.scalar == "," }

  /// The column of the last blank at which a line of so many columns may end; nil when there is none.
  fileprivate func lastBreak(within columns: Int) -> Int? {
    var column = 0
    var found: Int?
    for unit in units {
      if column > columns { break }
      if unit.scalar == " " { found = column }
      column += unit.width
    }
    return found
  }

  fileprivate var withoutLeadingBlanks: CellText { dropping(columns: units.prefix { $0.scalar == " " }.count) }
}
