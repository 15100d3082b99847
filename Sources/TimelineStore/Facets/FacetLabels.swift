/// What the groups of a column are called, and in which order they stand where they are equally large. The same for every selection of a store.
struct FacetLabels: Sendable {
  let labels: [String]
  /// For each code its place in the order of labels, then keys.
  let places: [UInt32]
  /// The code at each place.
  let codes: [Int]

  init(_ values: [String], label: (String) -> String) {
    let labels = values.map(label)
    let codes = values.indices.sorted { (labels[$0], values[$0]) < (labels[$1], values[$1]) }
    var places = [UInt32](repeating: 0, count: values.count)
    for (place, code) in codes.enumerated() { places[code] = UInt32(clamping: place) }
    self.labels = labels
    self.codes = codes
    self.places = places
  }

  /// The codes of groups that are not empty, the largest first.
  func largestFirst(_ counts: some Sequence<Int>) -> [Int] {
    // Size and place in one number, so that sorting compares numbers and no text.
    var ranks: [UInt64] = []
    for (code, count) in counts.enumerated() where count > 0 {
      ranks.append(UInt64(UInt32.max - UInt32(clamping: count)) << 32 | UInt64(places[code]))
    }
    ranks.sort()
    return ranks.map { codes[Int($0 & 0xFFFF_FFFF)] }
  }
}

/// The facets of all rows, and what facets are called: worked out when they are first asked for, and then kept with the snapshot.
final class KeptFacets: Sendable {
  let actorLabels = Keep<FacetLabels>()
  let lookAlikes = Keep<LookAlikes>()
  let placeLabels = Keep<FacetLabels>()
  let sourceLabels = Keep<FacetLabels>()
  private let (byActor, byPlace, byKind, byYear, byMonth) = (Groups(), Groups(), Groups(), Groups(), Groups())
  private let (bySource, bySide, byWeight, byEra) = (Groups(), Groups(), Groups(), Groups())

  private typealias Groups = Keep<[Facet]>

  /// Nil for what is seldom asked for: a publisher's own columns.
  func ofAll(_ field: FacetField) -> Keep<[Facet]>? {
    switch field {
    case .actor: byActor
    case .place: byPlace
    case .kind: byKind
    case .year: byYear
    case .month: byMonth
    case .source: bySource
    case .side: bySide
    case .weight: byWeight
    case .era: byEra
    case .column: nil
    }
  }
}
