import EDTF
import TimelineModel

/// The rows of a UCDP GED file, of any version since 17 and of the Candidate files.
struct GEDSchema: RowSchema {
  let layout: GEDLayout
  private let at: Positions
  private let filtered: [(position: Int, column: Int)]
  private var places = PlaceCollection()
  private var actors: [Actor] = []
  /// By symbol of a place's key, its id.
  private var placeIDs: [Identifier] = []
  private var key: [UInt8] = []
  private var text: [UInt8] = []

  /// Where the columns stand that every row is asked for.
  private struct Positions: Sendable {
    let id, year, violence, sideA, sideB, sources, article, office, sourceDate, headline, original: Int
    let spot, clarity, datePrecision, start, end, place, description, district, province, country, latitude, longitude: Int
    let best, high, low, deathsA, deathsB, deathsCivilians, deathsUnknown: Int

    init(_ layout: GEDLayout) {
      (id, year, violence, sideA, sideB) = (layout[.id], layout[.year], layout[.typeOfViolence], layout[.sideA], layout[.sideB])
      (sources, article, office) = (layout[.numberOfSources], layout[.sourceArticle], layout[.sourceOffice])
      (sourceDate, headline, original) = (layout[.sourceDate], layout[.sourceHeadline], layout[.sourceOriginal])
      (spot, clarity, datePrecision) = (layout[.wherePrecision], layout[.eventClarity], layout[.datePrecision])
      (start, end, place, description) = (layout[.dateStart], layout[.dateEnd], layout[.whereCoordinates], layout[.whereDescription])
      (district, province, country) = (layout[.district], layout[.province], layout[.country])
      (latitude, longitude) = (layout[.latitude], layout[.longitude])
      (best, high, low) = (layout[.best], layout[.high], layout[.low])
      (deathsA, deathsB) = (layout[.deathsA], layout[.deathsB])
      (deathsCivilians, deathsUnknown) = (layout[.deathsCivilians], layout[.deathsUnknown])
    }
  }

  init(_ header: CSVHeader, _ filler: inout RowFiller) {
    layout = GEDLayout(header)
    at = Positions(layout)
    var filtered: [(position: Int, column: Int)] = []
    for column in GEDColumn.filtered where layout[column] >= 0 {
      filtered.append((layout[column], filler.addColumn(header.names[layout[column]])))
    }
    self.filtered = filtered
  }

  var header: Timeline {
    Timeline(
      id: "ucdp-ged", title: "UCDP Georeferenced Event Dataset",
      scope: "Organised violence with at least one death: state-based, non-state and one-sided. "
        + "A dyad is in with all its events once it has reached 25 deaths in a year.",
      licence: "CC BY 4.0; cite Davies et al. 2023 and Sundberg & Melander 2013", actors: actors, places: places.places)
  }

  mutating func fill(_ filler: inout RowFiller, from walk: borrowing CSVWalk) {
    var row = RowFacts(date: nil, kind: filler.kinds.code(walk[at.violence], in: &filler.chunk.kinds) { GEDCodes.violence($0)?.kind ?? $0 })
    fillID(&row, &filler, walk)
    if isShifted(walk) {
      reportShift(&filler, walk)
    } else {
      fillDate(&row, &filler, walk)
      checkCodes(&filler, walk)
    }
    fillActors(&filler, walk)
    fillPlace(&filler, walk)
    fillToll(&row, &filler, walk)
    fillSources(&row, &filler, walk)
    fillText(&filler, walk)
    for (position, column) in filtered { filler.addExtra(column, walk[position]) }
    filler.append(row)
  }

  @inline(__always)
  private func fillID(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let id = walk[at.id]
    guard !id.isEmpty else {
      row.idHash = RowFacts.hash(ofID: "L\(walk.line)")
      filler.report(.warning, "missing-id", in: walk, at: walk.offset(of: at.id), "This row has no id", remedy: "It is called L\(walk.line)")
      return
    }
    row.idHash = filler.hash(ofID: id, walk)
    filler.enter(id, walk, column: at.id)
  }

  @inline(__always)
  private func fillDate(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let (start, end) = (walk[at.start], walk[at.end])
    let date = GEDDate(start: start, end: end, precision: walk[at.datePrecision].first ?? 0)
    if let date {
      row.earliest = RowFacts.column(date.first)
      row.latest = RowFacts.column(date.last)
      row.precision = date.precision
      row.marks.insert(.dated)
    }
    checkDate(date, &filler, walk)
  }

  @inline(__always)
  private func fillActors(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let (sideA, sideB) = (walk[at.sideA], walk[at.sideB])
    if !sideA.isEmpty { filler.actors.add(sideA, to: &filler.chunk.actors) }
    if !sideB.isEmpty { filler.actors.add(sideB, to: &filler.chunk.actors) }
  }

  @inline(__always)
  private mutating func fillPlace(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    while actors.count < filler.actors.texts.count { actors.append(GEDActors.actor(filler.actors.texts[actors.count])) }
    key.removeAll(keepingCapacity: true)
    for column in [at.place, at.latitude, at.longitude, at.spot] {
      key.append(contentsOf: walk[column])
      key.append(0x1F)
    }
    if walk[at.place].isEmpty {
      for column in [at.district, at.province, at.country] {
        key.append(contentsOf: walk[column])
        key.append(0x1F)
      }
    }
    let symbol = key.withUnsafeBufferPointer { filler.places.symbol($0) }
    if symbol == placeIDs.count { learnPlace(&filler, walk) }
    if !placeIDs[symbol].isEmpty { filler.places.add(symbol, named: placeIDs[symbol], to: &filler.chunk.places) }
  }

  private mutating func learnPlace(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    func text(_ column: Int) -> String { String(decoding: walk[column], as: UTF8.self) }
    guard
      let place = GEDPlace(
        name: text(at.place), district: text(at.district), province: text(at.province), country: text(at.country), latitude: text(at.latitude),
        longitude: text(at.longitude), precision: text(at.spot))
    else {
      placeIDs.append("")
      return
    }
    if at.latitude >= 0, !place.hasCoordinates {
      filler.report(
        .warning, "no-coordinates", in: walk, at: walk.offset(of: at.latitude),
        "\(text(at.latitude)), \(text(at.longitude)) are no degrees of latitude and longitude", remedy: "\(place.name) is on no map")
    }
    placeIDs.append(place.id)
    places.add(place.place) { place.placesAround }
  }

  @inline(__always)
  private func fillToll(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let (best, low, high) = (ByteText.integer(walk[at.best]), ByteText.integer(walk[at.low]), ByteText.integer(walk[at.high]))
    let toll = GEDToll(best: best, low: low, high: high)
    row.killed = PackedFigure(toll.figure)
    if toll.figure != nil { row.marks.insert(.hasCasualties) }
    checkToll(toll, best: best, &filler, walk)
  }

  @inline(__always)
  private func fillSources(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    var outlets = 0
    ByteText.forEachPiece(walk[at.office]) { piece in
      filler.sources.add(piece, to: &filler.chunk.sources)
      outlets += 1
    }
    // What the row counts itself; -1 is "not recorded", and then the outlets that it names are what there is.
    let counted = ByteText.integer(walk[at.sources])
    row.sourceCount = UInt16(clamping: counted.map { $0 < 0 ? outlets : $0 } ?? outlets)
    if GEDSources.haveAccounts(offices: walk[at.office], dates: walk[at.sourceDate], headlines: walk[at.headline]) { row.marks.insert(.hasAccounts) }
    checkSources(counted, &filler, walk)
  }

  /// Title, description and headlines, which is what search looks through.
  @inline(__always)
  private mutating func fillText(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: walk[at.sideA])
    text.append(contentsOf: " – ".utf8)
    text.append(contentsOf: walk[at.sideB])
    text.append(contentsOf: [UInt8(ascii: ","), UInt8(ascii: " ")])
    text.append(contentsOf: walk[at.place])
    for column in [at.description, walk[at.headline].isEmpty ? at.article : at.headline, at.original] {
      let bytes = walk[column]
      guard !bytes.isEmpty else { continue }
      text.append(0x1F)
      text.append(contentsOf: bytes.prefix(1 << 20))
    }
    filler.chunk.addText(text)
  }
}

extension GEDSchema {
  private func checkDate(_ date: GEDDate?, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let (start, end) = (walk[at.start], walk[at.end])
    if let date {
      let year = ByteText.integer(walk[at.year]).map { Int64($0) }
      if let year, year != date.first.year, year != date.last.year {
        filler.report(.warning, "other-year", in: walk, at: walk.offset(of: at.year), "The year is \(year), and the event of another")
      }
      guard let first = GEDDate.day(start), let last = GEDDate.day(end) else {
        let isStart = GEDDate.day(start) == nil
        return filler.report(
          .warning, "bad-date", in: walk, at: walk.offset(of: isStart ? at.start : at.end),
          "\(String(decoding: isStart ? start : end, as: UTF8.self)) is no day", remedy: "The other day of the row stands for both")
      }
      if first > last {
        filler.report(.warning, "reversed-dates", in: walk, at: walk.offset(of: at.start), "The event ends before it begins", remedy: "The days were exchanged")
      }
    } else if GEDDate.day(start) != nil || GEDDate.day(end) != nil {
      filler.report(
        .error, "impossible-year", in: walk, at: walk.offset(of: at.start), "\(String(decoding: start, as: UTF8.self)) is before 1900",
        remedy: "The event stands among the undated")
    } else {
      filler.report(
        .error, "bad-date", in: walk, at: walk.offset(of: at.start), "\(String(decoding: start.prefix(80), as: UTF8.self).debugDescription) is no day",
        remedy: "Write YYYY-MM-DD; the event stands among the undated")
    }
  }

  /// Whether the values have moved from under their headings: neither the type of violence nor one of the days can be read.
  @inline(__always)
  private func isShifted(_ walk: borrowing CSVWalk) -> Bool {
    guard !isCode(walk[at.violence], upTo: UInt8(ascii: "3")) else { return false }
    return GEDDate.day(walk[at.start]) == nil || GEDDate.day(walk[at.end]) == nil
  }

  private func reportShift(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    filler.report(
      .error, GEDLayout.shifted, in: walk, at: walk.start, "The values of this row do not stand under their columns: its type and its days cannot be read",
      remedy: "Look for a separator that is missing or one too many; the row was kept as it is, undated")
  }

  /// Codes that the codebook does not have.
  private func checkCodes(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    if !isCode(walk[at.violence], upTo: UInt8(ascii: "3")) { reportCode(.typeOfViolence, &filler, walk, at.violence) }
    if !isCode(walk[at.spot], upTo: UInt8(ascii: "7")), at.spot >= 0 { reportCode(.wherePrecision, &filler, walk, at.spot) }
    if !isCode(walk[at.datePrecision], upTo: UInt8(ascii: "5")) { reportCode(.datePrecision, &filler, walk, at.datePrecision) }
    if !isCode(walk[at.clarity], upTo: UInt8(ascii: "2")), at.clarity >= 0 { reportCode(.eventClarity, &filler, walk, at.clarity) }
  }

  @inline(__always)
  private func isCode(_ value: UnsafeBufferPointer<UInt8>, upTo last: UInt8) -> Bool {
    value.count == 1 && value[0] >= UInt8(ascii: "1") && value[0] <= last
  }

  private func reportCode(_ column: GEDColumn, _ filler: inout RowFiller, _ walk: borrowing CSVWalk, _ position: Int) {
    filler.report(
      .warning, "unknown-code", in: walk, at: walk.offset(of: position),
      "\(column.rawValue) has no code \(String(decoding: walk[position].prefix(80), as: UTF8.self).debugDescription)", remedy: "It was kept as it is")
  }

  private func checkToll(_ toll: GEDToll, best: Int?, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    if toll.isOutOfOrder {
      filler.report(
        .warning, "range-order", in: walk, at: walk.offset(of: at.best), "The best estimate does not lie between low and high",
        remedy: "The range was widened to hold it")
    }
    for column in [at.best, at.low, at.high, at.deathsA, at.deathsB, at.deathsCivilians, at.deathsUnknown] where column >= 0 {
      let value = walk[column]
      // Nearly always one digit.
      if value.count == 1, value[0] >= UInt8(ascii: "0"), value[0] <= UInt8(ascii: "9") { continue }
      let number = ByteText.integer(value)
      if let number, number >= 0 { continue }
      filler.report(
        .warning, number == nil ? "bad-number" : "negative-count", in: walk, at: walk.offset(of: column),
        number == nil
          ? "\(String(decoding: value.prefix(80), as: UTF8.self).debugDescription) is no number of deaths" : "A number of deaths is negative here",
        remedy: "It was taken as unknown")
    }
  }

  private func checkSources(_ counted: Int?, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    if let counted, counted < 0 {
      filler.report(
        .warning, "sources-not-recorded", in: walk, at: walk.offset(of: at.sources), "number_of_sources is \(counted), which stands for not recorded",
        remedy: "The outlets that the row names were counted instead", marksRow: false, atMost: 1)
    }
    ByteText.forEachPiece(walk[at.sourceDate]) { piece in
      guard piece.count == 5, let day = ExcelSerial.day(piece) else { return }
      filler.report(
        .warning, "spreadsheet-date", in: walk, at: walk.offset(of: at.sourceDate),
        "\(String(decoding: piece, as: UTF8.self)) is a day as spreadsheets count them", remedy: "It was read as \(day.iso8601)")
    }
  }
}
