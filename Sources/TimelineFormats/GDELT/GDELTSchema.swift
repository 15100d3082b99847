import EDTF
import TimelineModel

/// The rows of a GDELT file of events, version 1.0 or 2.0.
struct GDELTSchema: KnownSchema {
  let layout: GDELTLayout
  private let at: Positions
  private let filtered: [(position: Int, column: RowFiller.ExtraColumn)]
  private var dates = DateColumn()

  private struct Positions: Sendable {
    let id, day, year, event, root, quad, geoType, place, latitude, longitude, source: Int
    let actors: [(name: Int, code: Int, type: Int)]

    init(_ layout: GDELTLayout) {
      (id, day, year, event, root, quad) = (layout[.id], layout[.day], layout[.year], layout[.event], layout[.root], layout[.quad])
      (geoType, place, latitude, longitude) = (layout[.geoType], layout[.geoName], layout[.latitude], layout[.longitude])
      source = layout[.source]
      actors = [
        (layout[.actor1Name], layout[.actor1Code], layout[.actor1Type]), (layout[.actor2Name], layout[.actor2Code], layout[.actor2Type]),
      ]
    }
  }

  init(_ header: CSVHeader, _ filler: inout RowFiller) {
    layout = GDELTLayout(header)
    at = Positions(layout)
    filtered = layout.columns.addFiltered(to: &filler)
  }

  var idColumn: Int { at.id }

  var header: Timeline {
    Timeline(
      id: "gdelt", title: "GDELT events",
      scope: """
        Leads, not events: each row is what a machine made of a mention in a news report, and nobody has looked at it. One happening may have many rows, \
        and a row may be of none; days, places, actors and what they did are guesses. The number of rows says how much was written, not how much happened.
        """,
      licence: "Free to use; cite the GDELT Project, https://www.gdeltproject.org")
  }

  mutating func fill(_ filler: inout RowFiller, from walk: borrowing CSVWalk) {
    var row = RowFacts(date: nil, kind: kind(&filler, walk), weight: GDELTLayout.weight)
    fillID(&row, &filler, walk)
    fillDate(&row, &filler, walk)
    for columns in at.actors { fillActor(columns, &filler, walk) }
    fillPlace(&filler, walk)
    checkCodes(&filler, walk)
    let source = ByteText.trimmed(walk[at.source])
    if !source.isEmpty {
      filler.sources.add(source, to: filler.row)
      row.sourceCount = 1
    }
    for (position, column) in filtered { filler.setExtra(column, ByteText.trimmed(walk[position])) }
    filler.append(row)
  }

  private func kind(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) -> UInt32 {
    var root = ByteText.trimmed(walk[at.root])
    if root.isEmpty { root = UnsafeBufferPointer(rebasing: ByteText.trimmed(walk[at.event]).prefix(2)) }
    return UInt32(truncatingIfNeeded: filler.kinds.words.number(root))
  }

  private func fillID(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let id = ByteText.trimmed(walk[at.id])
    filler.setID(id, of: &row, walk)
    if id.isEmpty {
      filler.report(.warning, "missing-id", in: walk, at: walk.offset(of: at.id), "This row has no id", remedy: "It is called L\(walk.line)")
    }
  }

  private mutating func fillDate(_ row: inout RowFacts, _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let text = ByteText.trimmed(walk[at.day])
    let entry = dates.entry(text) { GDELTLayout.date($0).map { DateText.Reading(date: $0) } }
    guard let facts = entry.facts else {
      return filler.report(
        .error, "bad-date", in: walk, at: walk.offset(of: at.day), "\(TableSchema.quoted(text)) is no day as GDELT writes them, YYYYMMDD",
        remedy: "The row stands among the undated")
    }
    row.take(daysOf: facts)
    if let year = ByteText.integer(ByteText.trimmed(walk[at.year])), Int64(year) != Day(Int64(row.earliest)).year {
      filler.report(.warning, "other-year", in: walk, at: walk.offset(of: at.year), "The year is \(year), and the day of another", remedy: "The day was taken")
    }
  }

  private func fillActor(_ columns: (name: Int, code: Int, type: Int), _ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    var name = ByteText.trimmed(walk[columns.name])
    if name.isEmpty { name = ByteText.trimmed(walk[columns.code]) }
    guard !name.isEmpty else { return }
    let words = filler.actors.words
    filler.actors.add(words.known(name) ?? words.add(name, note: ByteText.trimmed(walk[columns.type])), to: filler.row)
  }

  private func fillPlace(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    let name = ByteText.trimmed(walk[at.place])
    guard !name.isEmpty else { return }
    let (latitude, longitude) = (walk[at.latitude], walk[at.longitude])
    filler.setPlace(name, latitude, longitude, GDELTCodes.trust(ByteText.trimmed(walk[at.geoType]))) {
      [name, latitude, longitude, ByteText.trimmed(walk[at.geoType]), GDELTPlace.around(name)]
    }
    if at.latitude >= 0, !isDegrees(latitude, 90) || !isDegrees(longitude, 180) {
      filler.report(
        .warning, "no-coordinates", in: walk, at: walk.offset(of: at.latitude),
        "\(TableSchema.quoted(latitude)), \(TableSchema.quoted(longitude)) are no degrees of latitude and longitude", remedy: "The place is on no map")
    }
  }

  /// Codes that the codebook does not have.
  private func checkCodes(_ filler: inout RowFiller, _ walk: borrowing CSVWalk) {
    check(at.event, .event, &filler, walk) { GDELTCodes.event($0) != nil }
    check(at.root, .root, &filler, walk) { CAMEOEvent.kind(ofRoot: $0) != nil }
    check(at.quad, .quad, &filler, walk) { GDELTCodes.quadClass($0) != nil }
    check(at.geoType, .geoType, &filler, walk) { GDELTCodes.spot($0) != nil }
  }

  @inline(__always)
  private func check(_ position: Int, _ column: GDELTColumn, _ filler: inout RowFiller, _ walk: borrowing CSVWalk, _ isKnown: (String) -> Bool) {
    let value = ByteText.trimmed(walk[position])
    if position < 0 || !value.isEmpty && value.count <= 15 && isKnown(String(decoding: value, as: UTF8.self)) { return }
    filler.report(
      .warning, "unknown-code", in: walk, at: walk.offset(of: position), "\(column.rawValue) has no value \(TableSchema.quoted(walk[position]))",
      remedy: "It was kept as it is")
  }
}
