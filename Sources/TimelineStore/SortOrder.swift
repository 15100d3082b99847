/// The order in which a selection is shown. Ties are always in time order, and rows that have no such figure stand last either way.
///
///     store.select(filter, sort: .killed)            // the deadliest first
///     store.select(filter, sort: .killed.reversed)   // the least deadly first
public struct SortOrder: Hashable, Sendable {
  public enum Key: String, Hashable, Sendable, CaseIterable {
    case date, killed, weight
  }

  public var key: Key
  /// Whether the order runs against the key's usual direction: date and weight go up, killed goes down.
  public var isReversed: Bool

  public init(_ key: Key, isReversed: Bool = false) {
    self.key = key
    self.isReversed = isReversed
  }

  public static let date = SortOrder(.date)
  /// By the best figure, where there is none by the middle of the range; most first.
  public static let killed = SortOrder(.killed)
  /// The indispensable first.
  public static let weight = SortOrder(.weight)

  public var reversed: SortOrder { SortOrder(key, isReversed: !isReversed) }
}
