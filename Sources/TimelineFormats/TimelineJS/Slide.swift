import EDTF
import TimelineModel

/// A slide of TimelineJS, as its JSON or its spreadsheet gives it.
struct Slide {
  /// Year, month, day as written; the parts of a time of day are kept in the extra fields alone.
  struct Moment: Equatable {
    var year = ""
    var month = ""
    var day = ""

    var isEmpty: Bool { year.isEmpty && month.isEmpty && day.isEmpty }
    var text: String { [year, month, day].filter { !$0.isEmpty }.joined(separator: "-") }

    /// The date, to the day, the month or the year, whichever is the last that is given; nil where the parts make none.
    ///
    ///     Moment(year: "1815", month: "12").edtf      // 1815-12
    ///     Moment(year: "-13800000000").edtf           // Y-13800000000
    var edtf: EDTFDate? {
      guard let number = year.wholeNumber else { return nil }
      let digits = String(number.magnitude)
      let sign = number < 0 ? "-" : ""
      if digits.utf8.count > 4 { return month.isEmpty && day.isEmpty ? try? EDTFDate("Y\(sign)\(digits)") : nil }
      var text = sign + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      for part in [month, day] where !part.isEmpty {
        guard let number = part.wholeNumber, number > 0, number < 100 else { return nil }
        text += number < 10 ? "-0\(number)" : "-\(number)"
      }
      // A day without a month is no date.
      return month.isEmpty && !day.isEmpty ? nil : try? EDTFDate(text)
    }
  }

  enum Role: Hashable { case event, title, era }

  var role = Role.event
  var start = Moment()
  var end = Moment()
  var headline = ""
  /// HTML.
  var text = ""
  var group = ""
  var id = ""
  var mediaURL = ""
  var mediaCaption = ""
  var mediaCredit = ""
  /// Everything as the file has it, by its own name.
  var extra: [ExtraField] = []
  var location: SourceLocation

  /// The date from start to end; nil where the start is none.
  var date: EDTFDate? {
    guard let first = start.edtf else { return nil }
    guard !end.isEmpty, end != start, let last = end.edtf else { return first }
    return (try? EDTFDate("\(first.text)/\(last.text)")) ?? first
  }
}

/// Puts slides together into a timeline.
struct SlideCollector {
  private(set) var timeline: Timeline
  private(set) var problems: [Problem] = []
  private let limits: ReadingLimits
  private var unlisted = 0
  private var ids: [Identifier: Int] = [:]
  private var sources: Set<Identifier> = []
  private var actors: Set<Identifier> = []

  init(title: String, limits: ReadingLimits) {
    timeline = Timeline(id: title, title: title)
    self.limits = limits
  }

  mutating func add(_ problem: Problem) {
    if problems.count < limits.problems { problems.append(problem) } else { unlisted += 1 }
  }

  mutating func add(_ slide: Slide) {
    switch slide.role {
    case .title: addTitle(slide)
    case .era: addEra(slide)
    case .event: addEvent(slide)
    }
  }

  private mutating func addTitle(_ slide: Slide) {
    timeline.title = HTMLText.plain(slide.headline)
    timeline.scope = HTMLText.plain(slide.text)
    timeline.extra += slide.extra
  }

  private mutating func addEra(_ slide: Slide) {
    guard let date = date(of: slide) else { return }
    let name = HTMLText.plain(slide.headline)
    timeline.eras.append(Era(id: "era-\(timeline.eras.count + 1)", name: name, date: date, status: nil, location: slide.location))
  }

  private mutating func addEvent(_ slide: Slide) {
    let id = slide.id.isEmpty ? "L\(slide.location.line)" : slide.id
    if let line = ids[id] {
      add(Problem(.warning, at: slide.location, code: "duplicate-id", "\(id) is the id of another slide too, on line \(line)", remedy: "Both are kept"))
    } else {
      ids[id] = slide.location.line
    }
    let title = HTMLText.plain(slide.headline)
    if title.isEmpty { add(Problem(.warning, at: slide.location, code: "missing-title", "This slide has no headline")) }
    let date = date(of: slide)
    timeline.events.append(
      Event(
        id: id, date: date, dateText: date == nil && !slide.start.isEmpty ? slide.start.text : nil, title: title, kind: EventKind(rawValue: ""),
        actors: actor(slide.group).map { [Participation($0)] } ?? [], summary: HTMLText.plain(slide.text), sources: source(of: slide).map { [$0] } ?? [],
        extra: slide.extra, location: slide.location))
  }

  /// The date of a slide; what is wrong with it is reported.
  private mutating func date(of slide: Slide) -> EDTFDate? {
    let date = slide.date
    if date == nil {
      add(
        Problem(
          .error, at: slide.location, code: slide.start.isEmpty ? "missing-date" : "bad-date",
          slide.start.isEmpty ? "This slide has no year" : "\(slide.start.text.debugDescription) is no date", remedy: "It stands among the undated"))
    } else if !slide.end.isEmpty, slide.end.edtf == nil || slide.end != slide.start && date == slide.start.edtf {
      add(
        Problem(
          .warning, at: slide.location, code: "bad-end-date", "\(slide.end.text.debugDescription) is no date at which this slide could end",
          remedy: "It was left out"))
    }
    return date
  }

  /// A group is a lane of TimelineJS, as an actor is one of ours.
  private mutating func actor(_ group: String) -> Identifier? {
    guard !group.isEmpty else { return nil }
    if actors.insert(group).inserted { timeline.actors.append(Actor(id: group, name: HTMLText.plain(group))) }
    return group
  }

  /// What the slide shows is where it can be read or seen.
  private mutating func source(of slide: Slide) -> Identifier? {
    let url = slide.mediaURL
    guard url.hasPrefix("http://") || url.hasPrefix("https://"), !url.contains(where: \.isWhitespace) else { return nil }
    if sources.insert(url).inserted {
      timeline.sources.append(
        Source(
          id: url, publisher: HTMLText.plain(slide.mediaCredit), title: HTMLText.plain(slide.mediaCaption), url: url, kind: "media", location: slide.location))
    }
    return url
  }

  /// All problems, and how many more there are.
  var result: ReadResult {
    guard unlisted > 0, let last = problems.last else { return ReadResult(timeline: timeline, problems: problems) }
    let rest = Problem(
      .error, at: last.location, code: "more-problems", "\(unlisted) further problems are not listed", remedy: "Mend the others and check again")
    return ReadResult(timeline: timeline, problems: problems + [rest])
  }
}
