import Terminal
import TimelineStore

/// A page as it was laid out last, so that scrolling, Tab and drawing do not lay it out again.
struct PageCache: Sendable {
  /// What a laid-out page depends on. Another store needs another cache.
  struct Key: Hashable, Sendable {
    enum Content: Hashable, Sendable {
      case event
      /// The table of accounts from a speaker's column on.
      case accounts(firstColumn: Int)
    }

    var content: Content
    var row: Row
    var width: Int
  }

  private var key: Key?
  private var page = Page()

  /// The page, if it is the one that was laid out last.
  func page(for wanted: Key) -> Page? { key == wanted ? page : nil }

  mutating func keep(_ page: Page, for key: Key) {
    self.page = page
    self.key = key
  }
}

extension BrowserState {
  /// The page of the event view at its present width.
  func eventPage(_ view: EventViewState) -> Page {
    page(PageCache.Key(content: .event, row: view.row, width: pageArea.width), from: openPage)
  }

  /// The table of accounts at its present width.
  func accountsTable(_ view: AccountsViewState) -> Page {
    page(PageCache.Key(content: .accounts(firstColumn: view.firstColumn), row: view.row, width: pageArea.width), from: openPage)
  }

  /// The page of the detail pane; nil when there is none.
  var detailPage: Page? {
    guard layout.hasDetail, let selected else { return nil }
    return page(PageCache.Key(content: .event, row: selected, width: detailArea.width), from: detail)
  }

  /// Lays out what the screen shows, where it has changed.
  mutating func refreshPages() {
    if views.isEmpty, layout.hasDetail, let selected {
      let key = PageCache.Key(content: .event, row: selected, width: detailArea.width)
      detail.keep(page(key, from: detail), for: key)
    }
    switch views.last {
    case .event(let view):
      openPage.keep(eventPage(view), for: PageCache.Key(content: .event, row: view.row, width: pageArea.width))
    case .accounts(let view):
      openPage.keep(
        accountsTable(view), for: PageCache.Key(content: .accounts(firstColumn: view.firstColumn), row: view.row, width: pageArea.width))
    default: break
    }
  }

  private func page(_ key: PageCache.Key, from cache: PageCache) -> Page {
    if let page = cache.page(for: key) { return page }
    switch key.content {
    case .event: return EventPage.page(of: key.row, in: store, width: key.width, ascii: ascii)
    case .accounts(let firstColumn):
      return AccountsPage.page(of: key.row, in: store, width: key.width, firstColumn: firstColumn, ascii: ascii, keymap: settings.keymap)
    }
  }
}
