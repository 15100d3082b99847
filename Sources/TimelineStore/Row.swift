public import EDTF
public import TimelineModel

/// A position in the time order of a whole store: by earliest day, latest day, weight, id; rows without a usable date stand last.
///
/// A row means something only together with the store it came from. After a reload, find the event again by its id.
public struct Row: Hashable, Comparable, Sendable {
  public let number: Int

  public init(_ number: Int) { self.number = number }

  public static func < (one: Row, other: Row) -> Bool { one.number < other.number }
}

/// What a row of the list needs to know of an event.
public struct RowSummary: Hashable, Sendable {
  public var row: Row
  public var id: Identifier
  /// Nil when the row has no usable date; ``dateText`` then says what stood there.
  public var date: EDTFDate?
  public var dateText: String?
  /// Nil where the date is open, unknown or missing.
  public var earliest: Day?
  public var latest: Day?
  public var title: String
  public var kind: EventKind
  public var weight: Int?
  /// Everybody's figures put together, as ``Toll`` does it; nil when nobody gives one.
  public var killed: Figure?
  public var isDisputed: Bool
  public var hasAccounts: Bool
  public var hasCasualties: Bool
  public var hasPlace: Bool
}
