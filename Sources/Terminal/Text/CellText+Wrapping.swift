extension CellText {
  /// The text in lines of at most so many columns, broken at spaces; a word longer than a line is broken where the line ends.
  ///
  /// Spaces at a break are dropped. A text without glyphs is one empty line, and with no column at all there are no lines.
  ///
  /// ```swift
  /// CellText("Artillery exchange near Sotk").wrapped(to: 12).map(\.text)
  /// // ["Artillery", "exchange", "near Sotk"]
  /// ```
  /// - Complexity: O(n), n glyphs.
  package func wrapped(to columns: Int) -> [CellText] {
    guard columns > 0 else { return [] }
    guard width > columns else { return [self] }
    var lines: [CellText] = []
    var start = 0
    while start < units.count {
      let end = lineEnd(from: start, columns: columns)
      var last = end
      while last > start, isSpace(at: last - 1) { last -= 1 }
      if last > start || lines.isEmpty { lines.append(CellText(units: units[start..<last], substitutionsOf: self)) }
      start = end
      while start < units.count, isSpace(at: start) { start += 1 }
    }
    return lines
  }

  /// The unit after the last one of the line that begins at `start`; always beyond `start`, so that wrapping ends.
  private func lineEnd(from start: Int, columns: Int) -> Int {
    var end = slice(from: start, columns: columns).end
    guard end < units.count else { return end }
    if end == start {
      // A glyph wider than the line: it is taken alone, and the canvas clips it.
      end += 1
      while end < units.count, units[end].isMark { end += 1 }
      return end
    }
    if isSpace(at: end) { return end }
    var space = end
    while space > start, !isSpace(at: space - 1) { space -= 1 }
    // No space in the line, or only leading ones: break the word.
    return (start..<space).allSatisfy(isSpace) ? end : space
  }

  /// Whether a line may be broken at a unit. A no-break space is not such a place, nor one that carries a mark, which would be left without its base.
  private func isSpace(at index: Int) -> Bool {
    units[index].bits == 0x20 && !(units.indices.contains(index + 1) && units[index + 1].isMark)
  }
}
