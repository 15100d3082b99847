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
    let query = store.search(text)
    let hits = store.hits(query, in: shown)
    search = SearchState(text: text, query: query, hits: hits)
    prompt?.complaint = hits.isEmpty ? "nothing found" : nil
    // What is found no more takes the cursor back to where it began.
    guard let row = start.flatMap({ nextRow(in: hits, from: $0, forward: true, orAt: true) }) ?? start, row != selected else { return }
    selected = row
    detailScroll = 0
  }

  /// The next or previous row of a set in the order of the list, going round at its ends.
  private func nextRow(in hits: Selection, from row: Row, forward: Bool, orAt: Bool = false) -> Row? {
    guard hits.count > 0 else { return nil }
    if orAt, hits.contains(row) { return row }
    guard sort == .date else { return nextRowInOtherOrder(hits, from: row, forward: forward) }
    var low = 0
    var high = hits.count
    while low < high {
      let middle = (low + high) / 2
      guard let at = hits.row(at: middle) else { return nil }
      let isBefore = forward ? at <= row : at < row
      if isBefore { low = middle + 1 } else { high = middle }
    }
    if forward { return hits.row(at: low < hits.count ? low : 0) }
    return hits.row(at: low > 0 ? low - 1 : hits.count - 1)
  }

  /// The same where the list is not in time order: by position among the hits, which share the list's order.
  private func nextRowInOtherOrder(_ hits: Selection, from row: Row, forward: Bool) -> Row? {
    guard let position = hits.position(of: row) else { return hits.row(at: forward ? 0 : hits.count - 1) }
    let next = forward ? position + 1 : position - 1
    return hits.row(at: (next + hits.count) % hits.count)
  }

  mutating func nextHit(_ times: Int) {
    guard let search else { return }
    guard !search.hits.isEmpty else {
      notice = Notice("Nothing found for \(search.text)", .warning)
      return
    }
    guard var row = currentRow ?? search.hits.row(at: 0) else { return }
    for _ in 0..<min(abs(times), search.hits.count) {
      guard let next = nextRow(in: search.hits, from: row, forward: times > 0) else { break }
      row = next
    }
    leaveTrail()
    moveTo(row: row)
  }

  /// "3 of 17", where the reader stands among the hits; nil while nothing is searched.
  var searchStatus: String? {
    guard let search else { return nil }
    guard search.hits.count > 0 else { return "/\(search.text): nothing found" }
    guard let row = currentRow, let position = search.hits.position(of: row) else { return "/\(search.text): \(Self.count(search.hits.count, "hit"))" }
    return "/\(search.text): \(position + 1) of \(search.hits.count)"
  }
}
