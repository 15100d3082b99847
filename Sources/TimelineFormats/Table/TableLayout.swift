import EDTF
import TimelineModel

/// Where the columns of a plain table stand, and how a row of it becomes an event.
struct TableLayout: RowLayout {
  let header: CSVHeader
  let mapping: ColumnMapping

  init(_ header: CSVHeader, chosen: (choice: ColumnChoice, reason: ColumnReason)? = nil) {
    self.header = header
    mapping = ColumnMapping(guessing: header, chosen: chosen)
  }

  var columnCount: Int { header.names.count }

  /// The date of a row: what the one column says, or the span to what the other says.
  static func date(_ start: String, _ end: String) -> DateText.Reading? {
    guard let first = DateText.read(start) else { return nil }
    guard !end.isEmpty, end != start, let last = DateText.read(end) else { return first }
    let note = first.note ?? last.note
    // Ends that are plain dates make an interval in their own words; others are joined by their days.
    if let span = try? EDTFDate("\(first.date.text)/\(last.date.text)") { return DateText.Reading(date: span, note: note) }
    guard let one = first.date.earliest, let other = last.date.latest else { return first }
    return DateText.Reading(date: EDTFDate(from: one, through: other), note: note)
  }

  func event(of record: TextRecord) -> Event {
    func text(_ role: ColumnRole) -> String { ByteText.trimmed(record[mapping[role]]) }
    let reading = Self.date(text(.date), text(.end))
    let place = TablePlace(name: text(.place), latitude: text(.latitude), longitude: text(.longitude))
    var casualties: [CasualtyEstimate] = []
    for (role, measure) in [(ColumnRole.killed, CasualtyEstimate.Measure.killed), (.wounded, .wounded)] {
      guard let count = text(role).wholeNumber, count >= 0 else { continue }
      casualties.append(CasualtyEstimate(of: CasualtyEstimate.wholeEvent, measure, Figure(count)))
    }
    var seen = Set<String>()
    return Event(
      id: text(.id).isEmpty ? "L\(record.location.line)" : text(.id), date: reading?.date, dateText: reading == nil ? record.shown(text(.date)) : nil,
      title: record.shown(title(of: record)), kind: EventKind(rawValue: text(.kind)), weight: text(.weight).wholeNumber,
      places: place.map { [$0.id] } ?? [], actors: ByteText.pieces(text(.actors)).filter { !$0.isEmpty && seen.insert($0).inserted }.map { Participation($0) },
      summary: record.shown(text(.summary)), casualties: casualties,
      sources: ByteText.pieces(text(.sources)).filter { !$0.isEmpty && seen.insert("source:\($0)").inserted },
      extra: record.extra(named: header.names), location: record.location)
  }

  func place(_ note: [String]) -> PlaceAndAround? {
    guard note.count == 3 else { return nil }
    return TablePlace(name: note[0], latitude: note[1], longitude: note[2]).map { ($0.place, []) }
  }

  /// The title; without such a column the first field that is not empty.
  private func title(of record: TextRecord) -> String {
    let title = ByteText.trimmed(record[mapping[.title]])
    if mapping.has(.title) || !title.isEmpty { return title }
    return record.fields.first { !$0.isEmpty } ?? ""
  }
}

/// Where an event of a plain table happened.
struct TablePlace {
  let id: Identifier
  let place: Place

  /// Nil without a name.
  init?(name: String, latitude: String, longitude: String) {
    guard !name.isEmpty else { return nil }
    let (north, east) = (latitude.decimal.flatMap { abs($0) <= 90 ? $0 : nil }, longitude.decimal.flatMap { abs($0) <= 180 ? $0 : nil })
    let isOnMap = north != nil && east != nil
    id = PlaceID.text(name, isOnMap ? latitude : "", isOnMap ? longitude : "", nil)
    place = Place(id: id, name: name, latitude: isOnMap ? north : nil, longitude: isOnMap ? east : nil)
  }
}
