import EDTF
import TimelineModel

/// Where the columns of a GED file stand, and how a row of it becomes an event.
struct GEDLayout: KnownLayout {
  static let dataset = "GED"
  static let whyMissing = "Versions before 20 had fewer; what they would say is left out"

  let columns: KnownColumns<GEDColumn>

  init(_ header: CSVHeader) { columns = KnownColumns(header) }

  /// The problem of a row whose values have moved from under their headings; its days mean nothing then.
  static let shifted = "shifted-columns"

  func meaning(_ column: GEDColumn, _ value: String) -> String? { GEDCodes.meaning(column, value) }

  func event(of record: TextRecord) -> Event {
    func text(_ column: GEDColumn) -> String { record[self[column]] }
    let date: GEDDate? =
      record.oddities.contains(Self.shifted)
      ? nil
      : text(.dateStart).withBytes { start in
        text(.dateEnd).withBytes { end in GEDDate(start: start, end: end, precision: text(.datePrecision).utf8.first ?? 0) }
      }
    let id = text(.id).isEmpty ? "L\(record.location.line)" : text(.id)
    let place = place(of: record)
    let accounts = GEDSources.accounts(offices: text(.sourceOffice), dates: text(.sourceDate), headlines: text(.sourceHeadline))
    let sources = GEDSources.outlets(offices: text(.sourceOffice))
    var summary = [text(.whereDescription)]
    if accounts.isEmpty { summary.append(text(.sourceHeadline).isEmpty ? text(.sourceArticle) : text(.sourceHeadline)) }
    var actors: [Participation] = []
    if !text(.sideA).isEmpty { actors.append(Participation(text(.sideA), role: "side A")) }
    if !text(.sideB).isEmpty, text(.sideB) != text(.sideA) { actors.append(Participation(text(.sideB), role: "side B")) }
    return Event(
      id: id, date: date?.edtf, dateText: date == nil ? record.shown(dateText(text(.dateStart), text(.dateEnd))) : nil,
      title: record.shown(GEDTitle.text(sideA: text(.sideA), sideB: text(.sideB), place: place?.name ?? "")),
      kind: EventKind(rawValue: GEDCodes.violence(text(.typeOfViolence))?.kind ?? text(.typeOfViolence)), places: place.map { [$0.id] } ?? [],
      actors: actors, summary: record.shown(summary.filter { !$0.isEmpty }.joined(separator: "\n")), accounts: accounts, casualties: casualties(of: record),
      sources: sources,
      extra: extra(of: record), location: record.location)
  }

  func kind(of word: String) -> String { GEDCodes.violence(word)?.kind ?? word }
  func actor(_ name: String, note: String) -> Actor? { GEDActors.actor(name) }

  func place(_ note: [String]) -> PlaceAndAround? {
    guard note.count == 7 else { return nil }
    let place = GEDPlace(
      name: note[0], district: note[4], province: note[5], country: note[6], latitude: note[1], longitude: note[2], precision: note[3])
    return place.map { ($0.place, $0.placesAround) }
  }

  private func dateText(_ start: String, _ end: String) -> String { start == end || end.isEmpty ? start : "\(start)/\(end)" }

  private func place(of record: TextRecord) -> GEDPlace? {
    GEDPlace(
      name: record[self[.whereCoordinates]], district: record[self[.district]], province: record[self[.province]], country: record[self[.country]],
      latitude: record[self[.latitude]], longitude: record[self[.longitude]], precision: record[self[.wherePrecision]])
  }

  /// The estimate of the whole event with who told the press, and what is known of its parts, which stand beside it and are not added.
  private func casualties(of record: TextRecord) -> [CasualtyEstimate] {
    let toll = GEDToll(
      best: record[self[.best]].wholeNumber, low: record[self[.low]].wholeNumber, high: record[self[.high]].wholeNumber)
    guard let figure = toll.figure else { return [] }
    let claimant = record[self[.sourceOriginal]]
    var estimates = [CasualtyEstimate(of: CasualtyEstimate.wholeEvent, .killed, figure, by: claimant.isEmpty ? nil : claimant)]
    let parts: [(GEDColumn, Identifier)] = [
      (.deathsA, record[self[.sideA]]), (.deathsB, record[self[.sideB]]), (.deathsCivilians, GEDActors.civilians), (.deathsUnknown, "unknown"),
    ]
    for (column, group) in parts {
      guard let count = record[self[column]].wholeNumber, count > 0, !group.isEmpty else { continue }
      estimates.append(CasualtyEstimate(of: group, .killed, Figure(count), by: claimant.isEmpty ? nil : claimant))
    }
    return estimates
  }
}

extension GEDDate {
  /// The date of a row; nil where its days cannot be read or lie before 1900, as those of a year 0025 that was meant to be 2025 do.
  ///
  /// Where only one of the two days can be read, it stands for both; the reader reports it.
  init?(start: UnsafeBufferPointer<UInt8>, end: UnsafeBufferPointer<UInt8>, precision: UInt8) {
    self.init(GEDDate.day(start), GEDDate.day(end), precision: precision)
  }

  @inline(__always)
  init?(_ first: Day?, _ last: Day?, precision: UInt8) {
    guard let one = first ?? last, let other = last ?? first, min(one, other) >= GEDDate.firstPossible else { return nil }
    self.init(precision: precision, from: one, through: other)
  }

  /// 1900-01-01. The data set begins in 1989.
  static let firstPossible = Day(-25_567)
}

/// What a row is called: `side A – side B, place`.
enum GEDTitle {
  static func text(sideA: String, sideB: String, place: String) -> String {
    let sides = [sideA, sideB].filter { !$0.isEmpty }.joined(separator: " – ")
    return [sides, place].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// The three figures of a row as one range.
struct GEDToll {
  /// Nil where there is no best estimate to begin with; a negative number is no number of people.
  let figure: Figure?
  /// Whether low ≤ best ≤ high does not hold.
  let isOutOfOrder: Bool

  init(best: Int?, low: Int?, high: Int?) {
    let (best, low, high) = (best.flatMap(Self.people), low.flatMap(Self.people), high.flatMap(Self.people))
    guard let some = best ?? low ?? high else {
      figure = nil
      isOutOfOrder = false
      return
    }
    let (least, most) = (low ?? min(some, high ?? some), high ?? max(some, low ?? some))
    figure = Figure(low: least, best: best, high: most)
    isOutOfOrder = least > most || best.map { $0 < least || $0 > most } ?? false
  }

  private static func people(_ number: Int) -> Int? { number < 0 ? nil : number }
}

/// Who fought or suffered, as far as the names of the data set say.
enum GEDActors {
  static let civilians: Identifier = "Civilians"

  /// UCDP counts only states and organised armed groups as actors; `Government of …` is a state's name, and side B of one-sided violence are civilians.
  static func actor(_ name: String) -> Actor {
    let kind: Actor.Kind = name.hasPrefix("Government of ") ? .state : name == civilians ? .population : .armed
    return Actor(id: name, name: name, kind: kind)
  }
}
