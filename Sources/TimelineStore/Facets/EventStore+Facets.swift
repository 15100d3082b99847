import EDTF
import TimelineModel

extension EventStore {
  /// The groups of a selection, none of them empty: years, months, eras and weights in their own order, all others the largest first.
  ///
  ///     store.facets(.actor, in: selection).first?.label   // "Azerbaijan"
  ///
  /// - Complexity: one pass over the selected rows; for all rows the first time only.
  public func facets(_ field: FacetField, in selection: Selection) -> [Facet] {
    guard selection.count == count, let kept = snapshot.facets.ofAll(field) else { return worked(field, in: selection.bits) }
    return kept.value { worked(field, in: selection.bits) }
  }

  private func worked(_ field: FacetField, in rows: Bitset) -> [Facet] {
    switch field {
    case .actor: facets(columns.actorsAndAbove, actorLabels, in: rows)
    case .place: facets(columns.placesAndAround, placeLabels, in: rows)
    case .source: facets(columns.sources, sourceLabels, in: rows)
    case .kind: kindFacets(in: rows)
    case .side: sideFacets(in: rows)
    case .weight: weightFacets(in: rows)
    case .era: eraFacets(in: rows)
    case .year: periodFacets(in: rows, byMonth: false)
    case .month: periodFacets(in: rows, byMonth: true)
    case .column(let name):
      columnIndex(named: name).map { index in
        let column = columns.extras[index].column
        return facets(column, FacetLabels(column.values) { $0 }, in: rows)
      } ?? []
    }
  }

  var actorLabels: FacetLabels {
    snapshot.facets.actorLabels.value { FacetLabels(columns.actorsAndAbove.values) { directory.name(ofActor: $0) } }
  }

  var placeLabels: FacetLabels {
    snapshot.facets.placeLabels.value { FacetLabels(columns.placesAndAround.values) { directory.name(ofPlace: $0) } }
  }

  var sourceLabels: FacetLabels {
    snapshot.facets.sourceLabels.value {
      FacetLabels(columns.sources.values) { id in
        directory.source(id).map { $0.title.isEmpty ? $0.publisher : "\($0.publisher), \($0.title)" } ?? id
      }
    }
  }

  private func facets(_ column: CodeColumn, _ labels: FacetLabels, in rows: Bitset) -> [Facet] {
    let tallies = columns.tallies(of: column, in: rows)
    let values = column.values
    return labels.largestFirst(tallies.lazy.map(\.events)).map { tallies[$0].facet(key: values[$0], label: labels.labels[$0]) }
  }

  private func kindFacets(in rows: Bitset) -> [Facet] {
    let tallies = columns.tallies(ValueGroups(columns.kind, count: columns.kinds.count), of: rows)
    return FacetLabels(columns.kinds) { $0 }.largestFirst(tallies.lazy.map(\.events)).map { code in
      tallies[code].facet(key: columns.kinds[code], label: columns.kinds[code])
    }
  }

  private func sideFacets(in rows: Bitset) -> [Facet] {
    let tallies = names.sides.indices.map { side in
      var ofSide = columns.actors.rows(ofAny: names.sideOfActor.indices.filter { names.sideOfActor[$0] == side }, bound: count)
      ofSide.formIntersection(rows)
      return columns.tally(of: ofSide)
    }
    return FacetLabels(names.sides) { $0 }.largestFirst(tallies.lazy.map(\.events)).map { side in
      tallies[side].facet(key: names.sides[side], label: names.sides[side])
    }
  }

  private func weightFacets(in rows: Bitset) -> [Facet] {
    let tallies = columns.tallies(ValueGroups(columns.weight), of: rows)
    // What has no weight is the lowest byte, and stands last.
    let weights = Array((Int8.min + 1)...Int8.max) + [Int8.min]
    return weights.compactMap { weight in
      let tally = tallies[weight.tableIndex]
      guard tally.events > 0 else { return nil }
      let isNone = weight == RowFacts.noWeight
      return tally.facet(key: isNone ? "none" : String(weight), label: isNone ? "No weight" : String(weight))
    }
  }

  private func eraFacets(in rows: Bitset) -> [Facet] {
    header.eras.compactMap { era in
      var touched = columns.rows(since: era.date.earliest, until: era.date.latest, isWithin: false)
      touched.formIntersection(rows)
      let tally = columns.tally(of: touched)
      return tally.events > 0 ? tally.facet(key: era.id, label: era.name) : nil
    }
  }
}
