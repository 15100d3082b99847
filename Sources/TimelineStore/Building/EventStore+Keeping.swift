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
    self.init(
      header, directory, sound: kept, TextColumn(segments: [.leftToDecoder(decoder, from: 0, firstArrival: 0, count: kept.count)]),
      [Segment(firstArrival: 0, decoder: decoder, firstIndex: 0)])
  }

  /// A store of columns that were kept of files, which opens without a look at any row.
  ///
  /// - Parameter parts: what reads the rows back, in the order in which they arrived.
  /// - Returns: nil where columns or parts are not sound, or do not fit one another.
  package init?(_ header: Timeline, directory: Directory, _ kept: KeptColumns, parts: [KeptPart]) {
    guard kept.isSound, parts.allSatisfy(\.isSound) else { return nil }
    var text = TextColumn()
    var segments: [Segment] = []
    var first = 0
    for part in parts {
      guard part.rows > 0, part.rows <= kept.count - first else { return nil }
      segments.append(Segment(firstArrival: first, decoder: part.decoder, firstIndex: 0))
      text.segments.append(.records(part.decoder, part.textRows, firstArrival: first, count: part.rows))
      first += part.rows
    }
    guard first == kept.count else { return nil }
    self.init(header, directory, sound: kept, text, segments)
  }

  private init(_ header: Timeline, _ directory: Directory, sound kept: KeptColumns, _ text: TextColumn, _ segments: [Segment]) {
    let facts = FactColumns(
      earliest: kept.earliest, latest: kept.latest, precision: kept.precision, marks: kept.marks, kind: kept.kind, kinds: kept.kinds, weight: kept.weight,
      sourceCount: kept.sourceCount, killed: TollColumn(kept: kept.killed), wounded: TollColumn(kept: kept.wounded), idHash: kept.idHash)
    let (actors, places) = (CodeColumn.columns(kept.actors), CodeColumn.columns(kept.places))
    let arrival = kept.arrival.isEmpty ? (0..<UInt32(clamping: kept.count)).map(\.self) : kept.arrival
    let columns = Columns(
      facts, actors: actors.own, actorsAndAbove: actors.withAbove, places: places.own, placesAndAround: Lazily { places.withAbove },
      sources: Lazily { CodeColumn.columns(kept.late?.sources.value ?? kept.sources).own },
      extras: kept.extras.enumerated().map { number, extra in
        Columns.Extra(extra.name, Lazily { CodeColumn.columns(kept.late?.extras[number].value ?? extra.lists).own })
      }, text: text,
      links: LinkTable(kept.links, rowCount: kept.count), arrival: arrival,
      rowOfArrival: kept.arrival.isEmpty ? arrival : TimeOrder.inverse(of: arrival))
    self.init(Snapshot(header: header, directory: directory, columns: columns, segments: segments))
  }

  /// The columns as they are to be kept.
  package var kept: KeptColumns {
    var kept = KeptColumns()
    (kept.earliest, kept.latest, kept.precision, kept.marks) = (columns.earliest, columns.latest, columns.precision, columns.marks)
    (kept.kind, kept.kinds, kept.weight, kept.sourceCount) = (columns.kind, columns.kinds, columns.weight, columns.sourceCount)
    (kept.killed, kept.wounded, kept.idHash) = (columns.killed.figures, columns.wounded.figures, columns.idHash)
    kept.actors = columns.actors.kept(rows: count, columns.actorsAndAbove)
    kept.places = columns.places.kept(rows: count, columns.placesAndAround)
    kept.sources = columns.sources.kept(rows: count)
    kept.extras = columns.extras.map { ($0.name, $0.column.kept(rows: count)) }
    kept.links = columns.links.kept
    if columns.arrival.indices.contains(where: { columns.arrival[$0] != $0 }) { kept.arrival = columns.arrival }
    return kept
  }

  /// What reads the rows back, in the order in which they arrived; nil where rows do not all lie in the records of files.
  package var keptParts: [KeptPart]? {
    var parts: [KeptPart] = []
    guard snapshot.segments.count == columns.text.segments.count else { return nil }
    for (segment, text) in zip(snapshot.segments, columns.text.segments) {
      guard segment.firstIndex == 0, segment.firstArrival == text.firstArrival, let decoder = segment.decoder as? any RecordDecoder,
        let textRows = text.foldedRows
      else { return nil }
      parts.append(KeptPart(decoder: decoder, rows: text.count, textRows: textRows))
    }
    return parts
  }
}

extension CodeColumn {
  /// A column as it was kept, and the same with what lies above each code.
  fileprivate static func columns(_ kept: KeptColumns.Lists) -> (own: CodeColumn, withAbove: CodeColumn) {
    let values = Values.later(count: kept.valueCount, Lazily(kept.values))
    let lists: Lists = kept.single.map { .single($0) } ?? (kept.codes.isEmpty ? .none : .many(starts: kept.starts, codes: kept.codes))
    let whole = CodeColumn(values, lists, nil)
    var own = whole
    if let count = kept.ownCount, count < kept.valueCount {
      own = CodeColumn(.later(count: count, Lazily { Array(whole.values[..<count]) }), lists, nil)
    }
    guard !kept.aboveStarts.isEmpty else { return (own, own) }
    return (own, CodeColumn(values, lists, Lineage(starts: kept.aboveStarts, codes: kept.above)))
  }

  /// - Parameter withAbove: the same lists with what lies above their codes.
  fileprivate func kept(rows: Int, _ withAbove: CodeColumn? = nil) -> KeptColumns.Lists {
    var kept = KeptColumns.Lists()
    let whole = withAbove ?? self
    (kept.valueCount, kept.values) = (whole.valueCount, { whole.values })
    if whole.valueCount > valueCount { kept.ownCount = valueCount }
    switch lists {
    case .none: kept.starts = [UInt32](repeating: 0, count: rows + 1)
    case .single(let codes): kept.single = codes
    case .many(let starts, let codes): (kept.starts, kept.codes) = (starts, codes)
    }
    if let lineage = whole.lineage { (kept.aboveStarts, kept.above) = (lineage.starts, lineage.codes) }
    return kept
  }
}
