/// The same matching on a single text: for short lists that are not in the store, and for showing what was found.
extension SearchQuery {
  /// Whether every term is found somewhere in a text, accents and case apart. An empty query is found everywhere.
  ///
  ///     SearchQuery("susa").matches("Şuşa town")   // true
  public func matches(_ text: String) -> Bool {
    let folded = Folding.fold(text)
    return terms.allSatisfy { folded.utf8.firstRange(of: $0.utf8) != nil }
  }

  /// Where the terms stand in a text, as ranges of Unicode scalars, in rising order and without overlap.
  ///
  ///     SearchQuery("susa").matches(in: "In Şuşa")   // [3..<7]
  ///
  /// - Complexity: O(text × terms); meant for the lines on a screen.
  public func matches(in text: String) -> [Range<Int>] {
    var folded: [UInt8] = []
    // For each folded byte the scalar that it came from.
    var origin: [Int] = []
    for (index, scalar) in text.unicodeScalars.enumerated() {
      var form = Array(Folding.fold(String(scalar)).utf8)
      if form.isEmpty, scalar.properties.isWhitespace || scalar == "-" { form = [0x20] }
      folded += form
      origin += Array(repeating: index, count: form.count)
    }
    var ranges: [Range<Int>] = []
    for term in terms {
      let needle = Array(term.utf8)
      var start = 0
      while let found = folded[start...].firstRange(of: needle) {
        ranges.append(origin[found.lowerBound]..<origin[found.upperBound - 1] + 1)
        start = found.upperBound
      }
    }
    ranges.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return ranges.reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }
}
