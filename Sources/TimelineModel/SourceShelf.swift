/// Where the sources of a timeline are found: all at hand, or each made when it is asked for.
public protocol SourceShelf: Sendable {
  var count: Int { get }
  /// The source at a position below ``count``.
  func source(at position: Int) -> Source
  /// Where the source with an id stands; the first of several with the same id.
  func position(of id: Identifier) -> Int?
}

/// Sources that were read and lie in memory, found by id in O(1).
struct SourceList: SourceShelf {
  private let sources: [Source]
  private let positions: [Identifier: Int]

  init(_ sources: [Source]) {
    self.sources = sources
    positions = Dictionary(sources.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var count: Int { sources.count }
  func source(at position: Int) -> Source { sources[position] }
  func position(of id: Identifier) -> Int? { positions[id] }
}
