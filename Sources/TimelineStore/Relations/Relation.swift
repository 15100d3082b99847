public import TimelineModel

/// What makes a row the next one of its sort.
public enum Relation: Hashable, Sendable {
  /// An actor of this row takes part in it.
  case actor
  /// It is at a place of this row.
  case place
  /// Accounts of it contradict one another.
  case disputed
  /// A link joins it to this row, in either direction.
  case linked
  /// It is the first after a stretch of more than so many days in which nothing selected happened.
  case quiet(days: Int)

  /// The first event after a gap of more than four weeks.
  public static let gap = Relation.quiet(days: 28)
}

/// A link as it is seen from one of its two events.
public struct LinkedEvent: Hashable, Sendable {
  public var kind: Link.Kind
  /// Whether the other event bears the link and this one is its target.
  public var isIncoming: Bool
  /// The event at the other end; nil when there is none of that id.
  public var row: Row?
  public var id: Identifier
  /// The source of the link itself.
  public var source: Identifier?

  /// What the arrow means, read from this event: `follows`, `led to by`.
  public var words: String { isIncoming ? kind.backward : kind.forward }
}
