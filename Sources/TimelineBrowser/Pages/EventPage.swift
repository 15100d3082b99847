import EDTF
import Notebook
import Terminal
import TimelineModel
import TimelineStore

/// One event, whole: what, when and where, the summary, who says what side by side, figures by source, what led to it and what came of it, sources.
///
/// The same page stands in the detail pane and in the view of its own.
struct EventPage {
  /// The width of the column at the left in which headings stand.
  static let headingColumns = 8

  let event: Event
  let store: EventStore
  let row: Row
  var builder: PageBuilder
  let allSources: [Identifier]
  /// What the reader wrote in the margin.
  let margin: Marginalia

  /// Lays the event at a row out for a width in columns.
  ///
  /// - Parameter lines: how many lines are wanted; sections that begin after them may be left out. All of them when nil.
  static func page(of row: Row, in store: EventStore, margin: Marginalia = Marginalia(), width: Int, ascii: Bool, lines: Int? = nil) -> Page {
    var layout = EventPage(row: row, store: store, margin: margin, width: width, ascii: ascii)
    layout.build(lines ?? .max)
    return layout.builder.page
  }

  private init(row: Row, store: EventStore, margin: Marginalia, width: Int, ascii: Bool) {
    self.row = row
    self.margin = margin
    self.store = store
    event = store.event(at: row)
    builder = PageBuilder(width: width, ascii: ascii)
    allSources = event.allSources
  }

  private mutating func build(_ lines: Int) {
    head()
    summary()
    ownNote()
    let sections: [(inout EventPage) -> Void] = [
      { $0.accounts() }, { $0.figures() }, { $0.links() }, { $0.people() }, { $0.sources() }, { $0.extra() },
    ]
    for section in sections where builder.page.lines.count < lines { section(&self) }
  }

  // MARK: - Head and summary

  private mutating func head() {
    builder.paragraph(event.title, Style(.title, .bold))
    let glyph = EventGlyph(event.kind)
    let date = event.date?.wordsWithWeekday ?? event.dateText.map { "undated (\($0))" } ?? "undated"
    let separator = builder.run(" \(builder.ascii ? "-" : "·") ", Style(.dim))
    var runs = words(date, Style(.date)) + [separator]
    let kindItem = builder.item(.kind(event.kind.rawValue))
    runs.append(.init(text: builder.cell("\(glyph.text(ascii: builder.ascii)) \(event.kind.rawValue)"), style: Style(glyph.role), item: kindItem))
    for (index, place) in event.places.enumerated() {
      runs.append(index == 0 ? separator : builder.run(", ", Style(.dim)))
      let item = builder.item(.place(place))
      runs += linked(store.directory.name(ofPlace: place), to: item)
    }
    builder.flow(runs, indent: 0)
    if !event.disputes.isEmpty {
      builder.flow(
        [builder.run("? ", Style(.dispute, .bold))] + words("Accounts disagree on \(listed(event.disputes, by: ", "))", Style(.dispute)), indent: 0,
        hanging: 2)
    }
  }

  /// The number in brackets that stands for a source: its place among all that the event rests on, from 1.
  func number(ofSource id: Identifier) -> Int? { allSources.firstIndex(of: id).map { $0 + 1 } }

  /// Words one after another. `joined` comes to the same; the first call of it takes a noticeable part of the first screen's time.
  private func listed(_ words: [String], by separator: String) -> String {
    var text = ""
    for word in words { text += text.isEmpty ? word : separator + word }
    return text
  }

  /// A text to flow; runs of white space in it count as one blank.
  func words(_ text: String, _ style: Style) -> [PageLine.Run] {
    let isPlain = !text.utf8.contains(0x0A) && !text.utf8.contains(0x09)
    return [builder.run(isPlain ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " "), style)]
  }

  /// The words of something that can be followed.
  func linked(_ text: String, to item: Int) -> [PageLine.Run] { [PageLine.Run(text: builder.cell(text), style: Style(.link), item: item)] }

  /// The heading of a part, in the column at the left; in the look of a heading are its letters only.
  func heading(_ text: String) -> [PageLine.Run] {
    let blanks = builder.run(String(repeating: " ", count: max(0, Self.headingColumns - text.utf8.count)))
    return text.isEmpty ? [blanks] : [builder.run(text, Style(.accountHeader)), blanks]
  }

  private mutating func summary() {
    guard !event.summary.isEmpty else { return }
    builder.blank()
    let mark = listed(event.sources.compactMap { number(ofSource: $0) }.map(String.init), by: ",")
    builder.flow(words(event.summary, .normal) + (mark.isEmpty ? [] : [builder.run(" "), builder.run("[\(mark)]", Style(.source))]), indent: 0)
  }

  // MARK: - Actors, sources and the rest

  private mutating func people() {
    guard !event.actors.isEmpty else { return }
    builder.blank()
    var runs = heading("ACTORS")
    for (index, participation) in event.actors.enumerated() {
      if index > 0 { runs.append(builder.run(", ", Style(.dim))) }
      let item = builder.item(.actor(participation.actor))
      runs += linked(store.directory.name(ofActor: participation.actor), to: item)
      if let role = participation.role { runs.append(builder.run(" (\(role))", Style(.dim))) }
    }
    builder.flow(runs, indent: 0, hanging: Self.headingColumns)
  }

  private mutating func sources() {
    let all = allSources
    guard !all.isEmpty else { return }
    builder.blank()
    for (index, id) in all.enumerated() {
      var runs = heading(index == 0 ? "SOURCES" : "")
      runs.append(builder.run("[\(index + 1)] ", Style(.source)))
      let item = builder.item(.source(id))
      if let source = store.directory.source(id) {
        runs += linked(source.publisher, to: item)
        if let date = source.date { runs += [builder.run(", ", Style(.dim))] + words(date.words, Style(.dim)) }
        runs += [builder.run(", ", Style(.dim))] + words(source.title, .normal)
        if let party = source.party { runs += [builder.run(" ")] + words("(\(store.directory.name(ofActor: party)))", Style(.dim)) }
      } else {
        runs.append(.init(text: builder.cell(id), style: Style(.warning), item: item))
      }
      builder.flow(runs, indent: 0, hanging: 12)
    }
  }

  private mutating func extra() {
    var fields = event.extra.filter { !$0.value.isEmpty }
    if let weight = event.weight { fields.append(ExtraField(name: "weight", value: String(weight))) }
    fields.append(ExtraField(name: "id", value: event.id))
    if let location = event.location { fields.append(ExtraField(name: "file", value: location.description)) }
    builder.blank()
    for field in fields {
      builder.flow([builder.run(field.name, Style(.dim)), builder.run(" ")] + words(field.value, Style(.dim)), indent: 0, hanging: 4)
    }
  }
}
