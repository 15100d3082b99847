import Terminal

/// A date's label in fewer columns than it has.
enum DateLabel {
  /// The label, or as many whole words of it as fit before an ellipsis; a year is never cut in the middle.
  ///
  ///     DateLabel.fitted("~Oct – Jan 1988", to: 12).text   // "~Oct – Jan…"
  ///     DateLabel.fitted("Feb 27 – Mar 1", to: 9).text     // "Feb 27…"
  static func fitted(_ label: CellText, to columns: Int) -> CellText {
    guard label.width > columns else { return label }
    let line = label.wrapped(to: max(1, columns - 1)).first ?? label
    var words = line.text.split(separator: " ")
    // A dash that leads nowhere says no more than the ellipsis.
    while words.count > 1, let last = words.last, ["–", "-", "~"].contains(last) { words.removeLast() }
    let kept = CellText(words.joined(separator: " "), ascii: label.isForASCII)
    // A single word longer than the column is cut all the same.
    return (kept + CellText("…", ascii: label.isForASCII)).truncated(to: columns)
  }
}
