import EDTF
import Terminal
import TimelineModel
import TimelineStore

/// Who says what of one event, as a table: the facts are the rows, the speakers the columns.
///
/// Where everybody says the same the cell stands once, over all columns; where they differ, the cells stand out.
struct AccountsPage {
  private var builder: PageBuilder
  private let store: EventStore
  private let event: Event
  private let speakers: [Identifier]
  private let columnWidth: Int
  private let labelWidth: Int

  private static let narrowest = 22

  /// - Parameter firstColumn: the first speaker shown, where there are more than fit side by side.
  static func page(of row: Row, in store: EventStore, width: Int, firstColumn: Int, ascii: Bool, keymap: Keymap) -> Page {
    var layout = AccountsPage(row: row, store: store, width: width, firstColumn: firstColumn, ascii: ascii)
    layout.build(keymap)
    return layout.builder.page
  }

  /// The last speaker's column from which on all others still stand side by side; 0 when all do.
  static func lastFirstColumn(of row: Row, in store: EventStore, width: Int) -> Int {
    let layout = AccountsPage(row: row, store: store, width: width, firstColumn: 0, ascii: true)
    return layout.hiddenBefore + layout.hiddenAfter
  }

  private init(row: Row, store: EventStore, width: Int, firstColumn: Int, ascii: Bool) {
    self.store = store
    event = store.event(at: row)
    builder = PageBuilder(width: width, ascii: ascii)
    let voices = event.accounts.map(\.by) + event.casualties.compactMap(\.by)
    let all = voices.reduce(into: [Identifier]()) { if !$0.contains($1) { $0.append($1) } }
    labelWidth = width >= 90 ? 22 : width >= 60 ? 17 : width >= 40 ? 11 : 0
    let fitting = max(1, (width - labelWidth + 3) / (Self.narrowest + 3))
    let first = max(0, min(firstColumn, all.count - fitting))
    speakers = Array(all.dropFirst(first).prefix(fitting))
    columnWidth = max(1, (width - labelWidth - max(0, speakers.count - 1) * 3) / max(1, speakers.count))
    hiddenBefore = first
    hiddenAfter = max(0, all.count - first - speakers.count)
  }

  private let hiddenBefore: Int
  private let hiddenAfter: Int

  private mutating func build(_ keymap: Keymap) {
    builder.paragraph(event.title, Style(.title, .bold))
    if let date = event.date { builder.paragraph(date.wordsWithWeekday, Style(.date)) }
    builder.blank()
    guard !speakers.isEmpty else { return builder.paragraph("Nobody's account of this event is recorded.", .dim) }
    if hiddenBefore + hiddenAfter > 0 {
      let keys = [Command.previousSpeaker, .nextSpeaker].compactMap { keymap.label(for: $0, in: .accounts) }.joined(separator: " and ")
      let last = hiddenBefore + speakers.count
      let which = speakers.count == 1 ? "Speaker \(last)" : "Speakers \(hiddenBefore + 1) to \(last)"
      builder.paragraph("\(which) of \(last + hiddenAfter); \(keys) show the others", .dim)
    }
    row("", speakers.map { [store.directory.name(ofActor: $0)] }, Style(.accountHeader, .bold))
    line()
    row("says", cells { account in account.says })
    row("stated", cells { account in account.stated?.words })
    for measure in CasualtyEstimate.Measure.allCases { figures(measure) }
    row("source", cells { account in account.source.map(describe) })
    if !event.disputes.isEmpty {
      builder.blank()
      builder.paragraph("Disputed: " + event.disputes.joined(separator: ", "), Style(.dispute))
    }
  }

  private func describe(_ id: Identifier) -> String {
    guard let source = store.directory.source(id) else { return id }
    return [source.publisher, source.date?.words].compactMap { $0 }.joined(separator: ", ")
  }

  /// What each speaker says on a point; a speaker with several accounts has several lines.
  private func cells(_ value: (Account) -> String?) -> [[String]] {
    speakers.map { speaker in event.accounts.filter { $0.by == speaker }.compactMap(value) }
  }

  private mutating func figures(_ measure: CasualtyEstimate.Measure) {
    let estimates = event.casualties.filter { $0.measure == measure && $0.by != nil }
    let groups = estimates.reduce(into: [Identifier]()) { if !$0.contains($1.of) { $0.append($1.of) } }
    for group in groups {
      let name = group == CasualtyEstimate.wholeEvent ? "in all" : store.directory.name(ofActor: group)
      let values = speakers.map { speaker in
        estimates.filter { $0.by == speaker && $0.of == group }.map { estimate in
          let notes = [estimate.asOf.map { "as of \($0.words)" }, estimate.scope == .wider ? "covers more than this event" : nil].compactMap(\.self)
          return notes.isEmpty ? estimate.figure.description : "\(estimate.figure) (\(notes.joined(separator: "; ")))"
        }
      }
      guard values.contains(where: { !$0.isEmpty }) else { continue }
      let said = Set(estimates.filter { $0.of == group && $0.scope == .event }.map(\.figure))
      row("\(measure.rawValue): \(name)", values, said.count > 1 ? Style(.difference) : Style(.killed), merges: true)
    }
  }

  private mutating func line() {
    builder.line([builder.run(String(repeating: builder.ascii ? "-" : "─", count: builder.width), Style(.rule))])
  }

  private mutating func row(_ label: String, _ values: [[String]], _ style: Style = .normal, merges: Bool = false) {
    guard values.contains(where: { !$0.isEmpty }) else { return }
    let everyone = values.count > 1 && merges && Set(values).count == 1
    let shown = everyone ? [values[0].map { "\($0) (all agree)" }] : values
    let width = everyone ? builder.width - labelWidth : columnWidth
    if labelWidth == 0, !label.isEmpty { builder.paragraph(label, Style(.accountHeader)) }
    let columns = shown.map { cell -> [PageLine] in
      var inner = PageBuilder(width: width, ascii: builder.ascii)
      if cell.isEmpty { inner.paragraph(label.isEmpty ? "" : builder.ascii ? "-" : "–", Style(.dim)) }
      for text in cell { inner.paragraph(text, style) }
      return inner.page.lines
    }
    let separator = builder.ascii ? " | " : " │ "
    guard labelWidth > 0 else { return builder.columns(columns, width: width, separator: separator) }
    var labels = PageBuilder(width: labelWidth - 1, ascii: builder.ascii)
    labels.paragraph(label, Style(.accountHeader))
    builder.labelled(labels.page.lines, labelWidth: labelWidth, columns, width: width, separator: separator)
  }
}
