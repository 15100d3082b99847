/// The actors, places and sources of a timeline, found by id, and the ways from one to the next.
///
///     let directory = Directory(timeline)
///     directory.name(ofActor: "armenia-mod")              // "Ministry of Defence of Armenia"
///     directory.lineage(ofActor: "armenia-mod")           // ["armenia-mod", "armenia"]
///
/// - Complexity: made in O(n); every question afterwards is O(1), or O(depth) along `parent` and `within`.
public struct Directory: Sendable {
  public private(set) var actors: [Actor]
  public private(set) var places: [Place]
  private let shelf: any SourceShelf
  private var actorIndex: [Identifier: Int]
  private var placeIndex: [Identifier: Int]

  public init(actors: [Actor] = [], places: [Place] = [], sources: [Source] = []) {
    self.init(actors: actors, places: places, shelf: SourceList(sources))
  }

  /// A directory whose sources stand on a shelf of their own.
  public init(actors: [Actor], places: [Place], shelf: any SourceShelf) {
    self.actors = actors
    self.places = places
    self.shelf = shelf
    actorIndex = Self.index(actors.lazy.map(\.id))
    placeIndex = Self.index(places.lazy.map(\.id))
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
    for actor in newActors where Self.claim(&actorIndex[actor.id, default: -1], actors.count) { actors.append(actor) }
    for place in newPlaces where Self.claim(&placeIndex[place.id, default: -1], places.count) { places.append(place) }
  }

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
    guard let index = actorIndex[id] else { return .unknown }
    return actors[index].parent.map { .somebody($0) } ?? .nobody
  }

  package func above(place id: Identifier) -> Above {
    guard let index = placeIndex[id] else { return .unknown }
    return places[index].within.map { .somebody($0) } ?? .nobody
  }

  public func actor(_ id: Identifier) -> Actor? { actorIndex[id].map { actors[$0] } }
  public func place(_ id: Identifier) -> Place? { placeIndex[id].map { places[$0] } }
  public func source(_ id: Identifier) -> Source? { shelf.position(of: id).map { shelf.source(at: $0) } }

  /// All sources. Costs as much as making each of them.
  public var sources: [Source] { (0..<shelf.count).map { shelf.source(at: $0) } }

  /// The name used in our texts, or the id itself where nothing is known of it.
  public func name(ofActor id: Identifier) -> String { actor(id)?.name ?? id }
  /// The name used in our texts, or the id itself where nothing is known of it.
  public func name(ofPlace id: Identifier) -> String { place(id)?.name ?? id }

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
