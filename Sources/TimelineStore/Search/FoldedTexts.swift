/// Texts that are not in the store, folded once, to be looked through at every letter: the commands of a palette.
///
///     FoldedTexts(["Şuşa", "Şəki"]).indices(matching: SearchQuery("susa"))   // [0]
public struct FoldedTexts: Sendable {
  private let texts: [[UInt8]]

  public init(_ texts: some Sequence<String>) { self.texts = texts.map { Array(Folding.fold($0).utf8) } }

  /// Which of them have every term of a query, in rising order; all of them for an empty query.
  ///
  /// - Complexity: O(bytes × terms).
  public func indices(matching query: SearchQuery) -> [Int] {
    let needles = query.terms.compactMap { Needle($0.utf8) }
    return texts.indices.filter { index in needles.allSatisfy { $0.first(in: texts[index], range: texts[index].indices) != nil } }
  }
}
