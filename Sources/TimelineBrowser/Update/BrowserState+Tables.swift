package import Terminal
package import TimelineStore
import TimelineModel

extension BrowserState {
  /// Changes the table of the view on top, then puts its cursor and window in order again.
  mutating func changeTable(_ change: (inout TableViewState, _ count: Int, _ height: Int) -> Void) {
    let height = max(1, layout.body.height - 1)
    switch views.last {
    case .actors(var table):
      let count = actorRows(table).count
      change(&table, count, height)
      table.clamp(count: count, height: height)
      views[views.count - 1] = .actors(table)
    case .sources(var table):
      let count = sourceRows(table).count
      change(&table, count, height)
      table.clamp(count: count, height: height)
      views[views.count - 1] = .sources(table)
    case .problems(var table):
      let count = problemRows(table).count
      change(&table, count, height)
      table.clamp(count: count, height: height)
      views[views.count - 1] = .problems(table)
    case .help(var help):
      let count = helpRows(help).count
      change(&help.table, count, height)
      help.table.clamp(count: count, height: height)
      views[views.count - 1] = .help(help)
    default: break
    }
  }

  mutating func narrowTable(to query: String) {
    changeTable { table, _, _ in
      table.query = query
      table.selected = 0
      table.top = 0
    }
  }

  var tableQuery: String {
    switch views.last {
    case .actors(let table), .sources(let table), .problems(let table): table.query
    case .help(let help): help.table.query
    default: ""
    }
  }

  mutating func clickTable(at point: Point) -> Bool {
    let index = point.y - layout.body.y - 1
    guard index >= 0 else { return false }
    var opens = false
    changeTable { table, count, _ in
      guard table.top + index < count else { return }
      opens = table.selected == table.top + index
      table.selected = table.top + index
    }
    return opens
  }

  // MARK: - Actors

  func actorRows(_ table: TableViewState) -> [Facet] {
    ActorsTable.ordered(store.facets(.actor, in: shown), by: table.order).filter { facet in
      table.query.isEmpty || ActorsTable.matches(facet, query: table.query, in: store)
    }
  }

  /// Filters by the marked actors, or by the one under the cursor when none is marked.
  mutating func applyMarkedActors() {
    guard case .actors(let table) = views.last else { return }
    var new = filter
    if table.marked.isEmpty {
      let rows = actorRows(table)
      guard rows.indices.contains(table.selected) else { return }
      new = new.adding(.actor(rows[table.selected].key))
    } else {
      let included = table.marked.filter(\.value).keys.sorted()
      if !included.isEmpty { new = new.adding(Filter.Clause("actor", .matches, included.map { .text($0) })) }
      for key in table.marked.filter({ !$0.value }).keys.sorted() { new = new.adding(.actor(key, negated: true)) }
    }
    setFilter(new)
    views = []
    notice = Notice("\(Self.count(shown.count, "event")) shown; \(settings.keymap.label(for: .undo, in: .timeline) ?? "u") undoes")
  }

  // MARK: - Sources

  /// A source, and how many of the events shown rest on it.
  struct SourceRow: Hashable {
    var source: Source
    var events: Int
  }

  func sourceRows(_ table: TableViewState) -> [SourceRow] {
    let counts = Dictionary(store.facets(.source, in: shown).map { ($0.key, $0.events) }, uniquingKeysWith: { first, _ in first })
    let query = store.search(table.query)
    return store.directory.sources.compactMap { source in
      guard let events = counts[source.id], events > 0 else { return nil }
      guard table.query.isEmpty || query.matches("\(source.publisher) \(source.title) \(source.id)") else { return nil }
      return SourceRow(source: source, events: events)
    }
    .sorted { ($0.source.publisher, $0.source.title, $0.source.id) < ($1.source.publisher, $1.source.title, $1.source.id) }
  }

  /// Shows the events that rest on the source under the cursor.
  mutating func openSourceEvents() {
    guard case .sources(let table) = views.last else { return }
    let rows = sourceRows(table)
    guard rows.indices.contains(table.selected) else { return }
    add(.source(rows[table.selected].source.id))
  }

  // MARK: - Problems

  func problemRows(_ table: TableViewState) -> [Problem] {
    let query = store.search(table.query)
    return table.query.isEmpty ? problems : problems.filter { query.matches($0.description) }
  }
}
