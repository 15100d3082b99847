/// One word or phrase that is looked for, with the rows that have it in the name of an actor or a place.
struct TextTerm {
  private let store: EventStore
  private let needle: Needle?
  private let rowsByName: Bitset

  init(_ text: String, in store: EventStore) {
    self.store = store
    needle = Needle(Folding.fold(text).utf8)
    rowsByName = store.rows(withNameContaining: text)
  }

  func isFound(in row: Int) -> Bool {
    guard let needle else { return false }
    return rowsByName.contains(row) || store.columns.text.contains(needle, arrival: Int(store.columns.arrival[row]))
  }
}

extension EventStore {
  /// The rows with a word or a phrase in their text or in a name of their actors and places.
  func rows(withText text: String) -> Bitset {
    rows(withText: text, among: Bitset(allBelow: count)) { false } ?? Bitset(bound: count)
  }

  /// The rows of a set in which it is found, or nil when the work was given up. More rows than those of the set may be in the answer.
  func rows(withText text: String, among set: Bitset, isCancelled: () -> Bool) -> Bitset? {
    guard let needle = Needle(Folding.fold(text).utf8) else { return Bitset(bound: count) }
    var found = rows(withNameContaining: text)
    let few = count / 16
    let wanted = set.count
    if wanted < few {
      var seen = 0
      var row = set.first(from: 0)
      while let next = row {
        if seen % 4_096 == 0, isCancelled() { return nil }
        seen += 1
        if columns.text.contains(needle, arrival: Int(columns.arrival[next])) { found.insert(next) }
        row = set.first(from: next + 1)
      }
      return found
    }
    for segment in columns.text.segments {
      if isCancelled() { return nil }
      segment.text.forEachRow(with: needle) { index in found.insert(Int(columns.rowOfArrival[segment.firstArrival + index])) }
    }
    return found
  }

  /// The rows with an actor or a place one of whose names contains it. Punctuation in it is passed over, as it is in names.
  func rows(withNameContaining text: String) -> Bitset {
    let words = Folding.words(text)
    guard words != " " else { return Bitset(bound: count) }
    let part = Array(words.utf8.dropFirst().dropLast())
    var rows = columns.actors.rows(ofAny: names.actors.codes(containing: part), bound: count)
    rows.formUnion(columns.places.rows(ofAny: names.places.codes(containing: part), bound: count))
    return rows
  }
}

extension TextColumn.Folded {
  /// Calls the body once for every row of the segment whose text contains the needle.
  func forEachRow(with needle: Needle, _ body: (Int) -> Void) {
    bytes.withUnsafeBufferPointer { text in
      var position = 0
      var index = 0
      while let hit = needle.first(in: text, range: position..<text.count) {
        while index < ends.count, Int(ends[index]) <= hit { index += 1 }
        guard index < ends.count else { return }
        body(index)
        position = Int(ends[index])
      }
    }
  }
}
