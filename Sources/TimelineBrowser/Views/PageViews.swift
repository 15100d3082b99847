import Terminal
import TimelineModel
import TimelineStore

extension BrowserState {
  /// One event, whole, over the screen.
  func drawEvent(_ view: EventViewState, on canvas: inout Canvas) {
    let area = pageArea
    let page = eventPage(view)
    page.draw(on: &canvas, in: area, scroll: view.scroll, focused: view.item)
    drawScrollbar(on: &canvas, in: layout.body, first: view.scroll, count: page.lines.count)
  }

  /// The table of accounts: what is said of one event, a column for each speaker.
  func drawAccounts(_ view: AccountsViewState, on canvas: inout Canvas) {
    let area = pageArea
    let page = accountsTable(view)
    page.draw(on: &canvas, in: area, scroll: view.scroll)
    drawScrollbar(on: &canvas, in: layout.body, first: view.scroll, count: page.lines.count)
  }
}
