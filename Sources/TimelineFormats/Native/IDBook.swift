import TimelineModel

/// A place in one of the files of a timeline: small enough to be kept for every id that is mentioned.
struct TextPlace: Hashable, Sendable {
  /// The file's number in the order of reading.
  var file: Int32
  /// Bytes from the file's beginning.
  var offset: Int32
}

/// Which ids are defined where, and where each is mentioned.
///
/// Actors, places, sources and events are four name spaces: Armenia is an actor and a place.
struct IDBook: Sendable {
  enum Space: Int, Sendable, CaseIterable {
    case actor, place, source, event

    var word: String {
      switch self {
      case .actor: "actor"
      case .place: "place"
      case .source: "source"
      case .event: "event"
      }
    }
  }

  struct Mention: Sendable {
    var space: Space
    var symbol: Int32
    var place: TextPlace
  }

  private(set) var mentions: [Mention] = []
  /// By space and symbol, the number of the definition + 1, or 0.
  private var definitionNumbers: [[Int32]] = Array(repeating: [], count: Space.allCases.count)
  /// By space, where each id is defined, in the order of reading.
  private(set) var definitions: [[(symbol: Int, place: TextPlace)]] = Array(repeating: [], count: Space.allCases.count)

  /// Notes a definition.
  /// - Returns: where the same id was defined before, if it was.
  mutating func define(_ symbol: Int, in space: Space, at place: TextPlace) -> TextPlace? {
    if let former = definition(of: symbol, in: space) { return former }
    let index = space.rawValue
    let missing = symbol + 1 - definitionNumbers[index].count
    if missing > 0 { definitionNumbers[index].append(contentsOf: repeatElement(0, count: missing + symbol / 2)) }
    definitions[index].append((symbol, place))
    definitionNumbers[index][symbol] = Int32(truncatingIfNeeded: definitions[index].count)
    return nil
  }

  mutating func mention(_ symbol: Int, in space: Space, at place: TextPlace) {
    mentions.append(Mention(space: space, symbol: Int32(truncatingIfNeeded: symbol), place: place))
  }

  /// The number of an id among those of its space, in the order of reading; nil when it is not defined.
  func number(of symbol: Int, in space: Space) -> Int? {
    let numbers = definitionNumbers[space.rawValue]
    guard symbol < numbers.count, numbers[symbol] > 0 else { return nil }
    return Int(numbers[symbol]) - 1
  }

  func definition(of symbol: Int, in space: Space) -> TextPlace? {
    number(of: symbol, in: space).map { definitions[space.rawValue][$0].place }
  }
}
