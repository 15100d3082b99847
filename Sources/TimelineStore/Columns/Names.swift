import TimelineModel

/// By which names the codes of the columns are found, and what else is the same for every question to one snapshot.
///
/// A large table has tens of thousands of places and sources; whoever asks for an actor does not wait until these have names.
struct Names: Sendable {
  private let ofActors: Lazily<NameIndex>
  private let ofPlaces: Lazily<NameIndex>
  private let ofSources: Lazily<NameIndex>
  let kinds: NameIndex
  let extras: [Lazily<NameIndex>]
  /// The sides that actors stand on, in order of the alphabet.
  let sides: [String]
  /// For each actor's code the number of its side.
  let sideOfActor: [Int?]

  var actors: NameIndex { ofActors.value }
  var places: NameIndex { ofPlaces.value }
  var sources: NameIndex { ofSources.value }

  /// The number of a side, in whatever case it is written.
  func side(_ word: String) -> Int? {
    let words = Folding.words(word)
    return sides.firstIndex { Folding.words($0) == words }
  }

  init(_ columns: Columns, _ directory: Directory) {
    ofActors = Lazily {
      NameIndex(
        columns.actors.values.lazy.map { id in
          directory.actor(id).map { [id, $0.name] + $0.aliases.map(\.text) } ?? [id]
        })
    }
    ofPlaces = Lazily {
      NameIndex(
        columns.placesAndAround.values.lazy.map { id in
          directory.place(id).map { [id, $0.name] + $0.names.map(\.text) } ?? [id]
        })
    }
    ofSources = Lazily {
      NameIndex(
        columns.sources.values.lazy.map { id in
          directory.source(id).map { [id, $0.publisher, $0.title] } ?? [id]
        })
    }
    kinds = NameIndex(columns.kinds.lazy.map { [$0] })
    extras = columns.extras.map { extra in Lazily { NameIndex(extra.column.values.lazy.map { [$0] }) } }
    let sideNames = columns.actors.values.map { directory.actor($0)?.side }
    let sides = Set(sideNames.compactMap(\.self)).sorted()
    self.sides = sides
    sideOfActor = sideNames.map { name in name.flatMap { sides.firstIndex(of: $0) } }
  }
}
