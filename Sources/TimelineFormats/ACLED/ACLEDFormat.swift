import TimelineModel

/// ACLED, Armed Conflict Location & Event Data: a row for each event, or in monadic files for each actor in it.
enum ACLEDFormat {
  static func recognises(_ head: [UInt8]) -> Bool { TableHead.first(of: head) { ACLEDLayout.fits(CSVHeader($0)) } }

  static func open(_ file: TableBytes, name: String, limits: ReadingLimits, ledger: IDLedger) -> RowReader {
    TableHead.open(file, name: name, limits: limits, ledger: ledger) { walk, filler in
      TableHead.Start<ACLEDSchema>(afterHeader: walk, &filler)
    }
  }
}
