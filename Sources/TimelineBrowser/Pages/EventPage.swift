package import Terminal
package import TimelineModel
package import TimelineStore
import EDTF

extension LinkedEvent {
  /// Whether the linked event came before this one by what the link says: true for what led here, false for what followed, nil for neither.
  var cameFirst: Bool? {
    switch kind.direction {
    case .fromTarget: !isIncoming
    case .toTarget: isIncoming
    case .neither: nil
    }
  }
}

/// One event, whole: what, when and where, the summary, who says what side by side, figures by source, what led to it and what came of it, sources.
///
/// The same page stands in the detail pane and in the view of its own.
struct EventPage {
  private let event: Event
  private let store: EventStore
  private let row: Row
  private var builder: PageBuilder
  private let numbers: [Identifier: Int]

  /// Lays the event at a row out for a width in columns.
  static func page(of row: Row, in store: EventStore, width: Int, ascii: Bool) -> Page {
    var layout = EventPage(row: row, store: store, width: width, ascii: ascii)
    layout.build()
    return layout.builder.page
  }

  private init(row: Row, store: EventStore, width: Int, ascii: Bool) {
    self.row = row
    self.store = store
    event = store.event(at: row)
    builder = PageBuilder(width: width, ascii: ascii)
    numbers = Dictionary(event.allSources.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func build() {
    head()
    summary()
    accounts()
    figures()
    links()
    people()
    sources()
    extra()
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
      runs.append(.init(text: builder.cell(store.directory.name(ofPlace: place)), style: Style(.link), item: item))
    }
    builder.flow(runs, indent: 0)
    if !event.disputes.isEmpty {
      builder.flow(
        [builder.run("? ", Style(.dispute, .bold))] + words("Accounts disagree on \(event.disputes.joined(separator: ", "))", Style(.dispute)), indent: 0, hanging: 2)
    }
  }

  /// A text as runs of single words, so that it flows.
  private func words(_ text: String, _ style: Style) -> [PageLine.Run] {
    var runs: [PageLine.Run] = []
    for (index, word) in text.split(separator: " ").enumerated() {
      if index > 0 { runs.append(builder.run(" ", style)) }
      runs.append(builder.run(word, style))
    }
    return runs
  }

  private mutating func summary() {
    guard !event.summary.isEmpty else { return }
    builder.blank()
    let mark = event.sources.compactMap { numbers[$0] }.map(String.init).joined(separator: ",")
    builder.flow(words(event.summary, .normal) + (mark.isEmpty ? [] : [builder.run(" "), builder.run("[\(mark)]", Style(.source))]), indent: 0)
  }

  // MARK: - Accounts

  /// The narrowest column in which an account is still read with ease.
  private static let narrowestAccount = 26

  private mutating func accounts() {
    guard !event.accounts.isEmpty else { return }
    builder.blank()
    let speakers = event.accounts.reduce(into: [Identifier]()) { if !$0.contains($1.by) { $0.append($1.by) } }
    let separator = builder.ascii ? " | " : " │ "
    let across = max(1, min(speakers.count, (builder.width + 3) / (Self.narrowestAccount + 3)))
    let room = (builder.width - (across - 1) * 3) / across
    var columns = speakers.map { column(of: $0, width: across == 1 ? builder.width : room) }
    while !columns.isEmpty {
      let group = Array(columns.prefix(across))
      columns.removeFirst(group.count)
      builder.columns(group, width: room, separator: separator)
      if !columns.isEmpty { builder.blank() }
    }
  }

  private func column(of speaker: Identifier, width: Int) -> [PageLine] {
    var inner = PageBuilder(width: width, ascii: builder.ascii)
    inner.paragraph("\(store.directory.name(ofActor: speaker)) says".uppercased(), Style(.accountHeader, .bold))
    for account in event.accounts where account.by == speaker {
      var runs = words(account.says, .normal)
      if let stated = account.stated, stated != event.date {
        runs += [inner.run(" ")] + words("(said \(stated.words))", Style(.dim))
      }
      if let number = account.source.flatMap({ numbers[$0] }) { runs += [inner.run(" "), inner.run("[\(number)]", Style(.source))] }
      inner.flow(runs, indent: 0)
    }
    return inner.page.lines
  }

  // MARK: - Figures

  private mutating func figures() {
    guard !event.casualties.isEmpty else { return }
    builder.blank()
    for measure in CasualtyEstimate.Measure.allCases {
      let estimates = event.casualties.filter { $0.measure == measure }
      guard !estimates.isEmpty else { continue }
      let groups = estimates.reduce(into: [Identifier]()) { if !$0.contains($1.of) { $0.append($1.of) } }
      for group in groups {
        for (index, estimate) in estimates.filter({ $0.of == group }).enumerated() {
          figure(estimate, label: index == 0 ? measure.rawValue.uppercased() : "", group: index == 0 ? name(ofGroup: group) : "")
        }
      }
      if let toll = Toll(measure, of: event, in: store.directory), estimates.count > 1 {
        builder.flow(
          [builder.run("          ")] + words("in all \(toll.figure)", Style(.dim)), indent: 0, hanging: 10)
      }
    }
  }

  private func name(ofGroup group: Identifier) -> String {
    group == CasualtyEstimate.wholeEvent ? "In all" : store.directory.name(ofActor: group)
  }

  private mutating func figure(_ estimate: CasualtyEstimate, label: String, group: String) {
    let head = builder.cell(label).width
    var runs = [builder.run(label + String(repeating: " ", count: max(1, 10 - head)), Style(.killed, .bold))]
    let wide = builder.width >= 50
    let groupWidth = wide ? 20 : 12
    let groupText = builder.cell(group).truncated(to: groupWidth)
    runs.append(.init(text: groupText, style: .normal, item: nil))
    runs.append(builder.run(String(repeating: " ", count: max(1, groupWidth + 1 - groupText.width))))
    let figure = estimate.figure.description
    runs.append(builder.run(figure + String(repeating: " ", count: max(2, 7 - builder.cell(figure).width)), Style(.killed)))
    var says = estimate.by.map { store.directory.name(ofActor: $0) } ?? ""
    if let asOf = estimate.asOf, asOf != event.date { says += says.isEmpty ? "as of \(asOf.words)" : ", as of \(asOf.words)" }
    runs += words(says, Style(.dim))
    if let number = estimate.source.flatMap({ numbers[$0] }) { runs += [builder.run(" "), builder.run("[\(number)]", Style(.source))] }
    if let note = estimate.note { runs += [builder.run(" ")] + words("(\(note))", Style(.dim)) }
    builder.flow(runs, indent: 0, hanging: wide ? 31 : 10)
  }

  // MARK: - Links

  private mutating func links() {
    let linked = store.links(of: row)
    guard !linked.isEmpty else { return }
    builder.blank()
    let groups: [(String, (LinkedEvent) -> Bool)] = [
      ("BEFORE", { $0.cameFirst == true }), ("AFTER", { $0.cameFirst == false }), ("ALSO", { $0.cameFirst == nil }),
    ]
    for (label, belongs) in groups {
      for (index, link) in linked.filter(belongs).enumerated() {
        self.link(link, label: index == 0 ? label : "")
      }
    }
  }

  private mutating func link(_ link: LinkedEvent, label: String) {
    var runs = [builder.run(label + String(repeating: " ", count: 8 - label.count), Style(.accountHeader))]
    if let target = link.row {
      let summary = store.summary(at: target)
      let glyph = EventGlyph(summary.kind)
      let item = builder.item(.event(target))
      runs.append(.init(text: builder.cell(glyph.text(ascii: builder.ascii) + " "), style: Style(glyph.role), item: nil))
      for (index, word) in summary.title.split(separator: " ").enumerated() {
        if index > 0 { runs.append(.init(text: builder.cell(" "), style: Style(.link), item: item)) }
        runs.append(.init(text: builder.cell(word), style: Style(.link), item: item))
      }
      if let date = summary.date { runs += [builder.run(", ", Style(.dim))] + words(date.words, Style(.dim)) }
    } else {
      runs.append(builder.run(link.id, Style(.warning)))
    }
    runs += [builder.run(" ")] + words("(\(link.words))", Style(.dim))
    if let number = link.source.flatMap({ numbers[$0] }) { runs += [builder.run(" "), builder.run("[\(number)]", Style(.source))] }
    builder.flow(runs, indent: 0, hanging: 10)
  }

  // MARK: - Actors, sources and the rest

  private mutating func people() {
    guard !event.actors.isEmpty else { return }
    builder.blank()
    var runs = [builder.run("ACTORS  ", Style(.accountHeader))]
    for (index, participation) in event.actors.enumerated() {
      if index > 0 { runs.append(builder.run(", ", Style(.dim))) }
      let item = builder.item(.actor(participation.actor))
      runs.append(.init(text: builder.cell(store.directory.name(ofActor: participation.actor)), style: Style(.link), item: item))
      if let role = participation.role { runs.append(builder.run(" (\(role))", Style(.dim))) }
    }
    builder.flow(runs, indent: 0, hanging: 8)
  }

  private mutating func sources() {
    let all = event.allSources
    guard !all.isEmpty else { return }
    builder.blank()
    for (index, id) in all.enumerated() {
      var runs = [builder.run(index == 0 ? "SOURCES " : "        ", Style(.accountHeader))]
      runs.append(builder.run("[\(index + 1)] ", Style(.source)))
      let item = builder.item(.source(id))
      if let source = store.directory.source(id) {
        runs.append(.init(text: builder.cell(source.publisher), style: Style(.link), item: item))
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
