import EDTF
import TimelineModel

/// The rows of an ACLED file, from the oldest exports to today's.
struct ACLEDSchema: KnownSchema {
  let layout: ACLEDLayout
  private let at: Positions
  private let filtered: [(position: Int, column: RowFiller.ExtraColumn)]
  private var dates = DateColumn()
  private var key: [UInt8] = []
  /// By symbol of a kind, whether the codebook has it.
  private var knownKinds: [Bool] = []

  /// The problem of a row whose event another row has told already.
  static let repeated = "repeated-event"

  private struct Positions: Sendable {
    let id, date, year, timePrecision, type, subType, fatalities, source, notes: Int
    let actors: [(actor: Int, associates: Int, sort: Int)]
    let location, admin2, admin1, country, latitude, longitude, geoPrecision: Int

    init(_ layout: ACLEDLayout) {
      (id, date, year, timePrecision) = (layout[.id], layout[.date], layout[.year], layout[.timePrecision])
      (type, subType, fatalities) = (layout[.eventType], layout[.subEventType], layout[.fatalities])
      (source, notes) = (layout[.source], layout[.notes])
      actors = [(layout[.actor1], layout[.associates1], layout[.inter1]), (layout[.actor2], layout[.associates2], layout[.inter2])]
      (location, admin2, admin1, country) = (layout[.location], layout[.admin2], layout[.admin1], layout[.country])
      (latitude, longitude, geoPrecision) = (layout[.latitude], layout[.longitude], layout[.geoPrecision])
    }
  }

  init(_ header: CSVHeader, _ filler: inout RowFiller) {
    layout = ACLEDLayout(header)
    at = Positions(layout)
    filtered = layout.columns.addFiltered(to: &filler)
  }

  var idColumn: Int { at.id }

  var header: Timeline {
    Timeline(
      id: "acled", title: "ACLED", scope: "Armed Conflict Location & Event Data: political violence and demonstrations, one number of deaths an event.",
      licence: "ACLED's terms of use; cite ACLED with the day of access")
  }

  mutating func fill(_ filler: inout RowFiller, from walk: borrowing CSVWalk) {
    let subType = ByteText.trimmed(walk[at.subType])
    let word = subType.isEmpty ? ByteText.trimmed(walk[at.type]) : subType
    var row = RowFacts(date: nil, kind: UInt32(truncatingIfNeeded: filler.kinds.words.number(word)))
    checkKind(word, &filler, walk)
    checkCodes(&filler, walk)
    fillID(&row, &filler, walk)
    fillDate(&row, &filler, walk)
    fillActors(&filler, walk)
    fillPlace(&filler, walk)
    fillToll(&row, &filler, walk)
    var sources = 0
    ByteText.forEachPiece(walk[at.source]) { piece in
      filler.sources.add(piece, to: filler.row)
      sources += 1
    }
    row.sourceCount = UInt16(clamping: sources)
    for (position, column) in filtered {
      if column.isList {
        ByteText.forEachPiece(walk[position]) { filler.setExtra(column, $0) }
      } else {
        filler.setExtra(column, ByteText.trimmed(walk[position]))
      }
    }
    filler.append(row)
  }

  private func fillID(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let id = ByteText.trimmed(walk[at.id])
    filler.setID(id, of: &row, walk)
    if id.isEmpty {
      filler.report(.warning, "missing-id", in: walk, at: walk.offset(of: at.id), "This row has no id", remedy: "It is called L\(walk.line)")
    }
  }

  /// In monadic files an event has a row for each actor; it counts for another actor then, but not for another death.
  func reportRepeat(of first: String, row: Int, _ facts: inout RowFacts, _ reports: inout RowReports, _ walk: borrowing CSVWalk) {
    let id = String(decoding: ByteText.trimmed(walk[at.id]), as: UTF8.self)
    guard layout.isMonadic else {
      return reports.report(.warning, "duplicate-id", in: walk, row: row, at: walk.offset(of: at.id)) {
        "\(id) is the id of another row too, on \(first)"
      } remedy: {
        "Both rows are kept"
      }
    }
    facts.killed = PackedFigure(nil)
    facts.marks.remove(.hasCasualties)
    reports.report(.warning, Self.repeated, in: walk, row: row, at: walk.offset(of: at.id), atMost: 1) {
      "The file has a row for each actor, and \(first) has told event \(id) already"
    } remedy: {
      "Its deaths are counted there alone"
    }
  }

  private mutating func fillDate(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let (date, precision) = (ByteText.trimmed(walk[at.date]), ByteText.trimmed(walk[at.timePrecision]))
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: date)
    key.append(0x1F)
    key.append(contentsOf: precision)
    let entry = key.withUnsafeBufferPointer { bytes in
      dates.entry(bytes) { _ in
        let read = ACLEDDate.read(String(decoding: date, as: UTF8.self), precision: String(decoding: precision, as: UTF8.self))
        return (try? read.get()).map { DateText.Reading(date: $0, note: ExcelSerial.day(date) == nil ? nil : .spreadsheetNumber) }
      }
    }
    if let facts = entry.facts {
      row.take(daysOf: facts)
      checkYear(row, &filler, walk)
      if entry.note == .spreadsheetNumber {
        filler.report(
          .warning, "spreadsheet-date", in: walk, at: walk.offset(of: at.date), "\(TableSchema.quoted(date)) is a day as spreadsheets count them",
          remedy: "It was read as \(Day(Int64(row.earliest)).iso8601)")
      }
    } else {
      reportDate(String(decoding: date, as: UTF8.self), &filler, walk)
    }
    if precision.count != 1 || precision[0] < UInt8(ascii: "1") || precision[0] > UInt8(ascii: "3"), at.timePrecision >= 0 {
      reportCode("time_precision", at.timePrecision, &filler, walk)
    }
  }

  private func checkYear(_ row: RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    guard let year = ByteText.integer(ByteText.trimmed(walk[at.year])), Int64(year) != Day(Int64(row.earliest)).year else { return }
    filler.report(.warning, "other-year", in: walk, at: walk.offset(of: at.year), "The year is \(year), and the date of another")
  }

  private func reportDate(_ text: String, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let isTooEarly = ACLEDDate.read(text, precision: "1") == .failure(.before1900)
    filler.report(
      .error, isTooEarly ? "impossible-year" : "bad-date", in: walk, at: walk.offset(of: at.date),
      isTooEarly ? "\(text) is before 1900" : "\(text.debugDescription) is no day as ACLED writes them", remedy: "The event stands among the undated")
  }

  private func fillActors(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    for columns in at.actors {
      let name = ByteText.trimmed(walk[columns.actor])
      if !name.isEmpty {
        let words = filler.actors.words
        filler.actors.add(words.known(name) ?? words.add(name, note: ByteText.trimmed(walk[columns.sort])), to: filler.row)
      }
      ByteText.forEachPiece(walk[columns.associates]) { piece in filler.actors.add(piece, to: filler.row) }
    }
  }

  private func fillPlace(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    var name = ByteText.trimmed(walk[at.location])
    for column in [at.admin2, at.admin1, at.country] where name.isEmpty { name = walk[column] }
    if !name.isEmpty {
      filler.setPlace(name, walk[at.latitude], walk[at.longitude], ACLEDCodes.trust(walk[at.geoPrecision])) {
        [at.location, at.latitude, at.longitude, at.geoPrecision, at.admin2, at.admin1, at.country].map { column in
          column == at.location ? ByteText.trimmed(walk[column]) : walk[column]
        }
      }
    }
    let (latitude, longitude) = (walk[at.latitude], walk[at.longitude])
    if at.latitude >= 0, !isDegrees(latitude, 90) || !isDegrees(longitude, 180), hasPlace(walk) {
      filler.report(
        .warning, "no-coordinates", in: walk, at: walk.offset(of: at.latitude),
        "\(TableSchema.quoted(latitude)), \(TableSchema.quoted(longitude)) are no degrees of latitude and longitude", remedy: "The place is on no map")
    }
  }

  /// Whether the row names any place at all.
  private func hasPlace(_ walk: borrowing CSVWalk) -> Bool {
    for column in [at.location, at.admin2, at.admin1, at.country] where !walk[column].isEmpty { return true }
    return false
  }

  private func fillToll(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let text = ByteText.trimmed(walk[at.fatalities])
    if let deaths = ByteText.integer(text), deaths >= 0 {
      row.killed = PackedFigure(Figure(deaths))
      row.marks.insert(.hasCasualties)
    } else {
      let isNegative = text.first == UInt8(ascii: "-")
      filler.report(
        .warning, isNegative ? "negative-count" : "bad-number", in: walk, at: walk.offset(of: at.fatalities),
        "\(String(decoding: text.prefix(80), as: UTF8.self).debugDescription) is no number of deaths", remedy: "It was taken as unknown")
    }
  }

  /// A sub-type that the codebook does not have; it is looked up only when it is new to the file.
  private mutating func checkKind(_ word: UnsafeBufferPointer<UInt8>, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    guard at.subType >= 0 else { return }
    let symbol = filler.kinds.words.number(word)
    while knownKinds.count <= symbol { knownKinds.append(isKnown(knownKinds.count, filler)) }
    if !knownKinds[symbol] { reportCode("sub_event_type", at.subType, &filler, walk) }
  }

  private func isKnown(_ symbol: Int, _ filler: borrowing RowFiller) -> Bool {
    ACLEDCodes.subTypes.contains(String(decoding: filler.kinds.words.bytes(symbol), as: UTF8.self).lowercased())
  }

  /// Codes that the codebook does not have.
  private func checkCodes(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    for columns in at.actors where columns.sort >= 0 {
      let value = ByteText.trimmed(walk[columns.sort])
      if value.isEmpty || value.count == 1 && value[0] >= UInt8(ascii: "0") && value[0] <= UInt8(ascii: "8") { continue }
      if ACLEDCodes.sort(String(decoding: value, as: UTF8.self)) == nil { reportCode("inter", columns.sort, &filler, walk) }
    }
    let spot = ByteText.trimmed(walk[at.geoPrecision])
    if at.geoPrecision >= 0, spot.count != 1 || spot[0] < UInt8(ascii: "1") || spot[0] > UInt8(ascii: "3") {
      reportCode("geo_precision", at.geoPrecision, &filler, walk)
    }
  }

  private func reportCode(_ column: String, _ position: Int, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    filler.report(
      .warning, "unknown-code", in: walk, at: walk.offset(of: position),
      "\(column) has no value \(String(decoding: walk[position].prefix(80), as: UTF8.self).debugDescription)", remedy: "It was kept as it is")
  }
}
