public import TimelineModel

/// The groups of events that come part after part, added up: what ``EventStore/facets(_:in:)`` would say of one store of all parts.
///
///     var sums = FacetSums(by: .actor)
///     for part in parts { sums.add(part.all, of: part) }
///     sums.facets(named: directory).first?.events
///
/// It keeps one sum for each group and nothing of a row.
public struct FacetSums: Sendable {
  public enum Grouping: Hashable, Sendable { case year, month, actor, kind, place }

  private let grouping: Grouping
  private var named: [String: Tally] = [:]
  private var periods: [Period: Tally] = [:]

  public init(by grouping: Grouping) { self.grouping = grouping }

  public var groupCount: Int { named.count + periods.count }

  /// Adds the rows of a part.
  public mutating func add(_ selection: Selection, of part: EventStore) {
    let (columns, rows) = (part.columns, selection.bits)
    switch grouping {
    case .year, .month: for (period, tally) in part.periodTallies(in: rows, byMonth: grouping == .month) { periods[period, default: Tally()].add(tally) }
    case .actor: add(columns.tallies(of: columns.actorsAndAbove, in: rows), columns.actorsAndAbove.values)
    case .place: add(columns.tallies(of: columns.placesAndAround, in: rows), columns.placesAndAround.values)
    case .kind: add(columns.tallies(ValueGroups(columns.kind, count: columns.kinds.count), of: rows), columns.kinds)
    }
  }

  private mutating func add(_ tallies: [Tally], _ values: [String]) {
    for (tally, value) in zip(tallies, values) where tally.events > 0 { named[value, default: Tally()].add(tally) }
  }

  /// Periods in their order, then what has no year and no date; all others the largest first.
  ///
  /// - Parameter directory: what the actors and places of all parts are called.
  public func facets(named directory: Directory) -> [Facet] {
    guard grouping != .year, grouping != .month else {
      return periods.sorted { $0.key < $1.key }.map { $0.value.facet(key: $0.key.key, label: $0.key.label) }
    }
    let groups = named.map { key, tally in tally.facet(key: key, label: label(key, directory)) }
    return groups.sorted { ($1.events, $0.label, $0.key) < ($0.events, $1.label, $1.key) }
  }

  private func label(_ key: String, _ directory: Directory) -> String {
    switch grouping {
    case .actor: directory.name(ofActor: key)
    case .place: directory.name(ofPlace: key)
    case .year, .month, .kind: key
    }
  }
}
