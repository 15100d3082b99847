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
      guard isRow(walk) else { return TableHead.Start<GEDSchema>(afterHeader: walk, &filler) }
      filler.report(
        .warning, "no-header", in: walk, at: walk.start, "The file has no header", remedy: "Its columns were taken in the order of version 25.1",
        marksRow: false)
      return TableHead.Start(withoutHeader: GEDColumn.allCases, rowsBegin: walk.beginning, &filler)
    }
  }
}
