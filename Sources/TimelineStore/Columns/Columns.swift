import EDTF
import TimelineModel

/// Everything a store knows of its rows, column by column, in time order. Made once by the builder and never changed.
///
/// ```
/// row        earliest  latest  precision marks kind weight  killed low best high   actors  places  sources  id hash
/// 0          -12345    -12345  day       d..c  2    1       2      4    7          → codes → codes → codes  …
/// …
/// datedCount open…                                          the rows without a usable date stand at the end
/// ```
final class Columns: Sendable {
  let count: Int
  /// Rows before this one have a usable date.
  let datedCount: Int
  /// Days since 1970-01-01; `RowFacts.openStart` where there is none.
  let earliest: [Int32]
  /// Days since 1970-01-01; `RowFacts.openEnd` where there is none.
  let latest: [Int32]
  let precision: [Precision]
  let marks: [RowMarks]
  let kind: [UInt32]
  let kinds: [String]
  /// Saturated to a byte; `RowFacts.noWeight` for none.
  let weight: [Int8]
  let sourceCount: [UInt16]
  let killed: TollColumn
  let wounded: TollColumn
  let idHash: [UInt64]
  let actors: CodeColumn
  /// Each row's actors and everyone above them by `parent`.
  let actorsAndAbove: CodeColumn
  let places: CodeColumn
  private let lazyPlacesAndAround: Lazily<CodeColumn>
  private let lazySources: Lazily<CodeColumn>
  let extras: [Extra]
  let text: TextColumn
  let links: LinkTable
  /// For each row the number under which it arrived.
  let arrival: [UInt32]
  /// The other way round.
  let rowOfArrival: [UInt32]
  let kept = KeptAnswers()

  /// One of the publisher's columns, put in order when it is first asked for.
  struct Extra: Sendable {
    let name: String
    private let made: Lazily<CodeColumn>

    init(_ name: String, _ made: Lazily<CodeColumn>) { (self.name, self.made) = (name, made) }

    var column: CodeColumn { made.value }
  }

  /// Each row's places and everything around them by `within`.
  var placesAndAround: CodeColumn { lazyPlacesAndAround.value }
  var sources: CodeColumn { lazySources.value }

  init(
    _ facts: FactColumns, actors: CodeColumn, actorsAndAbove: CodeColumn, places: CodeColumn, placesAndAround: Lazily<CodeColumn>,
    sources: Lazily<CodeColumn>, extras: [Extra], text: TextColumn, links: LinkTable, arrival: [UInt32], rowOfArrival: [UInt32]
  ) {
    count = facts.earliest.count
    datedCount = facts.marks.count { $0.contains(.dated) }
    earliest = facts.earliest
    latest = facts.latest
    precision = facts.precision
    marks = facts.marks
    kind = facts.kind
    kinds = facts.kinds
    weight = facts.weight
    sourceCount = facts.sourceCount
    killed = facts.killed
    wounded = facts.wounded
    idHash = facts.idHash
    self.actors = actors
    self.actorsAndAbove = actorsAndAbove
    self.places = places
    lazyPlacesAndAround = placesAndAround
    lazySources = sources
    self.extras = extras
    self.text = text
    self.links = links
    self.arrival = arrival
    self.rowOfArrival = rowOfArrival
  }

  func isDated(_ row: Int) -> Bool { row < datedCount }

  /// The days of a row where an open end counts as the other end; nil for undated rows.
  func knownDays(of row: Int) -> (first: Int32, last: Int32)? { DaysReader(self).knownDays(of: row) }

  /// The weight, saturated to a byte.
  func weight(of row: Int) -> Int? { weight[row] == RowFacts.noWeight ? nil : Int(weight[row]) }

  /// The first row whose earliest day is at or after a day, among the dated.
  ///
  /// - Complexity: O(log n).
  func firstRow(startingOnOrAfter day: Int32) -> Int {
    var low = 0
    var high = datedCount
    while low < high {
      let middle = (low + high) / 2
      if earliest[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The columns of days, held apart for loops over rows.
struct DaysReader {
  private let datedCount: Int
  private let earliest: [Int32]
  private let latest: [Int32]

  init(_ columns: Columns) {
    datedCount = columns.datedCount
    earliest = columns.earliest
    latest = columns.latest
  }

  /// The days of a row where an open end counts as the other end; nil for undated rows.
  @inline(__always)
  func knownDays(of row: Int) -> (first: Int32, last: Int32)? {
    guard row < datedCount else { return nil }
    let first = earliest[row]
    let last = latest[row]
    if first == RowFacts.openStart { return (last, last) }
    return (first, last == RowFacts.openEnd ? first : last)
  }
}
