import EDTF
import TimelineModel

/// Reads the fields of an event or of a timeline's head under the names that ``JSONWriter`` gives them; what does not fit becomes a problem.
struct JSONFields {
  private let source: JSONSource
  private(set) var problems: [Problem] = []
  /// The actors, places and sources that the event names.
  private(set) var actors: [Actor] = []
  private(set) var places: [Place] = []
  private(set) var sources: [Source] = []

  private let limits: ReadingLimits

  init(_ source: JSONSource, _ limits: ReadingLimits) {
    self.source = source
    self.limits = limits
  }

  /// The place of what is wrong is dear on a long line; of what will not be listed any more it is that of the event.
  private mutating func report(_ severity: Problem.Severity, _ offset: Int, in event: Int, _ code: String, _ what: String, remedy: String) {
    problems.append(source.problem(severity, at: problems.count < limits.problems ? offset : event, code, what, remedy: remedy))
  }

  /// What an event's object may have; anything else is kept among the extra fields.
  private static let eventKeys: Set<String> = [
    "id", "date", "earliest", "latest", "title", "kind", "weight", "actors", "roles", "actor_names", "places", "place_names", "latitude", "longitude",
    "summary",
    "accounts", "casualties", "disputes", "sources", "links", "extra", "file", "line",
  ]

  mutating func event(_ node: JSONNode) -> Event {
    let location = source.location(of: node.offset)
    var extra = fields(node["extra"])
    for member in node.members where !Self.eventKeys.contains(member.key) {
      report(
        .warning, member.offset, in: node.offset, "unknown-key", "An event has no \(member.key.debugDescription)", remedy: "It is kept under its own name")
      extra.append(ExtraField(name: member.key, value: member.value.plainText))
    }
    let when = date(node["date"])
    var dateText = when == nil ? node["date"]?.text : nil
    // A date that could not be read was written among the extra fields.
    if when == nil, dateText == nil, let kept = extra.lastIndex(where: { $0.name == "date" }) { dateText = extra.remove(at: kept).value }
    let id = node["id"]?.text ?? ""
    return Event(
      id: id.isEmpty ? "L\(location.line)" : id, date: when, dateText: dateText, title: node["title"]?.text ?? "",
      kind: EventKind(rawValue: node["kind"]?.text ?? ""), weight: weight(node["weight"]), places: placeIDs(node), actors: participations(node),
      summary: node["summary"]?.text ?? "", accounts: items(node["accounts"]).map { account($0) },
      casualties: items(node["casualties"]).compactMap { estimate($0) }, disputes: texts(node["disputes"]), sources: sourceIDs(node["sources"]),
      links: items(node["links"]).compactMap { link($0) }, extra: extra, location: location)
  }

  mutating func timeline(_ node: JSONNode) -> Timeline {
    let eras = (node["eras"]?.items ?? []).compactMap { era -> Era? in
      date(era["date"]).map { Era(id: text(era, "id"), name: text(era, "name"), date: $0, status: era["status"]?.text, location: nil) }
    }
    return Timeline(
      id: text(node, "id"), title: text(node, "title"), span: date(node["span"]), scope: text(node, "scope"), licence: node["licence"]?.text,
      rules: texts(node["rules"]), partyWords: names(node["party_words"]), eras: eras, actors: (node["actors"]?.items ?? []).map { actor($0) },
      places: (node["places"]?.items ?? []).map { place($0) }, sources: (node["sources"]?.items ?? []).map { read($0) }, extra: fields(node["extra"]))
  }

  // MARK: Parts of an event

  private mutating func participations(_ node: JSONNode) -> [Participation] {
    let (roles, names) = (items(node["roles"]), items(node["actor_names"]))
    return texts(node["actors"]).enumerated().map { index, id in
      actors.append(Actor(id: id, name: names.indices.contains(index) ? names[index].text ?? id : id))
      return Participation(id, role: roles.indices.contains(index) ? roles[index].text : nil)
    }
  }

  /// The places of an event; the coordinates are those of the first, as far as one can tell.
  private mutating func placeIDs(_ node: JSONNode) -> [Identifier] {
    let names = items(node["place_names"])
    let ids = texts(node["places"])
    for (index, id) in ids.enumerated() {
      let isOnMap = index == 0 && ids.count == 1
      places.append(
        Place(
          id: id, name: names.indices.contains(index) ? names[index].text ?? id : id, latitude: isOnMap ? node["latitude"]?.decimal : nil,
          longitude: isOnMap ? node["longitude"]?.decimal : nil))
    }
    return ids
  }

  private mutating func sourceIDs(_ node: JSONNode?) -> [Identifier] {
    items(node).map { item in
      sources.append(read(item))
      return text(item, "id")
    }
  }

  private mutating func account(_ node: JSONNode) -> Account {
    Account(by: text(node, "by"), says: text(node, "says"), stated: date(node["stated"]), source: node["source"]?.text, extra: fields(node["extra"]))
  }

  private mutating func estimate(_ node: JSONNode) -> CasualtyEstimate? {
    guard let measure = CasualtyEstimate.Measure(rawValue: text(node, "measure")), let low = node["low"]?.integer, let high = node["high"]?.integer else {
      problems.append(
        source.problem(.error, at: node.offset, "bad-figure", "A figure has a measure, a low and a high number", remedy: "This one was left out"))
      return nil
    }
    if low < 0 || high < low {
      problems.append(
        source.problem(
          .warning, at: node.offset, low < 0 ? "negative-count" : "range-order",
          low < 0 ? "A number of people is negative" : "The high number is less than the low one",
          remedy: "It was kept as it is written"))
    }
    return CasualtyEstimate(
      of: text(node, "of"), measure, Figure(low: low, best: node["best"]?.integer, high: high), by: node["by"]?.text, source: node["source"]?.text,
      asOf: date(node["as_of"]), note: node["note"]?.text, extra: fields(node["extra"]))
  }

  private mutating func link(_ node: JSONNode) -> Link? {
    guard let kind = Link.Kind(rawValue: text(node, "type")) else {
      let nearest = Suggestion.nearest(to: text(node, "type"), in: Link.Kind.allCases.map(\.rawValue))
      problems.append(
        source.problem(
          .error, at: node.offset, "unknown-link", "There is no link of the type \(text(node, "type").debugDescription)",
          remedy: nearest.map { "Was \($0) meant? It was left out" } ?? "It was left out"))
      return nil
    }
    return Link(kind, text(node, "id"), source: node["source"]?.text)
  }

  // MARK: Parts of a timeline

  private func actor(_ node: JSONNode) -> Actor {
    Actor(
      id: text(node, "id"), name: text(node, "name"), aliases: names(node["aliases"]), kind: Actor.Kind(rawValue: text(node, "kind")) ?? .unknown,
      side: node["side"]?.text, parent: node["parent"]?.text, extra: fields(node["extra"]))
  }

  private func place(_ node: JSONNode) -> Place {
    Place(
      id: text(node, "id"), name: text(node, "name"), names: names(node["names"]), latitude: node["latitude"]?.decimal, longitude: node["longitude"]?.decimal,
      precision: Place.Precision(rawValue: text(node, "precision")), within: node["within"]?.text, extra: fields(node["extra"]))
  }

  private mutating func read(_ node: JSONNode) -> Source {
    Source(
      id: text(node, "id"), publisher: text(node, "publisher"), title: text(node, "title"), date: date(node["date"]), url: node["url"]?.text,
      accessed: date(node["accessed"]), kind: node["kind"]?.text, party: node["of_party"]?.text, archived: node["archived"]?.text, extra: fields(node["extra"]))
  }

  // MARK: Values

  private func text(_ node: JSONNode, _ key: String) -> String { node[key]?.text ?? "" }

  private mutating func texts(_ node: JSONNode?) -> [String] { items(node).map(\.plainText) }

  /// The items of a list; none, with a problem, of what is something else.
  private mutating func items(_ node: JSONNode?) -> [JSONNode] {
    guard let node, !node.isNull else { return [] }
    if case .list(let items) = node.value { return items }
    problems.append(source.problem(.error, at: node.offset, "expected-list", "A list should stand here", remedy: "What stands here was left out"))
    return []
  }

  private mutating func weight(_ node: JSONNode?) -> Int? {
    guard let node, !node.isNull else { return nil }
    if let weight = node.integer { return weight }
    problems.append(
      source.problem(
        .warning, at: node.offset, "bad-number", "\(node.plainText.debugDescription) is no weight", remedy: "Write a whole number; it was left out"))
    return nil
  }

  /// Names by language: `{"ru": ["Шуша"]}`.
  private func names(_ node: JSONNode?) -> [Name] {
    (node?.members ?? []).flatMap { member in member.value.items.map { Name(language: member.key, text: $0.plainText) } }
  }

  /// Extra fields; a list is as many fields of one name.
  private func fields(_ node: JSONNode?) -> [ExtraField] {
    (node?.members ?? []).flatMap { member -> [ExtraField] in
      guard case .list(let items) = member.value.value else { return [ExtraField(name: member.key, value: member.value.plainText)] }
      return items.map { ExtraField(name: member.key, value: $0.plainText) }
    }
  }

  /// An EDTF date; nil for none, and with a problem for what is none.
  private mutating func date(_ node: JSONNode?) -> EDTFDate? {
    guard let node, let text = node.text, !text.isEmpty else { return nil }
    do throws(EDTFError) {
      return try EDTFDate(text)
    } catch {
      problems.append(source.problem(.error, at: node.offset, "bad-date", "\(text.debugDescription) is no date", remedy: "Write an EDTF date"))
      return nil
    }
  }
}
