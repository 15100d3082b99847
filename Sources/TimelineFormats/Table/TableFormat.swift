import TimelineModel

/// A table with any header: CSV, TSV, semicolons. It needs a date and a title; everything else is kept under its own name.
enum TableFormat {
  /// Whether the first line is a header of several columns, one of which is called as dates or titles are.
  static func recognises(name: String, _ head: [UInt8]) -> Bool {
    let lower = name.lowercased()
    let isNamed = [".csv", ".tsv", ".tab"].contains { lower.hasSuffix($0) }
    return TableHead.first(of: head, name: name) { walk in
      let mapping = ColumnMapping(guessing: CSVHeader(walk))
      return walk.count > 1 && (isNamed || mapping.has(.date) && mapping.has(.title))
    } || isNamed
  }

  /// - Parameter choose: asked with the header which columns play which parts, where somebody has said so.
  static func open(
    _ file: TableBytes, name: String, limits: ReadingLimits, ledger: IDLedger, choosing choose: ([String]) -> (ColumnChoice, ColumnReason)? = { _ in nil }
  ) -> RowReader {
    TableHead.open(file, name: name, limits: limits, ledger: ledger) { walk, filler in
      let header = CSVHeader(walk)
      header.report(to: &filler, walk)
      let chosen = choose(header.names).map { (choice: $0.0, reason: $0.1) }
      let schema = TableSchema(header, name: name, chosen: chosen, &filler)
      report(schema.layout, &filler, walk)
      return TableHead.Start(schema, rowsBegin: walk.place)
    }
  }

  private static func report(_ layout: TableLayout, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    for role in [ColumnRole.date, .title] where !layout.mapping.has(role) {
      let known = role.headings.prefix(5).joined(separator: ", ")
      filler.report(
        .error, "no-\(role.rawValue)-column", in: walk, at: walk.start,
        "No column is called as a \(role.rawValue) is (\(known) …); the columns are \(layout.header.names.prefix(20).joined(separator: ", "))",
        remedy: (role == .date ? "All rows stand among the undated" : "The first text of a row is its title") + "; --map \(role.rawValue)=COLUMN names it",
        marksRow: false)
    }
  }
}
