import TimelineModel

/// The rows of a table that somebody made for themselves: a date and a title, and whatever else stands beside them.
struct TableSchema: RowSchema {
  let layout: TableLayout
  private let name: String
  private let at: Positions
  private let filtered: [(position: Int, column: RowFiller.ExtraColumn)]
  private var dates = DateColumn()
  private var key: [UInt8] = []

  /// Where the columns stand that every row is asked for.
  private struct Positions: Sendable {
    let id, kind, date, end, title, actors, place, latitude, longitude, killed, wounded, weight, sources: Int

    init(_ mapping: ColumnMapping) {
      (id, kind, date, end, title) = (mapping[.id], mapping[.kind], mapping[.date], mapping[.end], mapping[.title])
      (actors, place, latitude, longitude) = (mapping[.actors], mapping[.place], mapping[.latitude], mapping[.longitude])
      (killed, wounded, weight, sources) = (mapping[.killed], mapping[.wounded], mapping[.weight], mapping[.sources])
    }
  }

  init(_ header: CSVHeader, name: String, chosen: (choice: ColumnChoice, reason: ColumnReason)? = nil, _ filler: inout RowFiller) {
    layout = TableLayout(header, chosen: chosen)
    at = Positions(layout.mapping)
    self.name = name
    var filtered: [(position: Int, column: RowFiller.ExtraColumn)] = []
    // What plays a part is told by the filter's own fields.
    for (position, heading) in header.names.enumerated() where !heading.isEmpty && layout.mapping.role(of: position) == nil {
      filtered.append((position, filler.addColumn(heading)))
    }
    self.filtered = filtered
  }

  var idColumn: Int { at.id }
  var header: Timeline { Timeline(id: name, title: name) }

  mutating func fill(_ filler: inout RowFiller, from walk: borrowing CSVWalk) {
    var row = RowFacts(date: nil, kind: UInt32(truncatingIfNeeded: filler.kinds.words.number(ByteText.trimmed(walk[at.kind]))))
    filler.setID(ByteText.trimmed(walk[at.id]), of: &row, walk)
    fillDate(&row, &filler, walk)
    ByteText.forEachPiece(walk[at.actors]) { filler.actors.add($0, to: filler.row) }
    fillPlace(&filler, walk)
    row.killed = PackedFigure(count(at.killed, &filler, walk).map { Figure($0) })
    row.wounded = PackedFigure(count(at.wounded, &filler, walk).map { Figure($0) })
    if row.killed.range != nil || row.wounded.range != nil { row.marks.insert(.hasCasualties) }
    if let weight = ByteText.integer(walk[at.weight]) { row.weight = Int8(clamping: max(weight, -127)) }
    var sources = 0
    ByteText.forEachPiece(walk[at.sources]) { piece in
      filler.sources.add(piece, to: filler.row)
      sources += 1
    }
    row.sourceCount = UInt16(clamping: sources)
    if at.title >= 0, walk[at.title].isEmpty {
      filler.report(.warning, "missing-title", in: walk, at: walk.offset(of: at.title), "This row has no title")
    }
    for (position, column) in filtered { filler.setExtra(column, ByteText.trimmed(walk[position])) }
    filler.append(row)
  }

  private mutating func fillDate(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let (column, endColumn) = (at.date, at.end)
    let (start, end) = (ByteText.trimmed(walk[column]), ByteText.trimmed(walk[endColumn]))
    let entry: DateColumn.Entry
    if end.isEmpty {
      entry = dates.entry(start) { TableLayout.date($0, "") }
    } else {
      key.removeAll(keepingCapacity: true)
      key.append(contentsOf: start)
      key.append(0x1F)
      let startCount = key.count
      key.append(contentsOf: end)
      entry = key.withUnsafeBufferPointer { bytes in
        dates.entry(bytes) { _ in
          TableLayout.date(String(decoding: bytes[..<(startCount - 1)], as: UTF8.self), String(decoding: bytes[startCount...], as: UTF8.self))
        }
      }
    }
    if let facts = entry.facts { row.take(daysOf: facts) } else if column >= 0 { reportDate(start, &filler, walk, column) }
    switch entry.note {
    case nil: break
    case .spreadsheetNumber:
      filler.report(
        .warning, "spreadsheet-date", in: walk, at: walk.offset(of: column), "\(Self.quoted(start)) is a day as spreadsheets count them",
        remedy: "It was read as such")
    case .dayAndMonthUnclear:
      filler.report(
        .warning, "day-or-month", in: walk, at: walk.offset(of: column), "In \(Self.quoted(start)) either number may be the month",
        remedy: "Both days were kept as possible; write YYYY-MM-DD")
    }
  }

  private func reportDate(_ text: UnsafeBufferPointer<UInt8>, _ filler: inout RowFiller, _ walk: borrowing CSVWalk, _ column: Int) {
    filler.report(
      .error, text.isEmpty ? "missing-date" : "bad-date", in: walk, at: walk.offset(of: column),
      text.isEmpty ? "This row has no date" : "\(Self.quoted(text)) is no date that annals reads",
      remedy: text.isEmpty ? "It stands among the undated" : "Write YYYY-MM-DD or another EDTF date; the row stands among the undated")
  }

  private func fillPlace(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let (name, latitude, longitude) = (
      ByteText.trimmed(walk[at.place]), ByteText.trimmed(walk[at.latitude]), ByteText.trimmed(walk[at.longitude])
    )
    guard !name.isEmpty else { return }
    let isOnMap = isDegrees(latitude, 90) && isDegrees(longitude, 180)
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    filler.setPlace(name, isOnMap ? latitude : nothing, isOnMap ? longitude : nothing, nil) { [name, latitude, longitude] }
    if !latitude.isEmpty || !longitude.isEmpty, !isDegrees(latitude, 90) || !isDegrees(longitude, 180) {
      filler.report(
        .warning, "no-coordinates", in: walk, at: walk.offset(of: at.latitude),
        "\(Self.quoted(latitude)), \(Self.quoted(longitude)) are no degrees of latitude and longitude",
        remedy: "\(String(decoding: name, as: UTF8.self)) is on no map")
    }
  }

  /// A number of people; what is none is reported.
  private func count(_ column: Int, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) -> Int? {
    let text = ByteText.trimmed(walk[column])
    guard !text.isEmpty else { return nil }
    if let number = ByteText.integer(text), number >= 0 { return number }
    let isNegative = text.first == UInt8(ascii: "-")
    filler.report(
      .warning, isNegative ? "negative-count" : "bad-number", in: walk, at: walk.offset(of: column), "\(Self.quoted(text)) is no number of people",
      remedy: "It was taken as unknown")
    return nil
  }

  static func quoted(_ bytes: UnsafeBufferPointer<UInt8>) -> String { String(decoding: bytes.prefix(80), as: UTF8.self).debugDescription }
}
