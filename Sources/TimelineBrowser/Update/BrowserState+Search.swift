import TimelineStore

extension BrowserState {
  mutating func beginSearch() {
    switch views.last {
    case .actors, .sources, .problems, .help:
      ask(.narrow, text: tableQuery)
    case .event, .accounts, nil:
      let row = currentRow
      ask(.search)
      views = []
      // From a page the search begins at its event, where the list shows it.
      if let row, shown.contains(row) { selected = row }
    }
  }

  /// Finds what has been typed so far, nearest to where the reader began, looking forward first.
  mutating func searchAsTyped(_ text: String) {
    guard let origin = beforePrompt else { return }
    let start = origin.stop.map(\.row).flatMap { shown.contains($0) ? $0 : nil } ?? origin.selected
    guard !text.isEmpty else {
      search = nil
      selected = start
      settleSelection()
      return
    }
    look(for: text, after: search)
    sayWhetherFound()
    guard let start else { return }
    // What is found no more takes the cursor back to where it began.
    let hit = search?.scan.nearbyHit(from: start, forward: true, includingStart: true)
    if hit == nil, search?.hits == nil { search?.isAwaitedFrom = start }
    let row = hit ?? start
    guard row != selected else { return }
    selected = row
    detailScroll = 0
  }

  /// Looks for a text in what is shown: at once where there is little, else as far as the next hit needs.
  private mutating func look(for text: String, after previous: SearchState? = nil) {
    var scan = SearchScan(store.search(text), in: shown, of: store, after: previous?.scan)
    if store.count <= Self.rowsAtOnce {
      while scan.hits == nil { scan.step() }
    }
    search = SearchState(text: text, scan: scan)
  }

  /// Looks again for what was looked for, now that something else is shown.
  mutating func lookAgain() {
    if let search { look(for: search.text) }
  }

  /// Looks at some rows more around where the reader waits for a hit.
  mutating func lookNearby() {
    guard let search, let start = search.isAwaitedFrom else { return }
    self.search?.piecesNearby += 1
    guard let row = search.scan.nearbyHit(from: start, forward: true, includingStart: true, piece: search.piecesNearby) else { return }
    goToAwaited(row)
  }

  /// Looks through some text more. When all of it has been looked through, goes to the hit that the reader waits for, if they still do.
  mutating func goOnSearching() {
    search?.scan.step()
    guard let search, search.hits != nil else { return }
    sayWhetherFound()
    guard let start = search.isAwaitedFrom else { return }
    goToAwaited(search.scan.nearbyHit(from: start, forward: true, includingStart: true))
  }

  /// Goes to the hit that the reader waited for, if they have not moved since.
  private mutating func goToAwaited(_ row: Row?) {
    let start = search?.isAwaitedFrom
    search?.isAwaitedFrom = nil
    guard let row, selected == start, row != start else { return }
    if prompt == nil { leaveTrail() }
    moveTo(row: row)
  }

  /// Says that there is nothing to be found, once that is known.
  private mutating func sayWhetherFound() {
    let isNothing = search?.hits?.isEmpty == true
    if prompt?.purpose == .search {
      prompt?.complaint = isNothing ? "nothing found" : nil
    } else if isNothing, let text = search?.text, search?.isAwaitedFrom != nil {
      notice = Notice("Nothing found for \(text)", .warning)
    }
  }

  mutating func nextHit(_ times: Int) {
    guard let search else { return }
    if let hits = search.hits, hits.isEmpty {
      notice = Notice("Nothing found for \(search.text)", .warning)
      return
    }
    var row = currentRow
    for _ in 0..<min(abs(times), search.hits?.count ?? abs(times)) {
      guard let next = search.scan.nearbyHit(from: row, forward: times > 0) else { break }
      row = next
    }
    guard let row, row != currentRow || search.hits != nil else {
      notice = Notice("Still looking for \(search.text); nothing near here")
      return
    }
    leaveTrail()
    moveTo(row: row)
  }

  /// "3 of 17", where the reader stands among the hits; nil while nothing is searched.
  var searchStatus: String? {
    guard let search else { return nil }
    guard let hits = search.hits else { return "/\(search.text): looking …" }
    guard hits.count > 0 else { return "/\(search.text): nothing found" }
    guard let row = currentRow, let position = hits.position(of: row) else { return "/\(search.text): \(Self.count(hits.count, "hit"))" }
    return "/\(search.text): \(position + 1) of \(hits.count)"
  }
}
