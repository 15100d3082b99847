import TimelineModel

/// The actors and places that the rows of a file name, each once, in order of first mention, whichever lane met them.
struct NameCollection: Sendable {
  private var actors: Set<Identifier> = []
  private var places: Set<Identifier> = []
  private var surroundings: [Identifier: [Place]] = [:]

  /// Those that none before them has named.
  mutating func new(of names: RowNames) -> (actors: [Actor], places: [Place]) {
    let newActors = names.actors.filter { actors.insert($0.id).inserted }
    var newPlaces: [Place] = []
    for (id, around) in names.surroundings where surroundings[id] == nil { surroundings[id] = around }
    for place in names.places where places.insert(place.id).inserted {
      newPlaces.append(place)
      // Where the innermost place around it is known, so are those around that.
      guard let within = place.within, !places.contains(within) else { continue }
      for place in surroundings[within] ?? [] where places.insert(place.id).inserted { newPlaces.append(place) }
    }
    return (newActors, newPlaces)
  }
}
