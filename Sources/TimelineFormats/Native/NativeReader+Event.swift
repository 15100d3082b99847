import EDTF
import TimelineModel

extension NativeReader {
  mutating func readEvent(_ node: Int) {
    guard let record = record(node, tables.event) else { return }
    let (id, symbol) = define(record, .id, in: .event)
    let firstMention = ids.mentions.count
    var event = Event(id: id, date: nil, title: id, kind: EventKind(rawValue: ""), extra: record.extra, location: location(node))
    if let node = record[.date] {
      event.date = date(node, "date")
      if event.date == nil { event.dateText = tree.writtenText(node) }
      if let date = event.date { checkPeriod(date, node) }
    }
    if let node = record[.title] { event.title = title(node) ?? id }
    if let node = record[.kind] { event.kind = kind(node) }
    if let node = record[.weight] { event.weight = weight(node) }
    let firstPlace = eventPlaces.count
    if let node = record[.place] {
      let places = references(node, "place", in: .place)
      event.places = places.map(\.id)
      eventPlaces += places.map(\.symbol)
    }
    let firstActor = eventActors.count
    if let node = record[.actors] { event.actors = participants(node) }
    if let node = record[.summary] { event.summary = paragraph(node, "summary") ?? "" }
    if let node = record[.accounts] {
      eachItem(node, "accounts") { reader, item in
        if let account = reader.account(item, of: event.date) { event.accounts.append(account) }
      }
    }
    if let node = record[.casualties] { eachItem(node, "casualties") { event.casualties += $0.casualties($1) } }
    if let node = record[.disputes] {
      event.disputes = texts(node, "disputes")
      if event.accounts.count + event.casualties.count < 2, !event.disputes.isEmpty {
        report(
          .warning, node, "dispute-without-accounts", "A dispute is named, and there are not two accounts or figures that could differ",
          remedy: "Write down who says what, or leave disputes out")
      }
    }
    if let node = record[.sources] { event.sources = references(node, "sources", in: .source).map(\.id) }
    if let node = record[.links] {
      eachItem(node, "links") { reader, item in
        if let link = reader.link(item, from: symbol) { event.links.append(link) }
      }
    }
    checkSources(event, record)
    if let date = event.date {
      if let node = record[.title] { checkWeekdays(node, of: date, isAboutTheDay: true) }
      if let node = record[.summary] { checkWeekdays(node, of: date, isAboutTheDay: true) }
    }
    eventNotes.append(
      EventNote(
        place: place(record[.id] ?? node), title: record[.title], summary: record[.summary], actors: firstActor..<eventActors.count,
        places: firstPlace..<eventPlaces.count, mentions: firstMention..<ids.mentions.count))
    timeline.events.append(event)
  }

  // MARK: Values of an event

  private mutating func title(_ node: Int) -> String? {
    guard let title = text(node, "title") else { return nil }
    let length = title.unicodeScalars.count
    if length > EventField.longestTitle {
      report(.warning, node, "long-title", "The title has \(length) characters and at most \(EventField.longestTitle) are shown in a row", remedy: "Shorten it")
    }
    return title
  }

  private mutating func kind(_ node: Int) -> EventKind {
    guard let text = text(node, "kind") else { return EventKind(rawValue: "") }
    let kind = EventKind(rawValue: text)
    if !EventKind.known.contains(kind) {
      reportUnknownWord(text, node, "kind of event", code: "unknown-kind", known: EventKind.known.map(\.rawValue))
    }
    return kind
  }

  private mutating func weight(_ node: Int) -> Int? {
    guard let weight = wholeNumber(node, "weight") else { return nil }
    guard (1...3).contains(weight) else {
      report(.error, node, "bad-weight", "A weight of \(weight) means nothing", remedy: "Write 1 indispensable, 2 expected or 3 detail")
      return nil
    }
    return weight
  }

  /// `[armenia, azerbaijan]`, or `{armenia: belligerent, usa: host}` where the role matters.
  private mutating func participants(_ node: Int) -> [Participation] {
    guard tree.kind(node) == .mapping else {
      let actors = references(node, "actors", in: .actor)
      eventActors += actors.map(\.symbol)
      return actors.map { Participation($0.id) }
    }
    var result: [Participation] = []
    var key = node + 1
    while key < tree.next(node) {
      let value = key + 1
      if let actor = reference(key, "actors", in: .actor) {
        let role = tree.style(value) == .empty ? nil : text(value, "role")
        if tree.style(value) == .empty {
          report(.warning, key, "missing-role", "No role stands behind \(actor.id)", remedy: "Write [a, b] when roles do not matter, {a: host} when they do")
        }
        result.append(Participation(actor.id, role: role))
        eventActors.append(actor.symbol)
      }
      key = tree.next(value)
    }
    return result
  }

  private mutating func account(_ node: Int, of date: EDTFDate?) -> Account? {
    guard let record = record(node, tables.account) else { return nil }
    var account = Account(by: "", says: record[.says].flatMap { paragraph($0, "says") } ?? "", extra: record.extra, location: location(node))
    if let date, let node = record[.says] { checkWeekdays(node, of: date, isAboutTheDay: false) }
    if let node = record[.by], let speaker = reference(node, "by", in: .actor) {
      account.by = speaker.id
      accountNotes.append(AccountNote(event: eventNotes.count, speaker: speaker.symbol, place: place(node)))
    }
    if let node = record[.stated] { account.stated = closedDate(node, "stated") }
    if let node = record[.source] {
      account.source = reference(node, "source", in: .source)?.id
    } else {
      report(.warning, node, "account-without-source", "This account names no source", remedy: "Write where it was read: `source: …`")
    }
    return account
  }

  private mutating func link(_ node: Int, from event: Int) -> Link? {
    guard let record = record(node, tables.link) else { return nil }
    // The type that is written first stands; `source` is no type.
    var first: (field: LinkField, kind: Link.Kind, node: Int)?
    var second: (field: LinkField, node: Int)?
    for field in LinkField.types {
      guard let node = record[field], let kind = field.kind else { continue }
      guard let former = first else {
        first = (field, kind, node)
        continue
      }
      second = node < former.node ? (former.field, former.node) : (field, node)
      if node < former.node { first = (field, kind, node) }
    }
    guard let (_, kind, target) = first else {
      report(
        .error, node, "link-without-type", "This link does not say how it joins the two events",
        remedy: "Write one of \(Link.Kind.allCases.map(\.rawValue).joined(separator: ", ")), then the other event's id")
      return nil
    }
    if let second {
      report(
        .error, offset: tree.keyOffset(of: second.node), "link-with-two-types", "A link has one type",
        remedy: "Write a link of its own for \(second.field.field.name)")
    }
    guard let other = reference(target, "link", in: .event) else { return nil }
    if other.symbol == event { report(.error, target, "link-to-itself", "This event links to itself", remedy: "Name the other event") }
    let source = record[.source].flatMap { reference($0, "source", in: .source) }
    if kind.claimsCause, record[.source] == nil {
      report(
        .warning, node, "link-without-source", "“\(kind.rawValue)” claims a cause, and no source is named for it",
        remedy: "Add the source, or write follows for plain sequence")
    }
    return Link(kind, other.id, source: source?.id, location: location(node))
  }

  // MARK: What an event itself shows

  private mutating func checkPeriod(_ date: EDTFDate, _ node: Int) {
    guard let period, let day = date.earliest ?? date.latest else { return }
    let isEarly = period.earliest.map { (date.latest ?? day) < $0 } ?? false
    let isLate = period.latest.map { day > $0 } ?? false
    if isEarly || isLate {
      report(
        .error, node, "outside-period", "This event does not begin in the file's period, \(period.text)",
        remedy: "Move it to the file of its period, or mend one of the two dates")
    }
  }

  private mutating func checkSources(_ event: Event, _ record: Record<EventField>) {
    let hasSource =
      !event.sources.isEmpty || event.accounts.contains { $0.source != nil } || event.casualties.contains { $0.source != nil }
      || event.links.contains { $0.source != nil }
    guard hasSource else {
      report(
        .warning, record[.sources] ?? record.node, "event-without-source", "This event rests on no source", remedy: "Write where it was read: `sources: [id]`")
      return
    }
    if event.weight == 1, event.allSources.count < 2 {
      report(
        .warning, record[.weight] ?? record.node, "weight-1-needs-two-sources", "An event of weight 1 rests on one source only",
        remedy: "Add a second one of another kind or publisher")
    }
  }
}
