import TimelineModel
import TimelineStore

/// What `check` says of actors whose names nobody can tell apart: one warning for each but the first of them, where the timeline or its first row names it.
///
///     a.csv:7:1: warning: The actor Аlder looks like Alder, with U+0410 for U+0041. Write one name if they are one, or names that differ to the eye.
struct LookAlikeFindings {
  /// How many are listed; the rest is counted.
  private static let most = 100

  let problems: [Problem]
  /// How many more there are.
  let unlisted: Int

  init(_ store: EventStore) {
    let twins = store.lookAlikes
    problems = twins.later.prefix(Self.most).compactMap { id in twins[id].map { Self.problem(id, $0, store) } }
    unlisted = twins.later.count - problems.count
  }

  var count: Int { problems.count + unlisted }

  private static func problem(_ id: Identifier, _ twin: LookAlikes.Twin, _ store: EventStore) -> Problem {
    let directory = store.directory
    func named(_ id: Identifier) -> String {
      let name = directory.name(ofActor: id)
      return name == id ? name : "\(name) (\(id))"
    }
    return Problem(
      .warning, at: directory.actor(id)?.location ?? firstRow(of: id, store) ?? SourceLocation(file: store.header.title), code: "look-alike",
      "The actor \(named(id)) looks like \(named(twin.of)), with \(twin.words)", remedy: "Write one name if they are one, or names that differ to the eye")
  }

  private static func firstRow(of actor: Identifier, _ store: EventStore) -> SourceLocation? {
    store.firstRow(naming: actor).flatMap { store.event(at: $0).location }
  }
}
