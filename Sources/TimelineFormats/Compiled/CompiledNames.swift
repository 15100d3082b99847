import TimelineModel

/// The actors and places of a compiled timeline, in the order of its files; each is made when it is asked for.
struct CompiledNames: NameShelf {
  let actors: CompiledShelf
  let places: CompiledShelf

  var actorCount: Int { actors.count }
  func position(ofActor id: Identifier) -> Int? { actors.number(of: id) }
  func name(ofActorAt position: Int) -> String { name(at: position, of: actors) }

  func actor(at position: Int) -> Actor {
    guard var cursor = actors.cursor(at: position) else { return Actor(id: "", name: "") }
    return Actor(from: &cursor)
  }

  var placeCount: Int { places.count }
  func position(ofPlace id: Identifier) -> Int? { places.number(of: id) }
  func name(ofPlaceAt position: Int) -> String { name(at: position, of: places) }

  func place(at position: Int) -> Place {
    guard var cursor = places.cursor(at: position) else { return Place(id: "", name: "") }
    return Place(from: &cursor)
  }

  /// Id and name stand first in both.
  private func name(at position: Int, of shelf: CompiledShelf) -> String {
    guard var cursor = shelf.cursor(at: position) else { return "" }
    cursor.skip()
    return cursor.text() ?? ""
  }
}
