import EDTF
import TimelineModel

extension EventStore {
  /// The groups of a selection, none of them empty: years, months, eras and weights in their own order, all others the largest first.
  ///
  ///     store.facets(.actor, in: selection).first?.label   // "Azerbaijan"
  ///
  /// - Complexity: one pass over the selected rows.
  public func facets(_ field: FacetField, in selection: Selection) -> [Facet] {
    switch field {
    case .actor: facets(columns.actorsAndAbove, in: selection) { directory.name(ofActor: $0) }
    case .place: facets(columns.placesAndAround, in: selection) { directory.name(ofPlace: $0) }
    case .source: facets(columns.sources, in: selection, label: sourceLabel)
    case .kind: kindFacets(in: selection)
    case .side: sideFacets(in: selection)
    case .weight: weightFacets(in: selection)
    case .era: eraFacets(in: selection)
    case .year: periodFacets(in: selection, byMonth: false)
    case .month: periodFacets(in: selection, byMonth: true)
    case .column(let name):
      columnIndex(named: name).map { facets(columns.extras[$0].column, in: selection) { $0 } } ?? []
    }
  }

  private static func largestFirst(_ facets: [Facet]) -> [Facet] {
    facets.sorted { $0.events != $1.events ? $0.events > $1.events : ($0.label, $0.key) < ($1.label, $1.key) }
  }

  private func facets(_ column: CodeColumn, in selection: Selection, label: (String) -> String) -> [Facet] {
    let reader = SumsReader(columns)
    var tallies = Array(repeating: Tally(), count: column.values.count)
    selection.bits.visit { row in
      let sums = reader.sums(of: row)
      column.visitCodes(of: row) { tallies[$0].add(sums) }
    }
    return Self.largestFirst(
      tallies.indices.filter { tallies[$0].events > 0 }.map { tallies[$0].facet(key: column.values[$0], label: label(column.values[$0])) })
  }

  private func sourceLabel(_ id: String) -> String {
    directory.source(id).map { $0.title.isEmpty ? $0.publisher : "\($0.publisher), \($0.title)" } ?? id
  }

  private func kindFacets(in selection: Selection) -> [Facet] {
    let reader = SumsReader(columns)
    var tallies = Array(repeating: Tally(), count: columns.kinds.count)
    let kind = columns.kind
    selection.bits.visit { tallies[Int(kind[$0])].add(reader.sums(of: $0)) }
    return Self.largestFirst(
      tallies.indices.filter { tallies[$0].events > 0 }.map { tallies[$0].facet(key: columns.kinds[$0], label: columns.kinds[$0]) })
  }

  private func sideFacets(in selection: Selection) -> [Facet] {
    let reader = SumsReader(columns)
    let facets = names.sides.indices.map { side in
      var tally = Tally()
      var rows = columns.actors.rows(ofAny: names.sideOfActor.indices.filter { names.sideOfActor[$0] == side }, bound: count)
      rows.formIntersection(selection.bits)
      rows.visit { tally.add(reader.sums(of: $0)) }
      return tally.facet(key: names.sides[side], label: names.sides[side])
    }
    return Self.largestFirst(facets.filter { $0.events > 0 })
  }

  private func weightFacets(in selection: Selection) -> [Facet] {
    let reader = SumsReader(columns)
    var tallies = Array(repeating: Tally(), count: 256)
    let weight = columns.weight
    selection.bits.visit { tallies[Int(UInt8(bitPattern: weight[$0]))].add(reader.sums(of: $0)) }
    let weights = (Int8.min...Int8.max).filter { tallies[Int(UInt8(bitPattern: $0))].events > 0 }
    let facets = weights.map { weight in
      let isNone = weight == RowFacts.noWeight
      return tallies[Int(UInt8(bitPattern: weight))].facet(key: isNone ? "none" : String(weight), label: isNone ? "No weight" : String(weight))
    }
    // What has no weight is the lowest byte, and stands last.
    return facets.filter { $0.key != "none" } + facets.filter { $0.key == "none" }
  }

  private func eraFacets(in selection: Selection) -> [Facet] {
    let reader = SumsReader(columns)
    return timeline.eras.compactMap { era in
      var tally = Tally()
      var rows = columns.rows(since: era.date.earliest, until: era.date.latest, isWithin: false)
      rows.formIntersection(selection.bits)
      rows.visit { tally.add(reader.sums(of: $0)) }
      return tally.events > 0 ? tally.facet(key: era.id, label: era.name) : nil
    }
  }
}
