public import EDTF

/// What rows are grouped by.
public enum FacetField: Hashable, Sendable {
  /// Each event under all its actors and everyone above them by `parent`, as the filter `actor:` finds them.
  case actor
  /// Each event under its places and everything around them by `within`.
  case place
  case kind
  /// Each event under the year in which it begins; where no year is known, under one of its own.
  case year
  /// Each event under the month in which it begins; where only the year is known, under `YYYY-XX`.
  case month
  case source, side, weight
  /// Each event under every era that it touches.
  case era
  /// A publisher's own column.
  case column(String)
}

/// One group of the rows of a selection.
public struct Facet: Hashable, Sendable {
  /// An id, a kind's word, `2020`, `2020-09`, `undated` …: what to write into a filter or a file.
  public var key: String
  /// What a person reads.
  public var label: String
  public var events: Int
  /// The sum of the least that the estimates of each event allow.
  public var killedLow: Int
  /// The sum of the best figures; nil when nobody gives a figure, or an event with figures has no best one.
  public var killedBest: Int?
  /// The sum of the most that the estimates allow.
  public var killedHigh: Int
  /// The first known day of its events, and the last; open ends do not stretch them.
  public var first: Day?
  public var last: Day?
}
