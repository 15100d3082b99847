import EDTF
import TimelineModel

extension NativeReader {
  /// Reads a file: a mapping with the keys of a timeline, or a bare list whose records are known by the file's name or their keys.
  mutating func readDocument() {
    guard let root = tree.root else {
      if tree.problems.isEmpty { report(.warning, offset: 0, "empty-file", "The file is empty", remedy: "Remove it, or write what belongs into it") }
      return
    }
    switch tree.kind(root) {
    case .mapping: readTimeline(root)
    case .sequence: readList(root)
    case .scalar:
      report(.error, root, "unknown-file", "A timeline's file is a mapping with keys such as id, title and events", remedy: "See `annals formats`")
    }
  }

  private mutating func readList(_ root: Int) {
    switch listKind(root) {
    case .actor: eachItem(root, "actors") { $0.readActor($1) }
    case .place: eachItem(root, "places") { $0.readPlace($1) }
    case .source: eachItem(root, "sources") { $0.readSource($1) }
    case .event: eachItem(root, "events") { $0.readEvent($1) }
    case nil:
      report(
        .error, root, "unknown-file", "It cannot be told what this list holds",
        remedy: "Call the file actors.yaml, places.yaml or sources.yaml, or put the list under the key events")
    }
  }

  /// What a bare list holds: by the file's name first, else by a key that only one kind of record has.
  private func listKind(_ root: Int) -> IDBook.Space? {
    var name = Substring(file)
    if let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) { name = name[name.utf8.index(after: slash)...] }
    if let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) { name = name[..<dot] }
    switch name {
    case "actors": return .actor
    case "places": return .place
    case "sources": return .source
    case "events": return .event
    default: break
    }
    let first = root + 1
    guard first < tree.next(root), tree.kind(first) == .mapping else { return nil }
    var keys = Set<String>()
    var key = first + 1
    while key < tree.next(first) {
      keys.insert(tree.text(key))
      key = tree.next(key + 1)
    }
    if keys.contains("publisher") { return .source }
    if keys.contains("latitude") || keys.contains("names") { return .place }
    if keys.contains("date") { return .event }
    return keys.contains("name") ? .actor : nil
  }

  private mutating func readTimeline(_ root: Int) {
    guard let record = record(root, tables.timeline) else { return }
    readHeader(record)
    if let node = record[.rules] { timeline.rules += texts(node, "rules") }
    if let node = record[.partyWords] { timeline.partyWords += names(node, "party-words") }
    timeline.extra += record.extra
    if let node = record[.eras] { eachItem(node, "eras") { $0.readEra($1) } }
    if let node = record[.actors] { eachItem(node, "actors") { $0.readActor($1) } }
    if let node = record[.places] { eachItem(node, "places") { $0.readPlace($1) } }
    if let node = record[.sources] { eachItem(node, "sources") { $0.readSource($1) } }
    if let node = record[.period] { readPeriod(node) }
    if let node = record[.events] { readEvents(node) }
  }

  /// The timeline's own data. A folder has them once.
  private mutating func readHeader(_ record: Record<TimelineField>) {
    for field in [TimelineField.id, .title, .span, .scope, .licence] {
      guard let node = record[field] else { continue }
      if let headerPlace, headerPlace.file != place(node).file {
        report(
          .error, offset: tree.keyOffset(of: node), "two-headers", "\(location(headerPlace).file) says already what this timeline is",
          remedy: "Keep id, title, span, scope and licence in one file")
        return
      }
    }
    if let node = record[.id], let id = text(node, "id") {
      headerPlace = place(node)
      timeline.id = id
      if !Self.isIdentifier(id.utf8) {
        report(.error, node, "bad-id", "\(quoted(id)) is not an id", remedy: "Write lower-case words of a–z and 0–9 joined by hyphens")
      }
    }
    if let node = record[.title], let title = text(node, "title") {
      headerPlace = headerPlace ?? place(node)
      timeline.title = title
    }
    if let node = record[.span] { timeline.span = date(node, "span") }
    if let node = record[.scope] { timeline.scope = paragraph(node, "scope") ?? "" }
    if let node = record[.licence] { timeline.licence = text(node, "licence") }
  }

  private mutating func readPeriod(_ node: Int) {
    guard let date = date(node, "period") else { return }
    period = Period(text: date.text, earliest: date.earliest, latest: date.latest)
    files[files.count - 1].period = place(node)
  }

  private mutating func readEvents(_ node: Int) {
    if tree.kind(node) == .scalar, tree.isEmptyText(node) || tree.text(node) == "[]" { return }
    eachItem(node, "events") { $0.readEvent($1) }
  }

  private mutating func readEra(_ node: Int) {
    guard let record = record(node, tables.era) else { return }
    let id = record[.id].flatMap { text($0, "id") } ?? ""
    if let node = record[.id], !eraIDs.insert(id).inserted {
      report(.error, node, "duplicate-id", "The era \(id) is defined already", remedy: "Give one of the two another id")
    }
    guard let dateNode = record[.date], let date = date(dateNode, "date") else { return }
    eraNotes.append(EraNote(date: place(dateNode), name: record[.name], status: record[.status]))
    timeline.eras.append(
      Era(
        id: id, name: record[.name].flatMap { text($0, "name") } ?? id, date: date, status: record[.status].flatMap { paragraph($0, "status") },
        location: location(node)))
  }
}
