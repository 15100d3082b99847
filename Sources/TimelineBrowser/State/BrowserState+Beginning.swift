import EDTF
package import TimelineStore

/// Where a visit begins when the command line says so.
extension BrowserState {
  package mutating func begin(with filter: Filter) {
    show(filter)
    selected = shown.row(at: 0)
    refresh()
  }

  /// Goes to a date as typed after `@`.
  ///
  /// - Returns: what is wrong with the date, or nil.
  package mutating func begin(atDate text: String) -> String? {
    if case .failure(let error) = target(of: text) { return [error.reason, error.remedy].compactMap { $0 }.joined(separator: ". ") }
    goTo(date: text)
    trail = Trail()
    refresh()
    return nil
  }

  /// Opens the page of an event; false when there is none with that id.
  package mutating func begin(atEvent id: String) -> Bool {
    guard let row = store.row(of: id) else { return false }
    isUntouched = false
    if shown.contains(row) { selected = row }
    views = [.event(EventViewState(row: row))]
    refresh()
    return true
  }
}
