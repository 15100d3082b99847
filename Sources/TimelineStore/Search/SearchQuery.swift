/// What is searched for: words and phrases that must all be found in a row.
///
///     store.search("shushi \"cease fire\"").terms   // ["shushi", "cease fire"]
public struct SearchQuery: Hashable, Sendable {
  /// As it was typed.
  public let text: String
  /// Folded; each is looked for on its own.
  public let terms: [String]

  public init(_ text: String) {
    self.text = text
    var terms: [String] = []
    // Every second part stands between quotation marks; one that is still open is a phrase that is still being typed.
    for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        terms.append(Folding.fold(String(part)))
      } else {
        terms += part.split(whereSeparator: \.isWhitespace).map { Folding.fold(String($0)) }
      }
    }
    self.terms = terms.filter { !$0.isEmpty }
  }

  public var isEmpty: Bool { terms.isEmpty }
}
