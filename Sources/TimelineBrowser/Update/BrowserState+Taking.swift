import EDTF
import TimelineModel
import TimelineStore

extension BrowserState {
  mutating func chooseCitation() {
    menu = Menu(
      "Cite as",
      [("c", CitationForm.chicago), ("b", .bibtex), ("m", .markdown)].map { key, form in
        Menu.Item(key: key.unicodeScalars.first, form.title, .cite(form))
      })
  }

  /// The command line that opens what is shown now: files, filter, event.
  package var permalink: String {
    var words = ["annals"] + settings.arguments
    if !filter.clauses.isEmpty { words += ["--filter", filter.text] }
    if let row = currentRow { words += ["--event", store.summary(at: row).id] }
    return words.map(Self.quoted).joined(separator: " ")
  }

  mutating func copyPermalink() -> [Effect] {
    notice = Notice("\(tookWords) \(permalink)")
    return [.copy(permalink)]
  }

  /// What happens to what the reader takes, before its name. A terminal's clipboard is written only where the reader said so.
  package var tookWords: String { settings.usesClipboard ? "Copied:" : "Printed when you leave:" }

  /// A word as a POSIX shell reads it back.
  static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: "-_./:,=+@%".utf8.contains(byte)
      }
    }
    if plain, !word.isEmpty { return word }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// Shows the addresses of the event's sources; the reader chooses which to open.
  mutating func chooseSource() {
    if case .sources(let table) = views.last {
      let rows = sourceRows(table)
      if rows.indices.contains(table.selected) { confirmSource(rows[table.selected].source.id) }
      return
    }
    if case .event(let view) = views.last, let item = view.item {
      let items = eventPage(view).items
      if items.indices.contains(item), case .source(let id) = items[item] { return confirmSource(id) }
    }
    guard let row = currentRow else { return }
    let ids = store.event(at: row).allSources
    guard !ids.isEmpty else {
      notice = Notice("This event names no source")
      return
    }
    let items = ids.map { id in
      let source = store.directory.source(id)
      return Menu.Item(source?.publisher ?? id, note: source?.url ?? "no address", Self.opening(source?.url))
    }
    menu = .numbered("Open in the web browser", items)
  }

  mutating func confirmSource(_ id: Identifier) {
    guard let source = store.directory.source(id) else {
      notice = Notice("Nothing is known of the source \(id)", .warning)
      return
    }
    guard let url = source.url else {
      notice = Notice("\(source.publisher): this source has no address")
      return
    }
    var items: [Menu.Item] = []
    if Self.isWebAddress(url) { items.append(Menu.Item(key: "o", "Open in the web browser", .openURL(url))) }
    items.append(Menu.Item(key: "y", "Copy the address", .copy(url, said: url)))
    menu = Menu("\(source.publisher): \(source.title)", items, preamble: [url])
  }

  private static func opening(_ url: String?) -> Menu.Action {
    guard let url, isWebAddress(url) else { return .dismiss }
    return .openURL(url)
  }

  /// Only http and https are ever handed to another program.
  package static func isWebAddress(_ url: String) -> Bool {
    let lower = url.prefix(8).lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return false }
    return url.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 < 0x80 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
  }

  /// Shows the problem under the cursor whole, with what can be done about it.
  mutating func showProblem() {
    guard case .problems(let table) = views.last else { return }
    let rows = problemRows(table)
    guard rows.indices.contains(table.selected) else { return }
    let problem = rows[table.selected]
    let items = [
      Menu.Item(key: "e", "Open the editor there", .edit(problem.location)),
      Menu.Item(key: "y", "Copy", .copy(problem.description, said: "this problem")),
    ]
    menu = Menu("\(problem.severity.rawValue) in \(problem.location)", items, preamble: [problem.words])
  }

  mutating func edit() -> [Effect] {
    if case .problems(let table) = views.last {
      let rows = problemRows(table)
      return rows.indices.contains(table.selected) ? [.edit(rows[table.selected].location)] : []
    }
    guard let row = currentRow, let location = store.event(at: row).location else {
      notice = Notice("It is not known where in a file this event stands")
      return []
    }
    return [.edit(location)]
  }

  // MARK: - Explaining

  /// What the codes of the event mean.
  mutating func explain() {
    guard let row = currentRow else { return }
    let event = store.event(at: row)
    var items: [Menu.Item] = []
    func say(_ label: String, _ note: String) { items.append(Menu.Item(label, note: note, .dismiss)) }
    say("kind", "\(event.kind.rawValue): \(event.kind.meaning ?? "the publisher's own word")")
    if let weight = event.weight {
      let words = [1: ": indispensable to the short history", 2: ": what an informed reader expects", 3: ": detail"][weight] ?? ""
      say("weight", "\(weight)\(words)")
    }
    if let date = event.date {
      say("date", date.text)
      say("", "EDTF level \(date.level): \(date.words)")
      say("earliest", date.earliest?.iso8601 ?? (date.isOpenStart ? "open" : "unknown"))
      say("latest", date.latest?.iso8601 ?? (date.isOpenEnd ? "open" : "unknown"))
    }
    for dispute in event.disputes { say("disputed", "\(dispute): the accounts contradict each other on it") }
    menu = Menu("What the codes mean", items)
  }

  // MARK: - Preferences

  var nextTheme: String {
    let themes = settings.themes
    guard let index = themes.firstIndex(of: settings.preferences.theme) else { return themes.first ?? settings.preferences.theme }
    return themes[(index + 1) % themes.count]
  }

  mutating func setTheme(_ name: String) -> [Effect] {
    settings.preferences.theme = name
    notice = Notice("Theme: \(name)")
    return [.save(settings.preferences)]
  }

  var nextPane: PanePlacement {
    switch settings.preferences.pane {
    case .right: .below
    case .below: .off
    case .off: .right
    }
  }

  mutating func setPane(_ pane: PanePlacement) -> [Effect] {
    settings.preferences.pane = pane
    notice = Notice("Detail pane: \(pane.rawValue)")
    return [.save(settings.preferences)]
  }
}
