import EDTF
import TimelineModel

// What the words of a filter stand for in this store.

extension EventStore {
  /// The publisher's column that a field name means, whatever stands for its spaces.
  func columnIndex(named name: String) -> Int? {
    let words = Folding.words(name)
    return words == " " ? nil : columns.extras.firstIndex { Folding.words(FilterGrammar.fieldName($0.name)) == words || $0.name == name }
  }

  /// The codes that a value names: by whole words, or after `:=` the one of that id or, failing that, of just that name.
  ///
  /// - Parameter isSettled: whether it is an id for certain.
  func codes(_ word: String, _ comparison: Filter.Comparison, in names: NameIndex, isSettled: Bool = false) -> [Int] {
    guard comparison == .exactly else { return names.codes(withWords: word) }
    let named = names.codes(named: word)
    let byID = named.filter { names.isID(word, of: $0) }
    return byID.isEmpty && !isSettled ? named : byID
  }

  /// The kinds of just that name, else those with these words in it.
  func kindCodes(_ word: String) -> [Int] {
    let named = names.kinds.codes(named: word)
    let isSettled = settledNames.contains(SettledName(field: FilterField.kindName, word: word))
    let isOneName = isSettled || EventKind.known.contains(EventKind(rawValue: word.lowercased()))
    return named.isEmpty && !isOneName ? names.kinds.codes(withWords: word) : named
  }

  /// The eras of that id or with these words in their names.
  func eras(_ word: String) -> [Era] {
    let words = Folding.words(word)
    guard words != " " else { return [] }
    return header.eras.filter { Folding.words($0.id) == words || Folding.words($0.name).contains(words) }
  }

  // Names that a mistaken word is held against besides the ids.
  var actorNames: [String] { directory.actors.flatMap { [$0.name] + $0.aliases.map(\.text) } }
  var placeNames: [String] { directory.places.flatMap { [$0.name] + $0.names.map(\.text) } }
  var sourceNames: [String] { directory.sources.flatMap { [$0.publisher, $0.title] } }

  /// Ids to suggest from, as far as reading them all back takes no noticeable time.
  var someIDs: [String] { (0..<min(count, 5_000)).map { event(at: Row($0)).id } }
}
