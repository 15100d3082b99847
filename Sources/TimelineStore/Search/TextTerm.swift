/// One word or phrase that is looked for, with the actors and places that have it in a name. Made once for a question, not for each row.
struct TextTerm: Sendable {
  private let needle: Needle?
  private let actors: [Int]
  private let places: [Int]
  private let isNamedActor: Bitset
  private let isNamedPlace: Bitset

  /// - Parameter text: folded here. Punctuation in it is passed over where names are looked through, as it is in names.
  init(_ text: String, in store: EventStore) {
    needle = Needle(Folding.fold(text).utf8)
    let words = Folding.words(text)
    let part = words == " " ? [] : Array(words.utf8.dropFirst().dropLast())
    actors = store.names.actors.codes(containing: part)
    places = store.names.places.codes(containing: part)
    isNamedActor = Bitset(actors, bound: store.columns.actors.valueCount)
    isNamedPlace = Bitset(places, bound: store.columns.places.valueCount)
  }

  /// Whether there is nothing to look for: what was typed is punctuation that is passed over.
  var isEmpty: Bool { needle == nil }

  func isFound(in row: Int, _ columns: Columns) -> Bool {
    guard let needle else { return false }
    return isNamed(in: row, columns) || columns.text.contains(needle, arrival: Int(columns.arrival[row]))
  }

  private func isNamed(in row: Int, _ columns: Columns) -> Bool {
    var isNamed = false
    columns.actors.visitCodes(of: row) { isNamed = isNamed || isNamedActor.contains($0) }
    columns.places.visitCodes(of: row) { isNamed = isNamed || isNamedPlace.contains($0) }
    return isNamed
  }

  /// The rows whose text in some segments has it; asked for a set of rows, whose others may be among them or not.
  func rows(inText segments: Range<Int>, among set: Bitset?, _ columns: Columns) -> [UInt32] {
    guard let needle else { return [] }
    var rows: [UInt32] = []
    for segment in columns.text.segments[segments] {
      columns.rowOfArrival.withUnsafeBufferPointer { rowOfArrival in
        let rowOfArrival = UnsafeBufferPointer(rebasing: rowOfArrival[segment.firstArrival..<segment.firstArrival + segment.count])
        let some = set.map { set in Self.places(of: set, in: rowOfArrival) }
        for index in segment.rows(with: needle, among: some) { rows.append(rowOfArrival[Int(index)]) }
      }
    }
    return rows
  }

  /// Where rows of a set stand.
  private static func places(of set: Bitset, in rows: UnsafeBufferPointer<UInt32>) -> [UInt32] {
    var places: [UInt32] = []
    for (place, row) in rows.enumerated() where set.contains(Int(row)) { places.append(UInt32(truncatingIfNeeded: place)) }
    return places
  }

  /// Adds the rows with an actor or a place of that name; asked for a set, whose other rows may be added or not.
  func addNamedRows(among set: Bitset, to found: inout Bitset, _ columns: Columns) {
    guard !isEmpty, !actors.isEmpty || !places.isEmpty else { return }
    var left = set
    left.subtract(found)
    let postings = columns.actors.count(ofAll: actors) + columns.places.count(ofAll: places)
    // A name that hardly anybody bears: its rows are taken. One that is everywhere: those few rows are asked that are not found yet.
    if postings < 4 * left.count {
      found.formUnion(columns.actors.rows(ofAny: actors, bound: found.bound))
      found.formUnion(columns.places.rows(ofAny: places, bound: found.bound))
    } else {
      left.visit { row in
        if isNamed(in: row, columns) { found.insert(row) }
      }
    }
  }
}

extension Bitset {
  init(_ members: some Sequence<Int>, bound: Int) {
    self.init(bound: bound)
    for member in members { insert(member) }
  }
}
