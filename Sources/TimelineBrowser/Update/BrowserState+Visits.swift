package import Notebook
import TimelineStore

/// Where a visit ends, and how the next one takes it up.
extension BrowserState {
  /// Where the reader stands, to be offered at the next visit; nil when nothing would be worth it.
  package var visit: Visit? {
    guard !isUntouched, let row = currentRow else { return nil }
    let summary = store.summary(at: row)
    let visit = Visit(event: summary.id, title: summary.title, filter: filter.text, order: sort.key.rawValue)
    return visit == margin.lastVisit ? nil : visit
  }

  /// What is written when the visit ends, by the reader or by a signal: where it ended, and the words in an open editor.
  package mutating func leave() -> [Effect] {
    var effects: [Effect] = []
    if noteEditor != nil { effects += saveNote() }
    if let visit { effects += keep(.visit(visit), saying: "") }
    return effects
  }

  mutating func offerLastVisit() {
    guard let visit = margin.lastVisit, selected.map({ store.summary(at: $0).id }) != visit.event || !visit.filter.isEmpty else { return }
    let filter = visit.filter.isEmpty ? "" : ", filter \(visit.filter)"
    let key = keyName(.goToMark)
    notice = Notice("You were last at “\(visit.title)”\(filter); \(key == "'" ? "''" : key + " '") goes back there")
  }

  /// Goes back to where the last visit ended: its filter, its order, its event, as far as there still are such.
  mutating func resume() {
    guard let visit = margin.lastVisit else {
      notice = Notice("Nothing is known of an earlier visit")
      return
    }
    if case .success(let filter) = store.parse(visit.filter, today: settings.today) { setFilter(filter) }
    if let key = SortOrder.Key(rawValue: visit.order), sort.key != key { setSort(SortOrder(key)) }
    guard let row = store.row(of: visit.event) else {
      notice = Notice("“\(visit.title)” is not in this timeline any more", .warning)
      return
    }
    jump(to: row)
    notice = filter.isEmpty ? nil : Notice("Filter: \(filter.text); \(keyName(.undo)) undoes")
  }
}
