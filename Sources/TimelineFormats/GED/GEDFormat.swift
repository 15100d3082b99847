import TimelineModel

/// UCDP's Georeferenced Event Dataset: a row for each event of organised violence since 1989.
enum GEDFormat {
  /// Whether the first lines are those of a GED file, with its header or, as some Candidate files came, without.
  static func recognises(_ head: [UInt8]) -> Bool {
    TableHead.first(of: head) { walk in GEDLayout.fits(CSVHeader(walk)) || isRow(walk) }
  }

  /// Whether a first record is no header but a row in the order of version 25.1.
  private static func isRow(_ walk: borrowing CSVWalk) -> Bool {
    guard walk.count == GEDColumn.allCases.count, ByteText.integer(walk[0]) != nil else { return false }
    let layout = GEDLayout(CSVHeader(GEDColumn.allCases.map(\.rawValue)))
    return GEDDate.day(walk[layout[.dateStart]]) != nil && ByteText.integer(walk[layout[.typeOfViolence]]) != nil
  }

  static func open(_ file: TableBytes, name: String, limits: ReadingLimits, ledger: IDLedger) -> RowReader {
    TableHead.open(file, name: name, limits: limits, ledger: ledger) { walk, filler in
      guard isRow(walk) else {
        let header = CSVHeader(walk)
        header.report(to: &filler, walk)
        let schema = GEDSchema(header, &filler)
        report(schema.layout, &filler, walk)
        return TableHead.Start(schema, rowsBegin: walk.place)
      }
      filler.report(
        .warning, "no-header", in: walk, at: walk.start, "The file has no header", remedy: "Its columns were taken in the order of version 25.1",
        marksRow: false)
      return TableHead.Start(GEDSchema(CSVHeader(GEDColumn.allCases.map(\.rawValue)), &filler), rowsBegin: CSVWalk.Place(offset: walk.start, line: walk.line))
    }
  }

  private static func report(_ layout: GEDLayout, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let missing = layout.missing.map(\.rawValue)
    if !missing.isEmpty {
      filler.report(
        .warning, "missing-columns", in: walk, at: walk.start, "The file has no column \(missing.joined(separator: ", "))",
        remedy: "Versions before 20 had fewer; what they would say is left out", marksRow: false)
    }
    for column in layout.unknown {
      let name = layout.header.names[column]
      let nearest = Suggestion.nearest(to: name, in: layout.missing.map(\.rawValue))
      filler.report(
        .warning, "unknown-column", in: walk, at: walk.offset(of: column), "GED has no column \(name)",
        remedy: nearest.map { "Was \($0) meant? It is shown under its own name" } ?? "It is shown under its own name", marksRow: false)
    }
  }
}
