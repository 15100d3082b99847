import Terminal
import TimelineStore

/// The pages that were laid out last, so that scrolling, Tab, drawing and going back and forth do not lay them out again.
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
    /// How many lines are wanted; all of them when nil.
    var lines: Int?
  }

  /// The latest stands last.
  private var kept: [(key: Key, page: Page)] = []
  private static let most = 6

  /// The page, if it is one of those that were laid out last.
  func page(for wanted: Key) -> Page? { kept.last { $0.key == wanted }?.page }

  mutating func keep(_ page: Page, for key: Key) {
    if kept.last?.key == key { return }
    kept.removeAll { $0.key == key }
    if kept.count >= Self.most { kept.removeFirst() }
    kept.append((key, page))
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
    detailKey.map { page($0, from: detail) }
  }

  /// The page of the pane: what fits and a line more, which shows that there is more; the whole of it once the reader scrolls.
  private var detailKey: PageCache.Key? {
    guard layout.hasDetail, let selected else { return nil }
    return detailKey(selected, isScrolled: detailScroll > 0)
  }

  private func detailKey(_ row: Row, isScrolled: Bool) -> PageCache.Key {
    PageCache.Key(content: .event, row: row, width: detailArea.width, lines: isScrolled ? nil : detailArea.height + 1)
  }

  /// Lays out what the next key most likely shows, the events beside the selected one: for the time when nobody waits.
  package mutating func anticipate() {
    guard views.isEmpty, layout.hasDetail, let selected, let position = shown.position(of: selected) else { return }
    for neighbour in [position - 1, position + 1] {
      guard neighbour >= 0, let row = shown.row(at: neighbour) else { continue }
      let key = detailKey(row, isScrolled: false)
      if detail.page(for: key) == nil { detail.keep(page(key, from: detail), for: key) }
    }
    // The page that is shown stays the latest.
    if let key = detailKey { detail.keep(page(key, from: detail), for: key) }
  }

  /// Lays out what the screen shows, where it has changed.
  mutating func refreshPages() {
    if views.isEmpty, let key = detailKey { detail.keep(page(key, from: detail), for: key) }
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
    case .event: return EventPage.page(of: key.row, in: store, margin: margin, width: key.width, ascii: ascii, lines: key.lines)
    case .accounts(let firstColumn):
      return AccountsPage.page(of: key.row, in: store, width: key.width, firstColumn: firstColumn, ascii: ascii, keymap: settings.keymap)
    }
  }
}
