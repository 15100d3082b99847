import TimelineModel

/// The rows of a table that somebody made for themselves: a date and a title, and whatever else stands beside them.
struct TableSchema: RowSchema {
  let layout: TableLayout
  private let name: String
  private let filtered: [(position: Int, column: Int)]
  private var dates = DateColumn()
  private var places: [Place] = []
  /// By symbol of a place's key, its id.
  private var placeIDs: [Identifier] = []
  private var key: [UInt8] = []

  init(_ header: CSVHeader, name: String, _ filler: inout RowFiller) {
    layout = TableLayout(header)
    self.name = name
    var filtered: [(position: Int, column: Int)] = []
    // What plays a part is told by the filter's own fields.
    for (position, heading) in header.names.enumerated() where !heading.isEmpty && layout.mapping.role(of: position) == nil {
      filtered.append((position, filler.addColumn(heading)))
    }
    self.filtered = filtered
  }

  var header: Timeline { Timeline(id: name, title: name, places: places) }

  mutating func fill(_ filler: inout RowFiller, from walk: borrowing CSVWalk) {
    let at = layout.mapping
    var row = RowFacts(date: nil, kind: filler.kinds.code(ByteText.trimmed(walk[at[.kind]]), in: &filler.chunk.kinds) { $0 })
    fillID(&row, &filler, walk)
    fillDate(&row, &filler, walk)
    ByteText.forEachPiece(walk[at[.actors]]) { filler.actors.add($0, to: &filler.chunk.actors) }
    fillPlace(&filler, walk)
    row.killed = PackedFigure(count(.killed, &filler, walk).map { Figure($0) })
    row.wounded = PackedFigure(count(.wounded, &filler, walk).map { Figure($0) })
    if row.killed.range != nil || row.wounded.range != nil { row.marks.insert(.hasCasualties) }
    if let weight = ByteText.integer(walk[at[.weight]]) { row.weight = Int8(clamping: max(weight, -127)) }
    var sources = 0
    ByteText.forEachPiece(walk[at[.sources]]) { piece in
      filler.sources.add(piece, to: &filler.chunk.sources)
      sources += 1
    }
    row.sourceCount = UInt16(clamping: sources)
    fillText(&filler, walk)
    for (position, column) in filtered { filler.addExtra(column, ByteText.trimmed(walk[position])) }
    filler.append(row)
  }

  private func fillID(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let id = ByteText.trimmed(walk[layout.mapping[.id]])
    guard !id.isEmpty else {
      // A table without ids needs none: the line is the id.
      row.idHash = RowFacts.hash(ofID: "L\(walk.line)")
      return
    }
    row.idHash = filler.hash(ofID: id, walk)
    filler.enter(id, walk, column: layout.mapping[.id])
  }

  private mutating func fillDate(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let (column, endColumn) = (layout.mapping[.date], layout.mapping[.end])
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

  private mutating func fillPlace(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let (name, latitude, longitude) = (
      ByteText.trimmed(walk[layout.mapping[.place]]), ByteText.trimmed(walk[layout.mapping[.latitude]]), ByteText.trimmed(walk[layout.mapping[.longitude]])
    )
    guard !name.isEmpty else { return }
    key.removeAll(keepingCapacity: true)
    for part in [name, latitude, longitude] {
      key.append(contentsOf: part)
      key.append(0x1F)
    }
    let symbol = key.withUnsafeBufferPointer { filler.places.symbol($0) }
    if symbol == placeIDs.count {
      let place = TablePlace(
        name: String(decoding: name, as: UTF8.self), latitude: String(decoding: latitude, as: UTF8.self), longitude: String(decoding: longitude, as: UTF8.self))
      if let place {
        places.append(place.place)
        if !latitude.isEmpty || !longitude.isEmpty, place.place.latitude == nil {
          filler.report(
            .warning, "no-coordinates", in: walk, at: walk.offset(of: layout.mapping[.latitude]),
            "\(Self.quoted(latitude)), \(Self.quoted(longitude)) are no degrees of latitude and longitude", remedy: "\(place.place.name) is on no map")
        }
      }
      placeIDs.append(place?.id ?? "")
    }
    filler.places.add(symbol, named: placeIDs[symbol], to: &filler.chunk.places)
  }

  /// A number of people; what is none is reported.
  private func count(_ role: ColumnRole, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) -> Int? {
    let column = layout.mapping[role]
    let text = ByteText.trimmed(walk[column])
    guard !text.isEmpty else { return nil }
    if let number = ByteText.integer(text), number >= 0 { return number }
    let isNegative = text.first == UInt8(ascii: "-")
    filler.report(
      .warning, isNegative ? "negative-count" : "bad-number", in: walk, at: walk.offset(of: column), "\(Self.quoted(text)) is no number of people",
      remedy: "It was taken as unknown")
    return nil
  }

  private func fillText(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let title = layout.mapping.has(.title) ? walk[layout.mapping[.title]] : firstText(walk)
    for text in [title, walk[layout.mapping[.summary]]] where !text.isEmpty { filler.chunk.addText(text.prefix(1 << 20)) }
    if layout.mapping.has(.title), title.isEmpty {
      filler.report(.warning, "missing-title", in: walk, at: walk.offset(of: layout.mapping[.title]), "This row has no title")
    }
  }

  private func firstText(_ walk: borrowing CSVWalk) -> UnsafeBufferPointer<UInt8> {
    for column in 0..<walk.count where !walk[column].isEmpty { return walk[column] }
    return UnsafeBufferPointer(start: nil, count: 0)
  }

  static func quoted(_ bytes: UnsafeBufferPointer<UInt8>) -> String { String(decoding: bytes.prefix(80), as: UTF8.self).debugDescription }
}
