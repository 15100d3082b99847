import TimelineModel

/// ACLED, Armed Conflict Location & Event Data: a row for each event, or in monadic files for each actor in it.
enum ACLEDFormat {
  static func recognises(_ head: [UInt8]) -> Bool { TableHead.first(of: head) { ACLEDLayout.fits(CSVHeader($0)) } }

  static func open(_ file: TableBytes, name: String, limits: ReadingLimits, ledger: IDLedger) -> RowReader {
    TableHead.open(file, name: name, limits: limits, ledger: ledger) { walk, filler in
      let header = CSVHeader(walk)
      header.report(to: &filler, walk)
      let schema = ACLEDSchema(header, &filler)
      report(schema.layout, &filler, walk)
      return TableHead.Start(schema, rowsBegin: walk.place)
    }
  }

  private static func report(_ layout: ACLEDLayout, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let missing = layout.missing.map(\.rawValue)
    if !missing.isEmpty {
      filler.report(
        .warning, "missing-columns", in: walk, at: walk.start, "The file has no column \(missing.joined(separator: ", "))",
        remedy: "Exports before 2022 had fewer; what they would say is left out", marksRow: false)
    }
    for column in layout.unknown {
      filler.report(
        .warning, "unknown-column", in: walk, at: walk.offset(of: column), "ACLED has no column \(layout.header.names[column])",
        remedy: "It is shown under its own name", marksRow: false)
    }
  }
}
