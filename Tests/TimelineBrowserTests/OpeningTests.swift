import Synchronization
import Terminal
import Testing
import TimelineBrowser
import TimelineModel
import TimelineStore

@Suite("The first picture")
struct OpeningTests {
  /// Names that are made when somebody asks for them, and remembers of whom somebody asked for everything.
  private final class Shelf: NameShelf {
    private let actors: [Actor]
    private let places: [Place]
    private let made = Mutex<Set<Identifier>>([])

    init(_ timeline: Timeline) { (actors, places) = (timeline.actors, timeline.places) }

    var madeWhole: Set<Identifier> { made.withLock { $0 } }
    func forget() { made.withLock { $0 = [] } }
    private func make(_ id: Identifier) { made.withLock { _ = $0.insert(id) } }

    var actorCount: Int { actors.count }
    func actor(at position: Int) -> Actor {
      make(actors[position].id)
      return actors[position]
    }
    func position(ofActor id: Identifier) -> Int? { actors.firstIndex { $0.id == id } }
    func name(ofActorAt position: Int) -> String { actors[position].name }

    var placeCount: Int { places.count }
    func place(at position: Int) -> Place {
      make(places[position].id)
      return places[position]
    }
    func position(ofPlace id: Identifier) -> Int? { places.firstIndex { $0.id == id } }
    func name(ofPlaceAt position: Int) -> String { places[position].name }
  }

  private struct Sources: SourceShelf {
    let sources: [Source]
    var count: Int { sources.count }
    func source(at position: Int) -> Source { sources[position] }
    func position(of id: Identifier) -> Int? { sources.firstIndex { $0.id == id } }
  }

  @Test("Nobody is read whole for the first picture who has no part in its event: a timeline has thousands of names")
  func names() {
    var timeline = Sample.timeline
    timeline.actors.append(Actor(id: "nobody", name: "Nobody"))
    timeline.places.append(Place(id: "nowhere", name: "Nowhere"))
    let shelf = Shelf(timeline)
    var builder = StoreBuilder(timeline, directory: Directory(names: shelf, shelf: Sources(sources: timeline.sources)))
    let store = builder.snapshot()
    shelf.forget()

    let session = Session(store: store)
    #expect(session.shows("Sotk conflict"))
    #expect(shelf.madeWhole.isDisjoint(with: ["nobody", "nowhere"]), "\(shelf.madeWhole)")

    // Whoever asks for the whole timeline gets everybody.
    #expect(store.timeline.actors.count == timeline.actors.count)
    #expect(shelf.madeWhole.isSuperset(of: ["nobody", "nowhere"]))
  }
}
