import Terminal
import TimelineModel
import TimelineStore

extension BrowserState {
  /// Changes the table of the view on top, then puts its cursor and window in order again.
  mutating func changeTable(_ change: (inout TableViewState, _ count: Int, _ height: Int) -> Void) {
    let height = tableRows
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

  /// How many rows a table shows under its headings.
  private var tableRows: Int { max(1, layout.body.height - 1) }

  /// Keeps what the table on top shows, so that drawing and the next key do not work it out again.
  mutating func refreshTable() {
    switch views.last {
    case .actors(let table):
      let rows = actorRows(table)
      tableCache.keep(rows, for: key(.actors, table))
      guard size.columns >= Self.leastColumnsForSparklines else { break }
      for row in rows.dropFirst(table.top).prefix(tableRows) where tableCache.sparklines[row.key] == nil {
        tableCache.sparklines[row.key] = sparkline(row.key)
      }
    case .sources(let table): tableCache.keep(sourceRows(table), for: key(.sources, table))
    case .problems(let table): tableCache.keep(problemRows(table), for: key(.problems, table))
    case .help(let help): keepRows(help)
    case .event, .accounts, nil: break
    }
  }

  private func key(_ place: Keymap.Place, _ table: TableViewState) -> TableCache.Key {
    TableCache.Key(place: place, query: table.query, order: table.order)
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
    if let rows = tableCache.actors(for: key(.actors, table)) { return rows }
    let facets = ActorsTable.ordered(store.facets(.actor, in: shown), by: table.order)
    guard !table.query.isEmpty else { return facets }
    let query = store.search(table.query)
    return facets.filter { ActorsTable.matches($0, query, in: store) }
  }

  /// Sparklines are drawn where the table has room for them.
  static let leastColumnsForSparklines = 100
  static let sparklineColumns = 22

  private func sparkline(_ actor: String) -> String {
    let values = store.sparkline(actor: actor, in: shown, from: mainStart, buckets: Self.sparklineColumns)
    let most = values.max() ?? 0
    guard most > 0 else { return "" }
    let blocks = ascii ? [" ", ".", ":", "-", "=", "+", "*", "#", "#"] : [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    return values.map { value in value <= 0.001 ? " " : blocks[min(8, max(1, Int((value / most).squareRoot() * 8)))] }.joined()
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
    sayHowMany()
  }

  // MARK: - Sources

  /// A source, and how many of the events shown rest on it.
  struct SourceRow: Hashable, Sendable {
    var source: Source
    var events: Int
  }

  func sourceRows(_ table: TableViewState) -> [SourceRow] {
    if let rows = tableCache.sources(for: key(.sources, table)) { return rows }
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
    if let rows = tableCache.problems(for: key(.problems, table)) { return rows }
    let query = store.search(table.query)
    return table.query.isEmpty ? problems : problems.filter { query.matches($0.description) }
  }
}
