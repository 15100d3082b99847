import EDTF
import TimelineModel

/// The rows of a UCDP GED file, of any version since 17 and of the Candidate files.
struct GEDSchema: KnownSchema {
  let at: Positions
  let filtered: [(position: Int, column: RowFiller.ExtraColumn)]

  var layout: GEDLayout { at.layout }

  /// Where the columns stand that every row is asked for. An object, so that a schema is a pointer or two.
  final class Positions: Sendable {
    let layout: GEDLayout
    let id, year, violence, sideA, sideB, sources, article, office, sourceDate, headline, original: Int
    let spot, clarity, datePrecision, start, end, place, description, district, province, country, latitude, longitude: Int
    /// The columns of a place's note.
    let note: [Int]
    let best, high, low, deathsA, deathsB, deathsCivilians, deathsUnknown: Int

    init(_ layout: GEDLayout) {
      self.layout = layout
      (id, year, violence, sideA, sideB) = (layout[.id], layout[.year], layout[.typeOfViolence], layout[.sideA], layout[.sideB])
      (sources, article, office) = (layout[.numberOfSources], layout[.sourceArticle], layout[.sourceOffice])
      (sourceDate, headline, original) = (layout[.sourceDate], layout[.sourceHeadline], layout[.sourceOriginal])
      (spot, clarity, datePrecision) = (layout[.wherePrecision], layout[.eventClarity], layout[.datePrecision])
      (start, end, place, description) = (layout[.dateStart], layout[.dateEnd], layout[.whereCoordinates], layout[.whereDescription])
      (district, province, country) = (layout[.district], layout[.province], layout[.country])
      (latitude, longitude) = (layout[.latitude], layout[.longitude])
      note = [place, latitude, longitude, spot, district, province, country]
      (best, high, low) = (layout[.best], layout[.high], layout[.low])
      (deathsA, deathsB) = (layout[.deathsA], layout[.deathsB])
      (deathsCivilians, deathsUnknown) = (layout[.deathsCivilians], layout[.deathsUnknown])
    }
  }

  init(_ header: CSVHeader, _ filler: inout RowFiller) {
    let layout = GEDLayout(header)
    at = Positions(layout)
    filtered = layout.columns.addFiltered(to: &filler)
  }

  var idColumn: Int { at.id }

  var header: Timeline {
    Timeline(
      id: "ucdp-ged", title: "UCDP Georeferenced Event Dataset",
      scope: "Organised violence with at least one death: state-based, non-state and one-sided. "
        + "A dyad is in with all its events once it has reached 25 deaths in a year.",
      licence: "CC BY 4.0; cite Davies et al. 2023 and Sundberg & Melander 2013")
  }

  func fill(_ filler: inout RowFiller, from walk: borrowing CSVWalk) {
    let fields = walk.fields
    let kind = filler.kinds.words.number(fields[at.violence])
    var row = RowFacts.nothing
    row.kind = UInt32(truncatingIfNeeded: kind)
    fillID(&row, &filler, walk, fields)
    fillDate(&row, &filler, walk, fields)
    fillActors(&filler, walk, fields)
    fillPlace(&filler, walk, fields)
    fillToll(&row, &filler, walk, fields)
    fillSources(&row, &filler, walk, fields)
    for (position, column) in filtered { filler.setExtra(column, fields[position]) }
    filler.append(row)
  }

  @inline(__always)
  func fillID(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk, _ fields: RecordFields) {
    let id = fields[at.id]
    filler.setID(id, of: &row, walk)
    guard id.isEmpty else { return }
    filler.report(.warning, "missing-id", in: walk, at: walk.offset(of: at.id), "This row has no id", remedy: "It is called L\(walk.line)")
  }

  @inline(__always)
  func fillDate(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk, _ fields: RecordFields) {
    let (start, end, code) = (fields[at.start], fields[at.end], fields[at.datePrecision])
    let first = GEDDate.day(start)
    let last = ByteText.areEqual(start, end) ? first : GEDDate.day(end)
    let isViolence = isCode(fields[at.violence], upTo: UInt8(ascii: "3"))
    if !isViolence, first == nil || last == nil { return reportShift(&filler, walk) }
    let date = GEDDate(first, last, precision: code.first ?? 0)
    if let date {
      row.earliest = RowFacts.column(date.first)
      row.latest = RowFacts.column(date.last)
      row.precision = date.precision
      row.marks.insert(.dated)
    }
    // Nearly always the year is how the first day begins, both days are there, and the codes are of one digit.
    if date == nil || first == nil || last == nil || !isYear(fields[at.year], of: start) || isReversed(first, last) {
      checkDate(date, first, last, &filler, walk)
    }
    if !isViolence || !isCode(fields[at.spot], upTo: UInt8(ascii: "7")) || !isCode(code, upTo: UInt8(ascii: "5"))
      || !isCode(fields[at.clarity], upTo: UInt8(ascii: "2"))
    {
      checkCodes(&filler, walk)
    }
  }

  @inline(__always)
  private func isReversed(_ first: Day?, _ last: Day?) -> Bool {
    guard let first, let last else { return false }
    return first > last
  }

  @inline(__always)
  private func isYear(_ year: UnsafeBufferPointer<UInt8>, of day: UnsafeBufferPointer<UInt8>) -> Bool {
    year.count == 4 && day.count > 4 && year[0] == day[0] && year[1] == day[1] && year[2] == day[2] && year[3] == day[3]
  }

  @inline(__always)
  private func fillActors(_ filler: inout RowFiller, _ walk: borrowing CSVWalk, _ fields: RecordFields) {
    let (sideA, sideB) = (fields[at.sideA], fields[at.sideB])
    if !sideA.isEmpty { filler.actors.add(sideA, to: filler.row) }
    if !sideB.isEmpty { filler.actors.add(sideB, to: filler.row) }
  }

  @inline(__always)
  private func fillPlace(_ filler: inout RowFiller, _ walk: borrowing CSVWalk, _ fields: RecordFields) {
    let (latitude, longitude, spot) = (fields[at.latitude], fields[at.longitude], fields[at.spot])
    var name = fields[at.place]
    if name.isEmpty { name = surroundings(walk) }
    if !name.isEmpty {
      filler.setPlace(name, latitude, longitude, GEDCodes.trust(spot)) {
        [fields[at.place], latitude, longitude, spot, fields[at.district], fields[at.province], fields[at.country]]
      }
    }
    if at.latitude >= 0, !areDegrees(latitude, longitude) { checkPlace(&filler, walk) }
  }

  @inline(__always)
  func areDegrees(_ latitude: UnsafeBufferPointer<UInt8>, _ longitude: UnsafeBufferPointer<UInt8>) -> Bool {
    isDegrees(latitude, 90) && isDegrees(longitude, 180)
  }

  /// What is named for a place that is not: the innermost of those around it.
  @inline(never)
  private func surroundings(_ walk: borrowing CSVWalk) -> UnsafeBufferPointer<UInt8> {
    for column in [at.district, at.province] where !walk[column].isEmpty { return walk[column] }
    return walk[at.country]
  }

  private func place(_ walk: borrowing CSVWalk) -> GEDPlace? {
    func text(_ column: Int) -> String { String(decoding: walk[column], as: UTF8.self) }
    return GEDPlace(
      name: text(at.place), district: text(at.district), province: text(at.province), country: text(at.country), latitude: text(at.latitude),
      longitude: text(at.longitude), precision: text(at.spot))
  }

  @inline(__always)
  func fillToll(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk, _ fields: RecordFields) {
    let (best, low, high) = (ByteText.integer(fields[at.best]), ByteText.integer(fields[at.low]), ByteText.integer(fields[at.high]))
    let toll = GEDToll(best: best, low: low, high: high)
    if let figure = toll.figure {
      row.killed = PackedFigure(figure)
      row.marks.insert(.hasCasualties)
    }
    let isPlain =
      !toll.isOutOfOrder && isCount(best) && isCount(low) && isCount(high) && isDigit(fields[at.deathsA]) && isDigit(fields[at.deathsB])
      && isDigit(fields[at.deathsCivilians]) && isDigit(fields[at.deathsUnknown])
    if !isPlain { checkToll(toll, best: best, &filler, walk) }
  }

  @inline(__always)
  private func isCount(_ number: Int?) -> Bool { number.map { $0 >= 0 } ?? false }

  @inline(__always)
  private func isDigit(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    value.count == 1 && value[0] >= UInt8(ascii: "0") && value[0] <= UInt8(ascii: "9")
  }

  @inline(__always)
  private func fillSources(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk, _ fields: RecordFields) {
    let (offices, dates) = (fields[at.office], fields[at.sourceDate])
    var outlets = 0
    ByteText.forEachPiece(offices) { piece in
      filler.sources.add(piece, to: filler.row)
      outlets += 1
    }
    // What the row counts itself; -1 is "not recorded", and then the outlets that it names are what there is.
    let counted = ByteText.integer(fields[at.sources])
    row.sourceCount = UInt16(clamping: counted.map { $0 < 0 ? outlets : $0 } ?? outlets)
    if outlets > 0, GEDSources.haveAccounts(offices: offices, dates: dates, headlines: fields[at.headline]) { row.marks.insert(.hasAccounts) }
    if !dates.isEmpty || counted ?? 0 < 0 { checkSources(counted, dates, &filler, walk) }
  }
}

extension GEDSchema {
  @inline(never)
  private func checkDate(_ date: GEDDate?, _ one: Day?, _ other: Day?, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let (start, end) = (walk[at.start], walk[at.end])
    if let date {
      let year = ByteText.integer(walk[at.year]).map { Int64($0) }
      if let year, year != date.first.year, year != date.last.year {
        filler.report(.warning, "other-year", in: walk, at: walk.offset(of: at.year), "The year is \(year), and the event of another")
      }
      guard let first = one, let last = other else {
        let isStart = one == nil
        return filler.report(
          .warning, "bad-date", in: walk, at: walk.offset(of: isStart ? at.start : at.end),
          "\(String(decoding: isStart ? start : end, as: UTF8.self)) is no day", remedy: "The other day of the row stands for both")
      }
      if first > last {
        filler.report(.warning, "reversed-dates", in: walk, at: walk.offset(of: at.start), "The event ends before it begins", remedy: "The days were exchanged")
      }
    } else if one != nil || other != nil {
      filler.report(
        .error, "impossible-year", in: walk, at: walk.offset(of: at.start), "\(String(decoding: start, as: UTF8.self)) is before 1900",
        remedy: "The event stands among the undated")
    } else {
      filler.report(
        .error, "bad-date", in: walk, at: walk.offset(of: at.start), "\(String(decoding: start.prefix(80), as: UTF8.self).debugDescription) is no day",
        remedy: "Write YYYY-MM-DD; the event stands among the undated")
    }
  }

  /// The values have moved from under their headings: neither the type of violence nor one of the days can be read.
  private func reportShift(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    filler.report(
      .error, GEDLayout.shifted, in: walk, at: walk.start, "The values of this row do not stand under their columns: its type and its days cannot be read",
      remedy: "Look for a separator that is missing or one too many; the row was kept as it is, undated")
  }

  func checkPlace(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    guard let place = place(walk) else { return }
    filler.report(
      .warning, "no-coordinates", in: walk, at: walk.offset(of: at.latitude),
      "\(String(decoding: walk[at.latitude], as: UTF8.self)), \(String(decoding: walk[at.longitude], as: UTF8.self)) are no degrees of latitude and longitude",
      remedy: "\(place.name) is on no map")
  }

  /// Codes that the codebook does not have.
  @inline(never)
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

  @inline(never)
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

  func checkSources(_ counted: Int?, _ dates: UnsafeBufferPointer<UInt8>, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    if let counted, counted < 0 {
      filler.report(
        .warning, "sources-not-recorded", in: walk, at: walk.offset(of: at.sources), "number_of_sources is \(counted), which stands for not recorded",
        remedy: "The outlets that the row names were counted instead", marksRow: false, atMost: 1)
    }
    ByteText.forEachPiece(dates) { piece in
      guard piece.count == 5, let day = ExcelSerial.day(piece) else { return }
      filler.report(
        .warning, "spreadsheet-date", in: walk, at: walk.offset(of: at.sourceDate),
        "\(String(decoding: piece, as: UTF8.self)) is a day as spreadsheets count them", remedy: "It was read as \(day.iso8601)")
    }
  }
}
