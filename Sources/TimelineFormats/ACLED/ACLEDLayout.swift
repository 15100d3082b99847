import EDTF
import TimelineModel

/// Where the columns of an ACLED file stand, and how a row of it becomes an event.
struct ACLEDLayout: KnownLayout {
  static let dataset = "ACLED"
  static let whyMissing = "Exports before 2022 had fewer; what they would say is left out"

  let columns: KnownColumns<ACLEDColumn>

  init(_ header: CSVHeader) { columns = KnownColumns(header) }

  /// Whether the file has a row for each actor rather than one for each event.
  var isMonadic: Bool { self[.actor2] < 0 }

  func meaning(_ column: ACLEDColumn, _ value: String) -> String? { ACLEDCodes.meaning(column, ByteText.trimmed(value)) }

  func event(of record: TextRecord) -> Event {
    func text(_ column: ACLEDColumn) -> String { ByteText.trimmed(record[self[column]]) }
    let date = try? ACLEDDate.read(text(.date), precision: text(.timePrecision)).get()
    let place = place(of: record)
    let isRepeat = record.oddities.contains(ACLEDSchema.repeated)
    let deaths = text(.fatalities).wholeNumber.flatMap { $0 < 0 || isRepeat ? nil : $0 }
    return Event(
      id: text(.id).isEmpty ? "L\(record.location.line)" : text(.id), date: date, dateText: date == nil ? record.shown(text(.date)) : nil,
      title: record.shown(ACLEDTitle.text(kind: kind(text(.eventType), text(.subEventType)), admin1: text(.admin1), country: text(.country))),
      kind: EventKind(rawValue: kind(text(.eventType), text(.subEventType))), places: place.map { [$0.id] } ?? [], actors: actors(of: record),
      summary: record.shown(text(.notes)),
      casualties: deaths.map { [CasualtyEstimate(of: CasualtyEstimate.wholeEvent, .killed, Figure($0))] } ?? [],
      sources: distinct(ByteText.pieces(text(.source))),
      extra: extra(of: record), location: record.location)
  }

  /// The publisher's own word: the sub-type, or the type where there is none.
  private func kind(_ type: String, _ subType: String) -> String { subType.isEmpty ? type : subType }

  func actor(_ name: String, note: String) -> Actor? { Actor(id: name, name: name, kind: ACLEDCodes.kind(ACLEDCodes.sort(note))) }

  func place(_ note: [String]) -> PlaceAndAround? {
    guard note.count == 7 else { return nil }
    let place = ACLEDPlace(
      name: note[0], admin2: note[4], admin1: note[5], country: note[6], latitude: note[1], longitude: note[2], precision: note[3])
    return place.map { ($0.place, $0.placesAround) }
  }

  private func distinct(_ words: [String]) -> [String] {
    var seen = Set<String>()
    return words.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// The two sides and who stood with them; the order of the two says nothing of who began.
  private func actors(of record: TextRecord) -> [Participation] {
    var seen = Set<String>()
    var actors: [Participation] = []
    for (side, columns) in [(1, (ACLEDColumn.actor1, ACLEDColumn.associates1, ACLEDColumn.inter1)), (2, (.actor2, .associates2, .inter2))] {
      let sort = ACLEDCodes.sort(ByteText.trimmed(record[self[columns.2]]))
      let name = ByteText.trimmed(record[self[columns.0]])
      if !name.isEmpty, seen.insert(name).inserted {
        actors.append(Participation(name, role: ["actor \(side)", sort].compactMap(\.self).joined(separator: ", ")))
      }
      for associate in ByteText.pieces(record[self[columns.1]]) where !associate.isEmpty && seen.insert(associate).inserted {
        actors.append(Participation(associate, role: "associated with actor \(side)"))
      }
    }
    return actors
  }

  private func place(of record: TextRecord) -> ACLEDPlace? {
    ACLEDPlace(
      name: ByteText.trimmed(record[self[.location]]), admin2: record[self[.admin2]], admin1: record[self[.admin1]], country: record[self[.country]],
      latitude: record[self[.latitude]], longitude: record[self[.longitude]], precision: record[self[.geoPrecision]])
  }
}

/// What a row is called: sub-type and province, as `Armed clash, Gegharkunik`.
enum ACLEDTitle {
  static func text(kind: String, admin1: String, country: String) -> String {
    [kind, admin1.isEmpty ? country : admin1].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// Where an event happened, as a row says it, and the places around it.
struct ACLEDPlace {
  let id: Identifier
  let place: Place
  /// The places around it, the innermost first.
  let placesAround: [Place]
  let hasCoordinates: Bool

  /// Nil where the row names no place at all.
  init?(name: String, admin2: String, admin1: String, country: String, latitude: String, longitude: String, precision: String) {
    guard let named = [name, admin2, admin1, country].first(where: { !$0.isEmpty }) else { return nil }
    let (north, east) = (latitude.decimal.flatMap { abs($0) <= 90 ? $0 : nil }, longitude.decimal.flatMap { abs($0) <= 180 ? $0 : nil })
    hasCoordinates = north != nil && east != nil
    let spot = ACLEDCodes.spot(precision)
    id = PlaceID.text(named, latitude, longitude, precision.withBytes(ACLEDCodes.trust))
    var around: [Place] = []
    if !country.isEmpty { around.append(Place(id: country, name: country, precision: .country)) }
    for (part, trust) in [(admin1, Place.Precision.region), (admin2, .area)] where !part.isEmpty {
      around.append(Place(id: around.last.map { "\(part), \($0.id)" } ?? part, name: part, precision: trust, within: around.last?.id))
    }
    place = Place(
      id: id, name: named, latitude: hasCoordinates ? north : nil, longitude: hasCoordinates ? east : nil, precision: spot?.precision,
      within: around.last?.id == id ? nil : around.last?.id, extra: spot.map { [ExtraField(name: "geo_precision", value: $0.meaning)] } ?? [])
    placesAround = around.reversed()
  }
}
