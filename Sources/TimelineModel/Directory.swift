/// The actors, places and sources of a timeline, found by id, and the ways from one to the next.
///
///     let directory = Directory(timeline)
///     directory.name(ofActor: "armenia-mod")              // "Ministry of Defence of Armenia"
///     directory.lineage(ofActor: "armenia-mod")           // ["armenia-mod", "armenia"]
///
/// - Complexity: made in O(n); every question afterwards is O(1), or O(log n) of a shelf, or O(depth) along `parent` and `within`.
public struct Directory: Sendable {
  private let names: (any NameShelf)?
  private let shelf: any SourceShelf
  /// Those who do not stand on the shelf.
  private var ownActors: [Actor]
  private var ownPlaces: [Place]
  /// Places of a file, each made when it is asked for; they come behind the others.
  private var placeShelf: (any PlaceShelf)?
  private var actorIndex: [Identifier: Int]
  private var placeIndex: [Identifier: Int]

  public init(actors: [Actor] = [], places: [Place] = [], sources: [Source] = []) {
    self.init(actors: actors, places: places, shelf: SourceList(sources))
  }

  /// A directory whose sources stand on a shelf of their own.
  public init(actors: [Actor], places: [Place], shelf: any SourceShelf) {
    names = nil
    ownActors = actors
    ownPlaces = places
    self.shelf = shelf
    actorIndex = Self.index(actors.lazy.map(\.id))
    placeIndex = Self.index(places.lazy.map(\.id))
  }

  /// A directory in which everything is made when it is asked for.
  public init(names: any NameShelf, shelf: any SourceShelf) {
    self.names = names
    self.shelf = shelf
    (ownActors, ownPlaces, actorIndex, placeIndex) = ([], [], [:], [:])
  }

  public init(_ timeline: Timeline) {
    self.init(actors: timeline.actors, places: timeline.places, sources: timeline.sources)
  }

  /// The first of several with the same id stands; the reader has reported the others.
  private static func index(_ ids: some Sequence<Identifier>) -> [Identifier: Int] {
    var index: [Identifier: Int] = [:]
    for (position, id) in ids.enumerated() where index[id] == nil { index[id] = position }
    return index
  }

  /// Adds those whose ids are new.
  ///
  /// - Complexity: O(added), amortised.
  public mutating func learn(actors newActors: [Actor], places newPlaces: [Place]) {
    for actor in newActors where names?.position(ofActor: actor.id) == nil {
      if Self.claim(&actorIndex[actor.id, default: -1], ownActors.count) { ownActors.append(actor) }
    }
    for place in newPlaces where names?.position(ofPlace: place.id) == nil {
      if Self.claim(&placeIndex[place.id, default: -1], ownPlaces.count) { ownPlaces.append(place) }
    }
  }

  /// Adds the places of a file behind those that are known one by one, in the stead of such as were added so before.
  package mutating func stand(_ shelf: any PlaceShelf) { placeShelf = shelf }

  /// Takes a place in an index that nobody has; true when it was free.
  private static func claim(_ place: inout Int, _ number: Int) -> Bool {
    guard place < 0 else { return false }
    place = number
    return true
  }

  /// Who or what is directly above an actor or around a place.
  package enum Above: Hashable, Sendable {
    /// The directory does not know it.
    case unknown
    case nobody
    case somebody(Identifier)
  }

  package func above(actor id: Identifier) -> Above {
    guard let actor = actor(id) else { return .unknown }
    return actor.parent.map { .somebody($0) } ?? .nobody
  }

  package func above(place id: Identifier) -> Above {
    guard let place = place(id) else { return .unknown }
    return place.within.map { .somebody($0) } ?? .nobody
  }

  public func actor(_ id: Identifier) -> Actor? {
    if let names, let position = names.position(ofActor: id) { return names.actor(at: position) }
    return actorIndex[id].map { ownActors[$0] }
  }

  public func place(_ id: Identifier) -> Place? {
    if let names, let position = names.position(ofPlace: id) { return names.place(at: position) }
    if let index = placeIndex[id] { return ownPlaces[index] }
    return placeShelf.flatMap { shelf in shelf.position(of: id).map { shelf.place(at: $0) } }
  }

  public func source(_ id: Identifier) -> Source? { shelf.position(of: id).map { shelf.source(at: $0) } }

  /// All actors, in the order in which they became known. Costs as much as making each of those that are made when they are asked for.
  public var actors: [Actor] {
    guard let names else { return ownActors }
    return (0..<names.actorCount).map { names.actor(at: $0) } + ownActors
  }

  /// All places, at the same cost.
  public var places: [Place] {
    var places = ownPlaces
    if let names { places = (0..<names.placeCount).map { names.place(at: $0) } + places }
    if let placeShelf { places += (0..<placeShelf.count).map { placeShelf.place(at: $0) } }
    return places
  }

  package var placeCount: Int { (names?.placeCount ?? 0) + ownPlaces.count + (placeShelf?.count ?? 0) }

  /// All sources. Costs as much as making each of them.
  public var sources: [Source] { (0..<shelf.count).map { shelf.source(at: $0) } }

  /// The name used in our texts, or the id itself where nothing is known of it.
  public func name(ofActor id: Identifier) -> String {
    if let names, let position = names.position(ofActor: id) { return names.name(ofActorAt: position) }
    return actor(id)?.name ?? id
  }

  /// The name used in our texts, or the id itself where nothing is known of it.
  public func name(ofPlace id: Identifier) -> String {
    if let names, let position = names.position(ofPlace: id) { return names.name(ofPlaceAt: position) }
    return place(id)?.name ?? id
  }

  /// The actor and everyone above it by `parent`, nearest first; a circle is walked once.
  public func lineage(ofActor id: Identifier) -> [Identifier] {
    var line = [id]
    while let last = line.last, case .somebody(let parent) = above(actor: last), !line.contains(parent) { line.append(parent) }
    return line
  }

  /// The place and everything around it by `within`, nearest first; a circle is walked once.
  public func lineage(ofPlace id: Identifier) -> [Identifier] {
    var line = [id]
    while let last = line.last, case .somebody(let around) = above(place: last), !line.contains(around) { line.append(around) }
    return line
  }
}
