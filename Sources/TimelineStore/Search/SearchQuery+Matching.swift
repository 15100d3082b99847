/// The same matching on a single text: for short lists that are not in the store, and for showing what was found.
extension SearchQuery {
  /// Whether every term is found somewhere in a text, accents and case apart. An empty query is found everywhere.
  ///
  ///     SearchQuery("susa").matches("Şuşa town")   // true
  public func matches(_ text: String) -> Bool {
    guard !isEmpty else { return true }
    var folded: [UInt8] = []
    Folding.append(text.utf8, to: &folded)
    return terms.allSatisfy { term in Needle(term.utf8)?.first(in: folded, range: folded.indices) != nil }
  }

  /// Where the terms stand in a text, as ranges of Unicode scalars, in rising order and without overlap.
  ///
  ///     SearchQuery("susa").matches(in: "In Şuşa")   // [3..<7]
  ///
  /// - Complexity: O(text × terms); meant for the lines on a screen.
  public func matches(in text: String) -> [Range<Int>] {
    let (folded, origins) = Self.foldedWithOrigins(text)
    var ranges: [Range<Int>] = []
    for needle in terms.compactMap({ Needle($0.utf8) }) {
      var start = 0
      while let found = needle.first(in: folded, range: start..<folded.count) {
        let end = found + needle.bytes.count
        ranges.append(origins[found]..<origins[end - 1] + 1)
        start = end
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

  /// A text folded as a whole would be, with the scalar that each byte came from.
  private static func foldedWithOrigins(_ text: String) -> (folded: [UInt8], origins: [Int]) {
    var folded: [UInt8] = []
    var origins: [Int] = []
    for (index, scalar) in text.unicodeScalars.enumerated() {
      // Between two letters a hyphen or a space is one space; at the end of a text it would be nothing.
      let form = Folding.form(ofInner: scalar)
      if form == [0x20], folded.last == 0x20 || folded.isEmpty { continue }
      folded += form
      origins += Array(repeating: index, count: form.count)
    }
    return (folded, origins)
  }
}
