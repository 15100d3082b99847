/// What a column of a plain table may stand for, and by which headings it is recognised.
enum ColumnRole: String, CaseIterable, Sendable {
  case date, end, title, id, kind, weight, actors, place, latitude, longitude, killed, wounded, summary, sources

  /// The part of a name, also in the singular and as the command line says it: `actor`, `source`.
  static func named(_ word: String) -> ColumnRole? {
    let word = word.lowercased()
    return allCases.first { $0.rawValue == word || $0.rawValue == word + "s" }
  }

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
  private var reasons: [ColumnRole: ColumnReason] = [:]

  /// Takes each column for what is said of it, and the others for what their headings say; a column plays one part at most.
  ///
  /// - Parameter chosen: what somebody says, and why it is known; columns that the header does not have are passed over.
  init(guessing header: CSVHeader, chosen: (choice: ColumnChoice, reason: ColumnReason)? = nil) {
    var taken: Set<Int> = []
    for part in chosen?.choice.parts ?? [] {
      guard let column = header.column(part.column), taken.insert(column).inserted else { continue }
      (columns[part.role], reasons[part.role]) = (column, chosen?.reason)
    }
    for role in ColumnRole.allCases where columns[role] == nil {
      guard let column = role.headings.lazy.compactMap({ header.column($0) }).first(where: { !taken.contains($0) }) else { continue }
      columns[role] = column
      taken.insert(column)
    }
  }

  /// Where the column of a part stands; -1, which holds nothing, where there is none.
  subscript(role: ColumnRole) -> Int { columns[role] ?? -1 }

  /// Why a column plays a part.
  func reason(for role: ColumnRole) -> ColumnReason { reasons[role] ?? .name }

  func has(_ role: ColumnRole) -> Bool { columns[role] != nil }

  func role(of column: Int) -> ColumnRole? { columns.first { $0.value == column }?.key }
}
