/// The drawing as text, for tests and for whoever debugs a view.
extension Canvas {
  /// The rows as strings joined by newlines, without the blanks at their ends.
  package var text: String {
    (0..<size.rows).map { y in
      var scalars = String.UnicodeScalarView()
      for cell in row(y) {
        for value in self.scalars(of: cell) { scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
      }
      return trimmed(String(scalars), " ")
    }.joined(separator: "\n")
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
      trimmed(String(row(y).map { legend[$0.style.role] ?? $0.style.role.letter }), normal)
    }.joined(separator: "\n")
  }

  private func trimmed(_ line: String, _ blank: Character) -> String {
    var line = Substring(line)
    while line.last == blank { line.removeLast() }
    return String(line)
  }
}
