import EDTF
import TimelineModel

/// The JSON form of TimelineJS: `{title, events: [slide], eras: [slide], scale}`.
enum TimelineJSDocument {
  /// Whether a text's beginning looks like the form: an object in which events have headlines or start dates, as none of ours do.
  static func fits(_ head: [UInt8]) -> Bool {
    let text = String(decoding: head, as: UTF8.self)
    return text.contains("\"events\"") && (text.contains("\"start_date\"") || text.contains("\"headline\"")) && !text.contains("\"format\":\"annals\"")
  }

  static func read(_ input: InputFile, limits: ReadingLimits, into collector: inout SlideCollector) {
    let source = JSONSource(input)
    for problem in source.problems { collector.add(problem) }
    guard let root = source.parse(limits: limits, reportingTo: { collector.add($0) }) else { return }
    guard case .object = root.value else {
      return collector.add(source.problem(.error, at: root.offset, "expected-object", "A timeline is an object with a list of events"))
    }
    for member in root.members where !["title", "events", "eras", "scale"].contains(member.key) {
      collector.add(
        source.problem(.warning, at: member.offset, "unknown-key", "TimelineJS has no \(member.key.debugDescription) here", remedy: "It was left out"))
    }
    if let title = root["title"], !title.isNull { add(title, .title, source, &collector) }
    for era in root["eras"]?.items ?? [] { add(era, .era, source, &collector) }
    guard case .list(let events)? = root["events"]?.value else {
      return collector.add(
        source.problem(.error, at: root["events"]?.offset ?? root.offset, "no-events", "There is no list of events", remedy: "Nothing was read"))
    }
    for event in events { add(event, .event, source, &collector) }
  }

  private static func add(_ node: JSONNode, _ role: Slide.Role, _ source: JSONSource, _ collector: inout SlideCollector) {
    guard case .object = node.value else {
      return collector.add(
        source.problem(.error, at: node.offset, "expected-object", "A slide is an object with a start date and a text", remedy: "It was left out"))
    }
    collector.add(slide(node, role, source.location(of: node.offset)))
  }

  static func slide(_ node: JSONNode, _ role: Slide.Role, _ location: SourceLocation) -> Slide {
    var slide = Slide(role: role, location: location)
    func moment(_ date: JSONNode?) -> Slide.Moment {
      Slide.Moment(year: date?["year"]?.text ?? "", month: date?["month"]?.text ?? "", day: date?["day"]?.text ?? "")
    }
    slide.start = moment(node["start_date"])
    slide.end = moment(node["end_date"])
    slide.headline = node["text"]?["headline"]?.text ?? ""
    slide.text = node["text"]?["text"]?.text ?? ""
    slide.group = node["group"]?.text ?? ""
    slide.id = node["unique_id"]?.text ?? ""
    slide.mediaURL = node["media"]?["url"]?.text ?? ""
    slide.mediaCaption = node["media"]?["caption"]?.text ?? ""
    slide.mediaCredit = node["media"]?["credit"]?.text ?? ""
    slide.extra = fields(of: node)
    return slide
  }

  /// Every value by the path to it: `media.url`, `start_date.year`.
  private static func fields(of node: JSONNode) -> [ExtraField] {
    node.members.flatMap { member -> [ExtraField] in
      guard case .object(let inner) = member.value.value else { return [ExtraField(name: member.key, value: member.value.plainText)] }
      return inner.map { ExtraField(name: "\(member.key).\($0.key)", value: $0.value.plainText) }
    }
  }
}
