import EDTF
import Terminal
import TimelineModel
import TimelineStore

/// Who says what, side by side, every speaker as wide as the one beside it.
extension EventPage {
  /// The narrowest column in which an account is still read with ease.
  private static let narrowestAccount = 26

  mutating func accounts() {
    guard !event.accounts.isEmpty else { return }
    builder.blank()
    let speakers = event.accounts.reduce(into: [Identifier]()) { if !$0.contains($1.by) { $0.append($1.by) } }
    let separator = builder.ascii ? " | " : " │ "
    for (index, group) in Self.rows(of: speakers, most: (builder.width + 3) / (Self.narrowestAccount + 3)).enumerated() {
      if index > 0 { builder.blank() }
      let room = max(1, (builder.width - (group.count - 1) * 3) / group.count)
      builder.columns(columns(of: group, width: room), width: room, separator: separator)
    }
  }

  /// Speakers in rows of much the same length, none longer than `most`; one that is left over has a row, and its whole width, to itself.
  static func rows(of speakers: [Identifier], most: Int) -> [[Identifier]] {
    let count = (speakers.count + max(1, most) - 1) / max(1, most)
    var rows: [[Identifier]] = []
    var rest = speakers[...]
    for index in 0..<count {
      let length = (rest.count + count - index - 1) / (count - index)
      rows.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return rows
  }

  /// The columns of a row of speakers: headings of the same height, so that all begin to speak on the same line.
  private func columns(of speakers: [Identifier], width: Int) -> [[PageLine]] {
    let names = speakers.map { builder.cell(store.directory.name(ofActor: $0).uppercased()) }
    let says = builder.cell(" SAYS")
    let suffix = names.allSatisfy { $0.width + says.width <= width } ? says : CellText(ascii: builder.ascii)
    let headings = names.map { ($0 + suffix).wrapped(to: width) }
    let height = headings.map(\.count).max() ?? 0
    return zip(speakers, headings).map { speaker, heading in
      var inner = PageBuilder(width: width, ascii: builder.ascii)
      for line in heading { inner.line([PageLine.Run(text: line, style: Style(.accountHeader, .bold), item: nil)]) }
      for _ in heading.count..<height { inner.line([]) }
      statements(of: speaker, in: &inner)
      return inner.page.lines
    }
  }

  private func statements(of speaker: Identifier, in column: inout PageBuilder) {
    for account in event.accounts where account.by == speaker {
      var runs = words(account.says, .normal)
      if let stated = account.stated, stated != event.date { runs += [column.run(" ")] + words("(said \(stated.words))", Style(.dim)) }
      if let number = account.source.flatMap(number(ofSource:)) { runs += [column.run(" "), column.run("[\(number)]", Style(.source))] }
      column.flow(runs, indent: 0)
    }
  }
}
