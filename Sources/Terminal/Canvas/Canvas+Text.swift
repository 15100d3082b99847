/// The drawing as text, for tests and for whoever debugs a view.
extension Canvas {
  /// The rows as strings joined by newlines, without the blanks at their ends.
  package var text: String { (0..<size.rows).map(text(inRow:)).joined(separator: "\n") }

  /// One row as a string, without the blanks at its end.
  package func text(inRow y: Int) -> String {
    let cells = row(y)
    let end = cells.lastIndex { $0.glyph != 0x20 } ?? cells.startIndex - 1
    var scalars = String.UnicodeScalarView()
    for cell in cells[...end] where !cell.isContinuation {
      if let cluster = cluster(of: cell) {
        for value in cluster.scalars { scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
      } else {
        scalars.append(Unicode.Scalar(cell.glyph) ?? "\u{FFFD}")
      }
    }
    return String(scalars)
  }

  /// The drawing with a letter for the role of each cell in place of its glyph, trailing dots trimmed.
  ///
  /// ```swift
  /// canvas.write("Sotk 1†", at: .zero, style: Style(.title))
  /// canvas.roles()   // "TTTTTTT"
  /// ```
  /// - Parameter legend: Letters of the caller's choice; roles without one have their own (``Role/letter``).
  package func roles(_ legend: [Role: Character] = [:]) -> String {
    let normal = legend[.normal] ?? Role.normal.letter
    return (0..<size.rows).map { y in
      let letters = row(y).map { legend[$0.style.role] ?? $0.style.role.letter }
      return String(letters[...(letters.lastIndex { $0 != normal } ?? -1)])
    }.joined(separator: "\n")
  }
}
