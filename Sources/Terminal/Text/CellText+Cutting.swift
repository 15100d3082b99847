extension CellText {
  /// As many glyphs from the start as fit into so many columns; one column less where a wide glyph would be split.
  ///
  /// - Complexity: O(n), n glyphs of the result.
  package func prefix(columns: Int) -> CellText {
    guard width > columns else { return self }
    return slice(from: 0, columns: columns).text
  }

  /// The text without its first columns; a wide glyph that would be split goes whole.
  package func dropping(columns: Int) -> CellText {
    guard columns > 0 else { return self }
    guard columns < width else { return CellText(ascii: isForASCII) }
    var index = 0
    var dropped = 0
    while index < units.count, dropped < columns || units[index].isMark {
      dropped += units[index].width
      index += 1
    }
    return CellText(units: units[index...], substitutionsOf: self)
  }

  /// The text, or as much of it as leaves room for an ellipsis within so many columns: … or `~` where the text was made for ASCII.
  ///
  /// ```swift
  /// CellText("Artillery exchange").truncated(to: 10).text   // "Artillery…"
  /// CellText("Artillery").truncated(to: 10).text            // "Artillery"
  /// ```
  package func truncated(to columns: Int) -> CellText {
    guard width > columns else { return self }
    guard columns > 0 else { return CellText(ascii: isForASCII) }
    var cut = prefix(columns: columns - 1)
    cut += CellText("\u{2026}", ascii: isForASCII)
    return cut
  }

  /// The glyphs from a unit on that fit, and the index of the first unit that does not.
  func slice(from start: Int, columns: Int) -> (text: CellText, end: Int) {
    var end = start
    var width = 0
    while end < units.count, width + units[end].width <= max(0, columns) {
      width += units[end].width
      end += 1
    }
    // Marks of a glyph that did not fit cannot lead, because a base that does not fit ends the loop before them.
    return (CellText(units: units[start..<end], substitutionsOf: self), end)
  }

  /// A piece of a text; it counts the substitutes it shows, not what was dropped elsewhere in the whole.
  init(units: ArraySlice<Unit>, substitutionsOf whole: CellText) {
    self.init(ascii: whole.isForASCII)
    self.units = Array(units)
    var substitutes = 0
    for unit in units {
      width += unit.width
      isASCII = isASCII && unit.scalarValue < 0x80
      if unit.isSubstitute { substitutes += 1 }
    }
    substitutions = min(substitutes, whole.substitutions)
  }
}
