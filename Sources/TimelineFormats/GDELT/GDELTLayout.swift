import EDTF
import TimelineModel

/// Where the columns of a GDELT file stand, and how a row of it becomes an event.
struct GDELTLayout: KnownLayout {
  static let dataset = "GDELT"
  static let whyMissing = "What they would say is left out"

  let columns: KnownColumns<GDELTColumn>

  init(_ header: CSVHeader) { columns = KnownColumns(header) }

  var words: String {
    let version = self[.geoADM2] >= 0 ? "GDELT 2.0" : self[.source] >= 0 ? "GDELT 1.0 as of April 2013" : "GDELT 1.0 as before April 2013"
    return version + ", leads that a machine coded from news reports"
  }

  /// Everything is a detail until somebody has looked at it.
  static let weight = 3

  /// The day of eight digits.
  static func date(_ text: String) -> EDTFDate? {
    guard text.utf8.count == 8, let number = text.wholeNumber else { return nil }
    return Day(year: Int64(number / 10_000), month: number / 100 % 100, day: number % 100).map { EDTFDate($0) }
  }

  func meaning(_ column: GDELTColumn, _ value: String) -> String? { GDELTCodes.meaning(column, ByteText.trimmed(value)) }

  func event(of record: TextRecord) -> Event {
    func text(_ column: GDELTColumn) -> String { ByteText.trimmed(record[self[column]]) }
    let date = Self.date(text(.day))
    let place = GDELTPlace(name: text(.geoName), latitude: record[self[.latitude]], longitude: record[self[.longitude]], code: text(.geoType))
    let source = text(.source)
    return Event(
      id: text(.id).isEmpty ? "L\(record.location.line)" : text(.id), date: date, dateText: date == nil ? record.shown(text(.day)) : nil,
      title: record.shown(title(of: record)), kind: EventKind(rawValue: kind(of: Self.root(text(.root), text(.event)))), weight: Self.weight,
      places: place.map { [$0.id] } ?? [], actors: actors(of: record), sources: source.isEmpty ? [] : [source],
      extra: extra(of: record), location: record.location)
  }

  /// The root by which a row is told; where it is missing, that of the event's own code.
  private static func root(_ root: String, _ event: String) -> String { root.isEmpty ? String(event.prefix(2)) : root }

  /// A lead is never called what an event is called.
  func kind(of word: String) -> String { word.isEmpty ? "lead" : "lead: \(CAMEOEvent.kind(ofRoot: word) ?? word)" }

  /// `Small arms or light weapons: ALDER, BIRCH`
  private func title(of record: TextRecord) -> String {
    let code = ByteText.trimmed(record[self[.event]])
    let words = GDELTCodes.event(code) ?? (code.isEmpty ? "no code" : "code \(code)")
    let actors = actors(of: record).map(\.actor)
    return words.prefix(1).uppercased() + words.dropFirst() + (actors.isEmpty ? "" : ": \(actors.joined(separator: ", "))")
  }

  /// Who is named first and who second; nothing more is implied.
  private func actors(of record: TextRecord) -> [Participation] {
    var seen = Set<String>()
    var actors: [Participation] = []
    for (side, columns) in [(1, (GDELTColumn.actor1Name, GDELTColumn.actor1Code, GDELTColumn.actor1Type)), (2, (.actor2Name, .actor2Code, .actor2Type))] {
      let name = ByteText.trimmed(record[self[columns.0]])
      let called = name.isEmpty ? ByteText.trimmed(record[self[columns.1]]) : name
      guard !called.isEmpty, seen.insert(called).inserted else { continue }
      let type = CAMEOActor.types[ByteText.trimmed(record[self[columns.2]])]?.words
      actors.append(Participation(called, role: ["actor \(side)", type].compactMap(\.self).joined(separator: ", ")))
    }
    return actors
  }

  func actor(_ name: String, note: String) -> Actor? { Actor(id: name, name: name, kind: CAMEOActor.types[note]?.kind ?? .unknown) }

  func place(_ note: [String]) -> PlaceAndAround? {
    guard note.count == 5 else { return nil }
    let place = GDELTPlace(name: note[0], latitude: note[1], longitude: note[2], code: note[3])
    return place.map { ($0.place, GDELTPlace.placesAround(note[4])) }
  }
}
