import TimelineModel
import TimelineStore

extension BrowserState {
  /// Puts a filter in force, remembering the one before for undo.
  ///
  /// - Parameter found: what it lets through, where that is known already.
  mutating func setFilter(_ new: Filter, found: Selection? = nil) {
    guard new != filter else { return }
    history.remember(.filter(filter))
    show(new, found: found)
  }

  /// Puts a filter in force without remembering the one before.
  mutating func show(_ new: Filter, found: Selection? = nil) {
    filter = new
    shown = found.map { store.sorted($0, by: sort) } ?? store.select(new, sort: sort)
    settleSelection()
    lookAgain()
    if let chip { self.chip = filter.clauses.isEmpty ? nil : min(chip, filter.clauses.count - 1) }
  }

  mutating func add(_ clause: Filter.Clause) {
    setFilter(filter.adding(clause))
    views = []
    sayHowMany()
  }

  /// What a change of the filter came to, and how to take it back.
  mutating func sayHowMany() {
    let undo = "\(keyName(.undo)) undoes"
    notice = shown.isEmpty ? Notice("Nothing matches; \(undo)", .warning) : Notice("\(Self.count(shown.count, "event")) shown; \(undo)")
  }

  /// Switches every clause off, or those back on that were switched off together.
  mutating func toggleAllClauses() {
    setFilter(filter.togglingAll())
    notice = Notice(filter.isEmpty ? "All filters off" : "All filters on")
  }

  /// Offers the actors, places and kind of the current event as a clause.
  mutating func chooseClause(negated: Bool) {
    if case .event(let view) = views.last, let item = view.item {
      let items = eventPage(view).items
      if items.indices.contains(item), let clause = clause(of: items[item]) { return add(clause.inverted(negated)) }
    }
    guard let row = currentRow else { return }
    let event = store.event(at: row)
    var items: [Menu.Item] = []
    func offer(_ clause: Filter.Clause, _ label: String, _ note: String) {
      items.append(Menu.Item(label, note: note, .addClause(clause.inverted(negated))))
    }
    // Somebody may play two parts in one event.
    var offered: Set<Identifier> = []
    for actor in event.actors.map(\.actor) where offered.insert(actor).inserted { offer(.actor(actor), store.directory.name(ofActor: actor), "actor") }
    for place in event.places { offer(.place(place), store.directory.name(ofPlace: place), "place") }
    offer(.kind(event.kind), event.kind.rawValue, "kind")
    menu = .numbered(negated ? "No events with …" : "Only events with …", items)
  }

  private func clause(of item: PageItem) -> Filter.Clause? {
    switch item {
    case .actor(let id): .actor(id)
    case .place(let id): .place(id)
    case .kind(let kind): .kind(EventKind(rawValue: kind))
    case .source(let id): .source(id)
    case .event: nil
    }
  }

  // MARK: - Chips

  mutating func deleteChip() {
    guard let chip, filter.clauses.indices.contains(chip) else { return }
    setFilter(filter.removing(at: chip))
  }

  mutating func toggleItem(include: Bool) {
    if let chip, filter.clauses.indices.contains(chip) {
      setFilter(filter.toggling(at: chip))
      return
    }
    guard case .actors(var table) = views.last else { return }
    let rows = actorRows(table)
    guard rows.indices.contains(table.selected) else { return }
    let key = rows[table.selected].key
    table.marked[key] = table.marked[key] == include ? nil : include
    views[views.count - 1] = .actors(table)
  }

  // MARK: - Order

  mutating func nextOrder() {
    if case .actors(var table) = views.last {
      table.order = (table.order + 1) % ActorsTable.orders.count
      table.selected = 0
      views[views.count - 1] = .actors(table)
      notice = Notice("Ordered by \(ActorsTable.orders[table.order])")
      return
    }
    let orders: [(String, String, SortOrder)] = [("d", "date", .date), ("k", "killed, most first", .killed), ("w", "weight, 1 first", .weight)]
    menu = Menu(
      "Order by",
      orders.map { key, label, order in Menu.Item(key: key.unicodeScalars.first, label, note: order == sort ? "now" : "", .sort(order)) })
  }

  mutating func setSort(_ order: SortOrder) {
    sort = order
    shown = store.sorted(shown, by: order)
    settleSelection()
    if order != .date { selected = shown.row(at: 0) }
    notice = Notice("Ordered by \(order.key.rawValue)")
  }
}

extension Filter.Clause {
  /// The clause, or its opposite.
  func inverted(_ isInverted: Bool) -> Filter.Clause {
    var clause = self
    clause.isNegated = isInverted != isNegated
    return clause
  }
}
