/// What a column of a plain table may stand for, and by which headings it is recognised.
enum ColumnRole: String, CaseIterable, Sendable {
  case date, end, title, id, kind, weight, actors, place, latitude, longitude, killed, wounded, summary, sources

  /// Headings in small letters, the surest first.
  var headings: [String] {
    switch self {
    case .date:
      [
        "date", "edtf", "when", "event_date", "event date", "start_date", "start date", "startdate", "start", "date_start", "from", "day", "datetime",
        "timestamp",
        "time", "year",
      ]
    case .end: ["end_date", "end date", "enddate", "end", "date_end", "until", "to"]
    case .title: ["title", "headline", "what", "event", "name", "label", "subject", "event_title", "message"]
    case .id: ["id", "event_id", "event id", "identifier", "uid", "key"]
    case .kind: ["kind", "type", "category", "event_type", "event type", "class"]
    case .weight: ["weight"]
    case .actors: ["actors", "actor", "who", "participants", "parties", "party"]
    case .place: ["places", "place", "where", "location", "town", "city", "country"]
    case .latitude: ["latitude", "lat"]
    case .longitude: ["longitude", "lon", "lng", "long"]
    case .killed: ["killed", "deaths", "fatalities", "dead", "killed_best"]
    case .wounded: ["wounded", "injured", "wounded_best"]
    case .summary: ["summary", "description", "text", "notes", "details", "comment"]
    case .sources: ["sources", "source", "references", "reference"]
    }
  }
}

/// Which column of a table plays which part.
struct ColumnMapping: Hashable, Sendable {
  private var columns: [ColumnRole: Int] = [:]

  /// Takes each column for what its heading says; a column plays one part at most.
  init(guessing header: CSVHeader) {
    var taken: Set<Int> = []
    for role in ColumnRole.allCases {
      guard let column = role.headings.lazy.compactMap({ header.column($0) }).first(where: { !taken.contains($0) }) else { continue }
      columns[role] = column
      taken.insert(column)
    }
  }

  /// Where the column of a part stands; -1, which holds nothing, where there is none.
  subscript(role: ColumnRole) -> Int { columns[role] ?? -1 }

  func has(_ role: ColumnRole) -> Bool { columns[role] != nil }

  func role(of column: Int) -> ColumnRole? { columns.first { $0.value == column }?.key }
}
