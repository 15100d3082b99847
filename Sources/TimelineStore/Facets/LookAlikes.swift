public import TimelineModel

/// Actors whose names a reader cannot tell apart, though they are not the same: another alphabet's letter, or a character that draws nothing, makes of one actor
/// two, and of their events two halves.
public struct LookAlikes: Sendable {
  /// One actor of those that look alike.
  public struct Twin: Hashable, Sendable {
    /// The first of them that the timeline names, in whose stead it may be read.
    public let of: Identifier
    /// Where the two names first differ, as `U+0410 for U+0041`; empty where they are the same text.
    public let difference: String

    /// The difference for a sentence that begins «It looks like …, with».
    public var words: String { difference.isEmpty ? "its accents composed otherwise" : difference }
  }

  /// Of each actor that looks like another what tells the two apart; the first of several has its difference from the second.
  private let twins: [Identifier: Twin]
  /// The actors that look like one that was named before them, in the order in which the timeline names them.
  public let later: [Identifier]

  init(_ actors: some Sequence<(id: Identifier, name: String)>) {
    var firsts: [String: (id: Identifier, name: String)] = [:]
    var (twins, later): ([Identifier: Twin], [Identifier]) = ([:], [])
    for (id, name) in actors where !name.isEmpty {
      let shape = NameShape.of(name)
      guard let first = firsts[shape] else {
        firsts[shape] = (id, name)
        continue
      }
      // Ids that are the same letters, composed otherwise, are one to Swift and two in a file.
      guard !first.id.utf8.elementsEqual(id.utf8), twins[id] == nil else { continue }
      twins[id] = Twin(of: first.id, difference: NameShape.difference(name, first.name))
      later.append(id)
      if twins[first.id] == nil { twins[first.id] = Twin(of: id, difference: NameShape.difference(first.name, name)) }
    }
    (self.twins, self.later) = (twins, later)
  }

  public var isEmpty: Bool { later.isEmpty }

  /// What an actor looks like; nil where nobody looks like it.
  public subscript(actor: Identifier) -> Twin? { twins[actor] }
}

extension EventStore {
  /// The actors, named in rows or known to the directory, whose names look alike.
  ///
  /// - Complexity: O(letters in all names) the first time, and then none.
  public var lookAlikes: LookAlikes {
    snapshot.facets.lookAlikes.value {
      let named = columns.actorsAndAbove.values
      let known = directory.actors
      return LookAlikes(known.map { ($0.id, $0.name) } + named.lazy.filter { [directory] in directory.actor($0) == nil }.map { ($0, $0) })
    }
  }

  /// The first row in time that names an actor by these very letters, which a filter, to which names that look alike may be one, does not tell.
  ///
  /// - Complexity: O(actors), and O(rows) the first time.
  public func firstRow(naming actor: Identifier) -> Row? {
    let code = columns.actors.values.firstIndex { $0.utf8.elementsEqual(actor.utf8) }
    return code.flatMap { columns.actors.rows(of: $0).first }.map { Row(Int($0)) }
  }
}
