import TimelineModel

extension NativeReader {
  mutating func readActor(_ node: Int) {
    guard let record = record(node, tables.actor) else { return }
    let (id, symbol) = define(record, .id, in: .actor)
    var actor = Actor(id: id, name: record[.name].flatMap { text($0, "name") } ?? id, extra: record.extra, location: location(node))
    if let node = record[.aliases] { actor.aliases = names(node, "aliases") }
    if let node = record[.kind], let kind = word(node, "kind of actor", code: "unknown-actor-kind", of: Actor.Kind.allCases) { actor.kind = kind }
    if let node = record[.side], let side = text(node, "side"), side != "none" { actor.side = side }
    var parent: (symbol: Int, place: TextPlace)?
    if let node = record[.parent], let above = reference(node, "parent", in: .actor) {
      actor.parent = above.id
      parent = (above.symbol, place(node))
    }
    // Only the first of several with one id has a number of its own.
    if ids.number(of: symbol, in: .actor) == actorNotes.count { actorNotes.append(DirectoryNote(index: timeline.actors.count, above: parent)) }
    timeline.actors.append(actor)
  }

  mutating func readPlace(_ node: Int) {
    guard let record = record(node, tables.place) else { return }
    let (id, symbol) = define(record, .id, in: .place)
    var spot = Place(id: id, name: record[.name].flatMap { text($0, "name") } ?? id, extra: record.extra, location: location(node))
    if let node = record[.names] { spot.names = names(node, "names") }
    if let node = record[.latitude] { spot.latitude = degrees(node, "latitude", -90...90) }
    if let node = record[.longitude] { spot.longitude = degrees(node, "longitude", -180...180) }
    if record[.latitude] == nil || record[.longitude] == nil {
      report(
        .warning, node, "place-without-coordinates", "The place \(id) has no coordinates", remedy: "Write its latitude and longitude, and how precise they are")
    }
    if let node = record[.precision] { spot.precision = word(node, "precision", code: "unknown-precision", of: Place.Precision.allCases) }
    var around: (symbol: Int, place: TextPlace)?
    if let node = record[.within], let above = reference(node, "within", in: .place) {
      spot.within = above.id
      around = (above.symbol, place(node))
    }
    if ids.number(of: symbol, in: .place) == placeNotes.count { placeNotes.append(DirectoryNote(index: timeline.places.count, above: around)) }
    timeline.places.append(spot)
  }

  mutating func readSource(_ node: Int) {
    guard let record = record(node, tables.source) else { return }
    let (id, _) = define(record, .id, in: .source)
    var source = Source(
      id: id, publisher: record[.publisher].flatMap { publisher($0) } ?? "", title: record[.title].flatMap { text($0, "title") } ?? "",
      extra: record.extra, location: location(node))
    if let node = record[.date] { source.date = closedDate(node, "date") }
    if let node = record[.url] { source.url = url(node, "url") }
    if let node = record[.accessed] { source.accessed = closedDate(node, "accessed") }
    if let node = record[.kind], let kind = text(node, "kind") {
      source.kind = kind
      if !SourceField.kinds.contains(kind) {
        reportUnknownWord(kind, node, "kind of source", code: "unknown-source-kind", known: SourceField.kinds)
      }
    }
    if let node = record[.ofParty] { source.party = reference(node, "of-party", in: .actor)?.id }
    if let node = record[.archived] { source.archived = url(node, "archived") }
    timeline.sources.append(source)
  }

  /// A publisher has many sources: its name is made once.
  private mutating func publisher(_ node: Int) -> String? {
    guard tree.kind(node) == .scalar, !tree.isEmptyText(node) else { return text(node, "publisher") }
    let symbol = symbol(node)
    publisherNotes.append(PublisherNote(symbol: symbol, place: place(node)))
    return symbols.text(symbol)
  }
}
