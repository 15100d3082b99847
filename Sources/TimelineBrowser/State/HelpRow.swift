import Terminal
import TimelineModel
import TimelineStore

/// One line of the help page.
enum HelpRow: Hashable, Sendable {
  case heading(String)
  /// A command with all its keys in the view that is explained.
  case command(Command, String)
  /// A term and what it means: a field of the filter, a glyph of the list.
  case note(String, String)

  var text: String {
    switch self {
    case .heading(let text): text
    case .command(let command, let keys): "\(keys) \(command.name) \(command.summary)"
    case .note(let term, let words): "\(term) \(words)"
    }
  }
}

extension BrowserState {
  private func key(_ help: HelpViewState) -> TableCache.Key { TableCache.Key(place: .help, query: help.table.query, explained: help.place) }

  /// The help of a view, made from the tables that drive it; narrowed by what was typed.
  func helpRows(_ help: HelpViewState) -> [HelpRow] { tableCache.help(for: key(help)) ?? workedOut(help) }

  mutating func keepRows(_ help: HelpViewState) { tableCache.keep(helpRows(help), for: key(help)) }

  private func workedOut(_ help: HelpViewState) -> [HelpRow] {
    var rows: [HelpRow] = []
    for topic in Command.Topic.allCases {
      let commands = Command.allCases.filter { $0.topic == topic }.compactMap { command -> HelpRow? in
        let labels = settings.keymap.bindings(for: command, in: help.place)
          .filter { settings.keymap.meaning(of: $0.keys, in: help.place) == .command(command) }
          .map(\.label)
        return labels.isEmpty ? nil : .command(command, labels.joined(separator: " "))
      }
      if !commands.isEmpty { rows += [.heading(topic.rawValue)] + commands }
    }
    rows.append(.heading("The filter"))
    rows += FilterField.all.map { .note($0.name + ":", "\($0.help)  \($0.example)") }
    rows += [
      .note("word", "Searched in titles, text, accounts, places and actors, under any of their names"),
      .note("a b   a,b   -a", "Both; any of them; not that one"),
      .note("sure:", "Before since, until, on, killed, wounded: must be so, not only may be so"),
    ]
    rows.append(.heading("The list"))
    rows += EventKind.known.map { kind in .note(EventGlyph(kind).text(ascii: ascii), "\(kind.rawValue): \(kind.meaning ?? "")") }
    rows += [
      .note(ascii ? "12+" : "12†", "Killed: the best figure, else the range over all who give one"),
      .note("?", "Accounts of this event disagree"),
      .note(MarginGlyph.note.text(ascii: ascii), MarginGlyph.note.meaning),
      .note(MarginGlyph.bookmark.text(ascii: ascii), MarginGlyph.bookmark.meaning),
      .note("~Jul  1994?", "About July; 1994, uncertain"),
    ]
    rows.append(.heading("Typed after \(keyName(.palette))"))
    rows += Command.allCases.compactMap { command in command.argument.map { .note(":\(command.name)", "\($0)  \(command.summary)") } }
    guard !help.table.query.isEmpty else { return rows }
    let query = store.search(help.table.query)
    return rows.filter { row in
      if case .heading = row { return false }
      return query.matches(row.text)
    }
  }

  /// Explains the keys of the view on top.
  mutating func showHelp() {
    guard place != .help else { return }
    var help = HelpViewState(place: place)
    help.chip = chip
    views.append(.help(help))
  }

  /// Closes the help page; the chip that had the keys before has them again.
  mutating func leaveHelp(_ help: HelpViewState) {
    views.removeLast()
    if let index = help.chip, views.isEmpty, filter.clauses.indices.contains(index) { chip = index }
  }

  /// Runs the command under the cursor of the help page, in the view that it explains.
  mutating func runFromHelp() -> [Effect] {
    guard case .help(let help) = views.last else { return [] }
    let rows = helpRows(help)
    guard rows.indices.contains(help.table.selected), case .command(let command, _) = rows[help.table.selected] else { return [] }
    leaveHelp(help)
    return perform(command)
  }
}
