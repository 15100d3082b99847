import EDTF
import TimelineModel

/// The spreadsheet form of TimelineJS: one slide a row, under headings that its template gives.
enum TimelineJSTable {
  /// Whether a header is that of the template, in any order.
  static func fits(_ header: CSVHeader) -> Bool { header.has("Year", "Headline") || header.has("Start Date", "Headline") }

  static func read(_ input: InputFile, limits: ReadingLimits, into collector: inout SlideCollector) {
    // Read as a table for the checks that every table gets; a spreadsheet that people edit is small enough to be kept whole.
    var reader = TableHead.open(.memory(input.bytes), name: input.name, limits: limits, ledger: IDLedger()) { walk, filler in
      let header = CSVHeader(walk)
      header.report(to: &filler, walk)
      return TableHead.Start(SlideSchema(header), rowsBegin: walk.place)
    }
    while let part = reader.next() {
      for row in 0..<part.chunk.count { collector.add(SlideLayout.slide(of: part.decoder.event(at: row))) }
    }
    for problem in reader.problems { collector.add(problem) }
  }

  /// The columns of the template, and those that its first version had.
  static let columns = [
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text", "Media", "Media Credit",
    "Media Caption",
    "Media Thumbnail", "Alt Text", "Type", "Group", "Background", "Start Date", "End Date", "Tag",
  ]
}

/// Rows of the spreadsheet, kept as they are until they are slides.
struct SlideSchema: RowSchema {
  let layout: SlideLayout

  init(_ header: CSVHeader) { layout = SlideLayout(header: header) }

  var header: Timeline { Timeline(id: "", title: "") }

  func fill(_ filler: inout RowFiller, from walk: borrowing CSVWalk) { filler.append(RowFacts(date: nil, kind: 0)) }

  var idColumn: Int { -1 }
}

struct SlideLayout: RowLayout {
  let header: CSVHeader

  var columnCount: Int { header.names.count }

  /// All fields by their headings; ``slide(of:)`` makes a slide of them.
  func event(of record: TextRecord) -> Event {
    Event(id: "", date: nil, title: "", kind: EventKind(rawValue: ""), extra: record.extra(named: header.names), location: record.location)
  }

  static func slide(of row: Event) -> Slide {
    var slide = Slide(location: row.location ?? SourceLocation(file: ""))
    func field(_ names: String...) -> String {
      for name in names {
        if let value = row.extra.first(where: { $0.name.lowercased() == name && !$0.value.isEmpty })?.value { return ByteText.trimmed(value) }
      }
      return ""
    }
    switch field("type").lowercased() {
    case "title": slide.role = .title
    case "era": slide.role = .era
    default: slide.role = .event
    }
    slide.start = Slide.Moment(year: field("year"), month: field("month"), day: field("day"))
    slide.end = Slide.Moment(year: field("end year"), month: field("end month"), day: field("end day"))
    if slide.start.isEmpty { slide.start = moment(field("start date")) }
    if slide.end.isEmpty { slide.end = moment(field("end date")) }
    slide.headline = field("headline")
    slide.text = field("text")
    slide.group = field("group", "tag")
    slide.mediaURL = field("media")
    slide.mediaCredit = field("media credit")
    slide.mediaCaption = field("media caption")
    slide.extra = row.extra
    return slide
  }

  /// The parts of a date of the first version's sheets, month first as its American template has it.
  private static func moment(_ text: String) -> Slide.Moment {
    guard let date = DateText.read(text, order: .monthFirst)?.date else { return Slide.Moment(year: text) }
    let parts = date.text.split(separator: "-").map(String.init)
    return Slide.Moment(year: parts.first ?? "", month: parts.count > 1 ? parts[1] : "", day: parts.count > 2 ? parts[2] : "")
  }
}
