import TimelineModel

/// The JSON that annals itself writes (`list --format json` and `jsonl`), read back: a document with the timeline and its events, or an event a line.
enum EventJSONFormat {
  /// Whether a text begins as one of the two forms does.
  static func recognises(_ head: [UInt8]) -> Bool {
    let text = String(decoding: head.prefix(512).drop { $0 >= 0x80 || $0 <= 0x20 }, as: UTF8.self)
    return text.hasPrefix("{\"format\":\"annals\"") || text.hasPrefix("{\"id\":") && text.contains("\"date\":") && text.contains("\"earliest\":")
  }

  static func read(_ files: [InputFile], limits: ReadingLimits) -> ReadResult {
    var collector = EventJSONCollector(title: files.first?.name ?? "", limits: limits)
    for file in files { collector.read(file) }
    return collector.result
  }
}

/// Puts events together into a timeline, with the names of actors, places and sources that stand beside their ids.
struct EventJSONCollector {
  private var timeline: Timeline
  private var problems: [Problem] = []
  private var unlisted = 0
  private let limits: ReadingLimits
  private var ids: [Identifier: SourceLocation] = [:]
  private var known: (actors: Set<Identifier>, places: Set<Identifier>, sources: Set<Identifier>) = ([], [], [])

  init(title: String, limits: ReadingLimits) {
    timeline = Timeline(id: title, title: title)
    self.limits = limits
  }

  /// The timeline with all problems, and how many more there are.
  var result: ReadResult {
    guard unlisted > 0, let last = problems.last else { return ReadResult(timeline: timeline, problems: problems) }
    let rest = Problem(
      .error, at: last.location, code: "more-problems", "\(unlisted) further problems are not listed", remedy: "Mend the others and check again")
    return ReadResult(timeline: timeline, problems: problems + [rest])
  }

  private mutating func add(_ problem: Problem) {
    if problems.count < limits.problems { problems.append(problem) } else { unlisted += 1 }
  }

  mutating func read(_ input: InputFile) {
    let source = JSONSource(input)
    for problem in source.problems { add(problem) }
    if source.isDocument { readDocument(source) } else { readLines(source) }
  }

  private mutating func readDocument(_ source: JSONSource) {
    guard let root = source.parse(limits: limits, reportingTo: { add($0) }) else { return }
    if let version = root["version"]?.integer, version > JSONWriter.version {
      add(
        source.problem(
          .warning, at: root.offset, "newer-version", "The file is of version \(version), and this annals knows \(JSONWriter.version)",
          remedy: "What is new in it is left out"))
    }
    if let header = root["timeline"] {
      var reader = JSONFields(source, limits)
      let events = timeline.events
      timeline = reader.timeline(header)
      timeline.events = events
      for problem in reader.problems { add(problem) }
      known.actors.formUnion(timeline.actors.map(\.id))
      known.places.formUnion(timeline.places.map(\.id))
      known.sources.formUnion(timeline.sources.map(\.id))
    }
    guard case .list(let events)? = root["events"]?.value else {
      return add(source.problem(.error, at: root["events"]?.offset ?? root.offset, "no-events", "There is no list of events", remedy: "Nothing was read"))
    }
    for event in events { add(event, source) }
  }

  private mutating func readLines(_ source: JSONSource) {
    for line in source.lineRanges {
      guard let node = source.parse(line, limits: limits, reportingTo: { add($0) }) else { continue }
      add(node, source)
    }
  }

  private mutating func add(_ node: JSONNode, _ source: JSONSource) {
    guard case .object = node.value else {
      return add(source.problem(.error, at: node.offset, "expected-object", "An event is an object", remedy: "It was left out"))
    }
    var reader = JSONFields(source, limits)
    let event = reader.event(node)
    for problem in reader.problems { add(problem) }
    if let first = ids[event.id] {
      add(source.problem(.warning, at: node.offset, "duplicate-id", "\(event.id) is the id of another event too, on \(first)", remedy: "Both are kept"))
    } else {
      ids[event.id] = event.location
    }
    timeline.events.append(event)
    learn(reader)
  }

  /// Takes over whom and what the event names, unless the document has told more of them.
  private mutating func learn(_ reader: JSONFields) {
    for actor in reader.actors where known.actors.insert(actor.id).inserted { timeline.actors.append(actor) }
    for place in reader.places where known.places.insert(place.id).inserted { timeline.places.append(place) }
    for source in reader.sources where known.sources.insert(source.id).inserted { timeline.sources.append(source) }
  }
}
