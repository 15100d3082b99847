/// Where actors and places are found that are made only when somebody asks for them, each under its position, from 0.
public protocol NameShelf: Sendable {
  var actorCount: Int { get }
  func actor(at position: Int) -> Actor
  /// Where the actor with an id stands; the first of several with the same id.
  func position(ofActor id: Identifier) -> Int?
  /// The name used in our texts, without the rest of the actor.
  func name(ofActorAt position: Int) -> String

  var placeCount: Int { get }
  func place(at position: Int) -> Place
  /// Where the place with an id stands; the first of several with the same id.
  func position(ofPlace id: Identifier) -> Int?
  /// The name used in our texts, without the rest of the place.
  func name(ofPlaceAt position: Int) -> String
}
