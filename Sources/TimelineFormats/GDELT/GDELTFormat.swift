import TimelineModel

/// GDELT's table of events, as it is downloaded: set apart by tabs, without a header, and called `.CSV` all the same. With a header, as databases write it
/// out, the columns are bound by their names.
enum GDELTFormat {
  static func recognises(_ head: [UInt8]) -> Bool {
    TableHead.first(of: head, dialect: .tsv) { columns(from: $0) != nil } || TableHead.first(of: head) { GDELTLayout.fits(CSVHeader($0)) }
  }

  /// How many of the first records are looked at for one that shows the version; the very first may be damaged.
  private static let mostLooks = 20

  /// The columns of a file without a header, by the first record in which what stands where is as it should be.
  private static func columns(from walk: borrowing CSVWalk) -> [GDELTColumn]? {
    var looks = 0
    repeat {
      if let columns = columns(ofRow: walk) { return columns }
      looks += 1
    } while looks < mostLooks && walk.next()
    return nil
  }

  private static func columns(ofRow walk: borrowing CSVWalk) -> [GDELTColumn]? {
    guard let columns = GDELTColumn.columns(of: walk.count) else { return nil }
    func text(_ column: GDELTColumn) -> String { columns.firstIndex(of: column).map { String(decoding: walk[$0], as: UTF8.self) } ?? "" }
    let haveNumbers = [GDELTColumn.id, .event, .isRoot].allSatisfy { text($0).wholeNumber != nil }
    return haveNumbers && GDELTLayout.date(text(.day)) != nil && GDELTCodes.quadClass(text(.quad)) != nil ? columns : nil
  }

  static func open(_ file: TableBytes, name: String, limits: ReadingLimits, ledger: IDLedger) -> RowReader {
    let hasHeader = file.withBytes { bytes in TableHead.first(of: Array(bytes.prefix(1 << 16))) { GDELTLayout.fits(CSVHeader($0)) } }
    return TableHead.open(file, name: name, limits: limits, ledger: ledger, dialect: hasHeader ? nil : .tsv) { walk, filler in
      guard !hasHeader else { return TableHead.Start<GDELTSchema>(afterHeader: walk, &filler) }
      let first = walk.beginning
      return TableHead.Start(withoutHeader: columns(from: walk) ?? GDELTColumn.allCases, rowsBegin: first, &filler)
    }
  }
}
