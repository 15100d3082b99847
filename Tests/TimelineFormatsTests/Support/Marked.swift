/// A text with the marker ⟦1⟧ at the place that a test is about.
struct Marked {
  var text: String
  var line: Int
  var column: Int

  init(_ source: String) {
    text = ""
    (line, column) = (0, 0)
    var (row, position) = (1, 1)
    var rest = Substring(source)
    while let scalar = rest.unicodeScalars.first {
      if rest.hasPrefix("⟦1⟧") {
        (line, column) = (row, position)
        rest = rest.dropFirst(3)
        continue
      }
      text.unicodeScalars.append(scalar)
      rest = Substring(rest.unicodeScalars.dropFirst())
      if scalar == "\n" { (row, position) = (row + 1, 1) } else { position += 1 }
    }
  }
}
