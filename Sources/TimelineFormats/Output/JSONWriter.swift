import EDTF
public import TimelineModel

/// Writes events as JSON: an object a line (`jsonl`), or one document with the timeline's own data (`json`).
///
/// The names and their order are a promise of the manual; ``version`` is raised when one of them changes its meaning.
///
///     {"format":"annals","version":1,
///     "timeline":{"id":…,"title":…,…},
///     "events":[
///     {"id":"sotk-artillery-2023-05-11","date":"2023-05-11",…},
///     …]}
public struct JSONWriter: EventWriter {
  public enum Shape: Hashable, Sendable { case lines, document }

  public static let version = 1

  private let shape: Shape
  private var json = JSONText()

  public init(_ shape: Shape) { self.shape = shape }

  public var output: [UInt8] {
    get { json.bytes }
    set { json.bytes = newValue }
  }

  public mutating func begin(_ timeline: Timeline) {
    guard shape == .document else { return }
    json.open("{")
    json.field("format", "annals")
    json.field("version", Self.version)
    json.key("timeline")
    json.object { $0.timeline(timeline) }
    json.key("events")
    json.open("[")
    json.newline()
  }

  public mutating func write(_ event: Event, in directory: Directory, remark: Remark?) {
    if shape == .lines { json.startDocument() }
    json.object { json in
      json.event(event, in: directory)
      if let remark {
        json.field("note", remark.note)
        json.field("bookmark", remark.isBookmarked)
      }
    }
    json.newline()
  }

  public mutating func end() {
    guard shape == .document else { return }
    json.close("]")
    json.close("}")
    json.newline()
  }
}

extension JSONText {
  /// Everything that a timeline says of itself, its events left out.
  mutating func timeline(_ timeline: Timeline) {
    field("id", timeline.id)
    field("title", timeline.title)
    field("span", timeline.span?.text)
    field("scope", timeline.scope)
    field("licence", timeline.licence)
    field("rules", timeline.rules)
    names("party_words", timeline.partyWords)
    field("eras", each: timeline.eras) { json, era in
      json.field("id", era.id)
      json.field("name", era.name)
      json.field("date", era.date.text)
      json.field("earliest", era.date.earliest)
      json.field("latest", era.date.latest)
      json.field("status", era.status)
    }
    field("actors", each: timeline.actors) { json, actor in
      json.field("id", actor.id)
      json.field("name", actor.name)
      json.names("aliases", actor.aliases)
      json.field("kind", actor.kind.rawValue)
      json.field("side", actor.side)
      json.field("parent", actor.parent)
      json.extra(actor.extra)
    }
    field("places", each: timeline.places) { json, place in
      json.field("id", place.id)
      json.field("name", place.name)
      json.names("names", place.names)
      json.field("latitude", place.latitude)
      json.field("longitude", place.longitude)
      json.field("precision", place.precision?.rawValue)
      json.field("within", place.within)
      json.extra(place.extra)
    }
    field("sources", each: timeline.sources) { json, source in
      json.field("id", source.id)
      json.field("publisher", source.publisher)
      json.field("title", source.title)
      json.field("date", source.date?.text)
      json.field("url", source.url)
      json.field("accessed", source.accessed?.text)
      json.field("kind", source.kind)
      json.field("of_party", source.party)
      json.field("archived", source.archived)
      json.extra(source.extra)
    }
    extra(timeline.extra)
  }

  /// One event under the names that the manual promises.
  mutating func event(_ event: Event, in directory: Directory) {
    let places = event.places.map { directory.place($0) }
    let spot = places.lazy.compactMap { $0 }.first { $0.latitude != nil && $0.longitude != nil }
    field("id", event.id)
    field("date", event.date?.text)
    field("earliest", event.date?.earliest)
    field("latest", event.date?.latest)
    field("title", event.title)
    field("kind", event.kind.rawValue)
    field("weight", event.weight)
    field("actors", event.actors.map(\.actor))
    field("roles", event.actors.map(\.role))
    field("actor_names", event.actors.map { directory.name(ofActor: $0.actor) })
    field("places", event.places)
    field("place_names", event.places.map { directory.name(ofPlace: $0) })
    field("latitude", spot?.latitude)
    field("longitude", spot?.longitude)
    field("summary", event.summary)
    field("accounts", each: event.accounts) { json, account in
      json.field("by", account.by)
      json.field("says", account.says)
      json.field("stated", account.stated?.text)
      json.field("source", account.source)
      if !account.extra.isEmpty { json.extra(account.extra) }
    }
    field("casualties", each: event.casualties) { json, estimate in
      json.field("of", estimate.of)
      json.field("measure", estimate.measure.rawValue)
      json.field("low", estimate.figure.low)
      json.field("best", estimate.figure.best)
      json.field("high", estimate.figure.high)
      json.field("by", estimate.by)
      json.field("source", estimate.source)
      json.field("as_of", estimate.asOf?.text)
      if let note = estimate.note { json.field("note", note) }
      if estimate.scope == .wider { json.field("scope", estimate.scope.rawValue) }
      if !estimate.extra.isEmpty { json.extra(estimate.extra) }
    }
    field("disputes", event.disputes)
    field("sources", each: event.allSources) { json, id in
      let source = directory.source(id)
      json.field("id", id)
      json.field("publisher", source?.publisher)
      json.field("title", source?.title)
      json.field("date", source?.date?.text)
      json.field("url", source?.url)
    }
    field("links", each: event.links) { json, link in
      json.field("type", link.kind.rawValue)
      json.field("id", link.target)
      json.field("source", link.source)
    }
    // A date that could not be read is kept under its own name, so that nothing the file said is lost.
    extra(event.extra + (event.dateText.map { [ExtraField(name: "date", value: $0)] } ?? []))
    field("file", event.location?.file)
    field("line", event.location?.line)
  }

  /// Names by language: `{"ru":["Шуша"]}`.
  mutating func names(_ key: String, _ names: [Name]) {
    var languages: [String] = []
    var texts: [String: [String]] = [:]
    for name in names {
      if texts[name.language] == nil { languages.append(name.language) }
      texts[name.language, default: []].append(name.text)
    }
    self.key(key)
    object { json in for language in languages { json.field(language, texts[language] ?? []) } }
  }

  /// What the model has no word for; a name that occurs more than once has a list of its values.
  mutating func extra(_ fields: [ExtraField]) {
    key("extra")
    object { json in
      let values = Dictionary(grouping: fields, by: \.name)
      var seen = Set<String>()
      for field in fields where seen.insert(field.name).inserted {
        let same = values[field.name] ?? [field]
        if same.count > 1 { json.field(field.name, same.map(\.value)) } else { json.field(field.name, field.value) }
      }
    }
  }
}
