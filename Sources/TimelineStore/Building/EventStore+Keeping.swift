package import TimelineModel

extension EventStore {
  /// A store of columns that were kept, which opens without a look at any event.
  ///
  /// - Parameters:
  ///   - header: title, scope, eras and rules.
  ///   - kept: columns that are not sound give a store without rows.
  ///   - decoder: reads a row back by its number.
  package init(_ header: Timeline, directory: Directory, _ kept: KeptColumns, decoder: any EventDecoder) {
    let kept = kept.isSound ? kept : KeptColumns()
    let rows = (0..<UInt32(clamping: kept.count)).map(\.self)
    let facts = FactColumns(
      earliest: kept.earliest, latest: kept.latest, precision: kept.precision, marks: kept.marks, kind: kept.kind, kinds: kept.kinds, weight: kept.weight,
      sourceCount: kept.sourceCount, killed: TollColumn(kept: kept.killed), wounded: TollColumn(kept: kept.wounded), idHash: kept.idHash)
    let (actors, places) = (CodeColumn.columns(kept.actors), CodeColumn.columns(kept.places))
    let columns = Columns(
      facts, actors: actors.own, actorsAndAbove: actors.withAbove, places: places.own, placesAndAround: Lazily { places.withAbove },
      sources: Lazily { CodeColumn.columns(kept.sources).own },
      extras: kept.extras.map { extra in Columns.Extra(extra.name, Lazily { CodeColumn.columns(extra.lists).own }) },
      text: TextColumn(segments: [.leftToDecoder(decoder, from: 0, firstArrival: 0, count: kept.count)]),
      links: LinkTable(kept.links, rowCount: kept.count), arrival: rows, rowOfArrival: rows)
    self.init(
      Snapshot(header: header, directory: directory, columns: columns, segments: [Segment(firstArrival: 0, decoder: decoder, firstIndex: 0)]))
  }

  /// The columns as they are to be kept.
  package var kept: KeptColumns {
    var kept = KeptColumns()
    (kept.earliest, kept.latest, kept.precision, kept.marks) = (columns.earliest, columns.latest, columns.precision, columns.marks)
    (kept.kind, kept.kinds, kept.weight, kept.sourceCount) = (columns.kind, columns.kinds, columns.weight, columns.sourceCount)
    (kept.killed, kept.wounded, kept.idHash) = (columns.killed.figures, columns.wounded.figures, columns.idHash)
    kept.actors = columns.actors.kept(rows: count, columns.actorsAndAbove.lineage)
    kept.places = columns.places.kept(rows: count, columns.placesAndAround.lineage)
    kept.sources = columns.sources.kept(rows: count, nil)
    kept.extras = columns.extras.map { ($0.name, $0.column.kept(rows: count, nil)) }
    kept.links = columns.links.kept
    return kept
  }
}

extension CodeColumn {
  /// A column as it was kept, and the same with what lies above each code.
  fileprivate static func columns(_ kept: KeptColumns.Lists) -> (own: CodeColumn, withAbove: CodeColumn) {
    let values = Values.later(count: kept.valueCount, Lazily(kept.values))
    let own = CodeColumn(values, kept.codes.isEmpty ? .none : .many(starts: kept.starts, codes: kept.codes), nil)
    guard !kept.aboveStarts.isEmpty else { return (own, own) }
    return (own, CodeColumn(values, own.lists, Lineage(starts: kept.aboveStarts, codes: kept.above)))
  }

  fileprivate func kept(rows: Int, _ lineage: Lineage?) -> KeptColumns.Lists {
    var kept = KeptColumns.Lists()
    let values = values
    (kept.valueCount, kept.values) = (values.count, { values })
    for row in 0..<rows {
      kept.codes += codes(of: row)
      kept.starts.append(UInt32(clamping: kept.codes.count))
    }
    (kept.aboveStarts, kept.above) = (lineage?.starts ?? [], lineage?.codes ?? [])
    return kept
  }
}
