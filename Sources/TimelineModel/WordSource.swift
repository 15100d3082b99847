/// Words that lie somewhere as bytes and are made into text when somebody looks at them. Of two dictionaries of one source, the shorter is the beginning
/// of the longer, so whoever takes chunk after chunk looks at none of them.
package protocol WordSource: AnyObject, Sendable {
  /// The text of a word; asked for words that were there when the chunk was made.
  func word(_ number: Int) -> String
}

/// The places that the rows of a file name: each word of the source is the id of one.
package protocol PlaceSource: WordSource {
  /// Those of the first so many words, and the places around them.
  func shelf(count: Int) -> any PlaceShelf
}

/// Places that are made when they are asked for, found by position or by id.
package protocol PlaceShelf: Sendable {
  /// How many there are, those around others behind the others.
  var count: Int { get }
  func id(at position: Int) -> Identifier
  func place(at position: Int) -> Place
  func position(of id: Identifier) -> Int?
  /// The positions of the places around one, the innermost first.
  func around(_ position: Int) -> [UInt32]
}

/// Which places the rows of a chunk name: those of the words before ``known`` were named before.
package struct PlaceNames: Sendable {
  package let source: any PlaceSource
  package let known: Int
  package let count: Int

  package init(source: any PlaceSource, known: Int, count: Int) {
    (self.source, self.known, self.count) = (source, known, count)
  }

  /// The new ones with all places around them, of which some may have been named before.
  package var new: [Place] {
    guard known < count else { return [] }
    let shelf = source.shelf(count: count)
    var seen: Set<UInt32> = []
    var places: [Place] = []
    for position in known..<count {
      for each in [UInt32(clamping: position)] + shelf.around(position) where seen.insert(each).inserted { places.append(shelf.place(at: Int(each))) }
    }
    return places
  }
}
