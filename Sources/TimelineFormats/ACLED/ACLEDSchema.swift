import EDTF
import TimelineModel

/// The rows of an ACLED file, from the oldest exports to today's.
struct ACLEDSchema: RowSchema {
  let layout: ACLEDLayout
  private let at: Positions
  private let filtered: [(position: Int, column: Int, isList: Bool)]
  private var dates = DateColumn()
  private var places = PlaceCollection()
  private var actors: [Actor] = []
  private var placeIDs: [Identifier] = []
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
    var filtered: [(position: Int, column: Int, isList: Bool)] = []
    for column in ACLEDColumn.filtered where layout[column] >= 0 {
      filtered.append((layout[column], filler.addColumn(header.names[layout[column]]), column.isList))
    }
    self.filtered = filtered
  }

  var header: Timeline {
    Timeline(
      id: "acled", title: "ACLED", scope: "Armed Conflict Location & Event Data: political violence and demonstrations, one number of deaths an event.",
      licence: "ACLED's terms of use; cite ACLED with the day of access", actors: actors, places: places.places)
  }

  mutating func fill(_ filler: inout RowFiller, from walk: borrowing CSVWalk) {
    let subType = ByteText.trimmed(walk[at.subType])
    let word = subType.isEmpty ? ByteText.trimmed(walk[at.type]) : subType
    var row = RowFacts(date: nil, kind: filler.kinds.code(word, in: &filler.chunk.kinds) { $0 })
    checkKind(word, &filler, walk)
    checkCodes(&filler, walk)
    let isRepeat = fillID(&row, &filler, walk)
    fillDate(&row, &filler, walk)
    fillActors(&filler, walk)
    fillPlace(&filler, walk)
    fillToll(&row, isRepeat: isRepeat, &filler, walk)
    var sources = 0
    ByteText.forEachPiece(walk[at.source]) { piece in
      filler.sources.add(piece, to: &filler.chunk.sources)
      sources += 1
    }
    row.sourceCount = UInt16(clamping: sources)
    for column in [at.type, at.subType, at.admin1, at.notes] where !walk[column].isEmpty { filler.chunk.addText(walk[column].prefix(1 << 20)) }
    for (position, column, isList) in filtered {
      if isList { ByteText.forEachPiece(walk[position]) { filler.addExtra(column, $0) } } else { filler.addExtra(column, ByteText.trimmed(walk[position])) }
    }
    filler.append(row)
  }

  /// - Returns: whether the event has been told by a row before, as in monadic files, where it counts for another actor but not for another death.
  private func fillID(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) -> Bool {
    let id = ByteText.trimmed(walk[at.id])
    guard !id.isEmpty else {
      row.idHash = RowFacts.hash(ofID: "L\(walk.line)")
      filler.report(.warning, "missing-id", in: walk, at: walk.offset(of: at.id), "This row has no id", remedy: "It is called L\(walk.line)")
      return false
    }
    row.idHash = filler.hash(ofID: id, walk)
    guard layout.isMonadic else {
      filler.enter(id, walk, column: at.id)
      return false
    }
    guard let first = filler.ledger.enter(id, line: walk.line) else { return false }
    filler.report(
      .warning, Self.repeated, in: walk, at: walk.offset(of: at.id),
      "The file has a row for each actor, and line \(first.line) has told event \(String(decoding: id, as: UTF8.self)) already",
      remedy: "Its deaths are counted there alone", atMost: 1)
    return true
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
        return (try? read.get()).map { DateText.Reading(date: $0) }
      }
    }
    if let facts = entry.facts {
      row.take(daysOf: facts)
      checkYear(row, &filler, walk)
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

  private mutating func fillActors(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    for columns in at.actors {
      let name = ByteText.trimmed(walk[columns.actor])
      if !name.isEmpty {
        filler.actors.add(name, to: &filler.chunk.actors)
        learnActors(filler) { ACLEDCodes.kind(ACLEDCodes.sort(String(decoding: ByteText.trimmed(walk[columns.sort]), as: UTF8.self))) }
      }
      ByteText.forEachPiece(walk[columns.associates]) { piece in filler.actors.add(piece, to: &filler.chunk.actors) }
      learnActors(filler) { .unknown }
    }
  }

  private mutating func learnActors(_ filler: borrowing RowFiller, _ kind: () -> Actor.Kind) {
    while actors.count < filler.actors.texts.count {
      let name = filler.actors.texts[actors.count]
      actors.append(Actor(id: name, name: name, kind: kind()))
    }
  }

  private mutating func fillPlace(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    key.removeAll(keepingCapacity: true)
    for column in [at.location, at.latitude, at.longitude, at.geoPrecision, at.admin2, at.admin1, at.country] {
      key.append(contentsOf: walk[column])
      key.append(0x1F)
    }
    let symbol = key.withUnsafeBufferPointer { filler.places.symbol($0) }
    if symbol == placeIDs.count {
      func text(_ column: Int) -> String { String(decoding: walk[column], as: UTF8.self) }
      let place = ACLEDPlace(
        name: ByteText.trimmed(text(at.location)), admin2: text(at.admin2), admin1: text(at.admin1), country: text(at.country), latitude: text(at.latitude),
        longitude: text(at.longitude), precision: text(at.geoPrecision))
      if at.latitude >= 0, let place, !place.hasCoordinates {
        filler.report(
          .warning, "no-coordinates", in: walk, at: walk.offset(of: at.latitude),
          "\(text(at.latitude).debugDescription), \(text(at.longitude).debugDescription) are no degrees of latitude and longitude",
          remedy: "The place is on no map")
      }
      placeIDs.append(place?.id ?? "")
      if let place { places.add(place.place) { place.placesAround } }
    }
    if !placeIDs[symbol].isEmpty { filler.places.add(symbol, named: placeIDs[symbol], to: &filler.chunk.places) }
  }

  private func fillToll(_ row: inout RowFacts, isRepeat: Bool, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let text = ByteText.trimmed(walk[at.fatalities])
    if let deaths = ByteText.integer(text), deaths >= 0 {
      guard !isRepeat else { return }
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
    let symbol = filler.kinds.symbol(word)
    while knownKinds.count <= symbol { knownKinds.append(ACLEDCodes.subTypes.contains(filler.kinds.texts[knownKinds.count].lowercased())) }
    if !knownKinds[symbol] { reportCode("sub_event_type", at.subType, &filler, walk) }
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
