import TimelineStore

/// The laid-out page of the event that was drawn last, so that scrolling does not lay it out again.
struct PageCache: Sendable {
  private var key: Key?
  private var page = Page()

  private struct Key: Hashable, Sendable {
    var row: Row
    var width: Int
  }

  /// The page of a row for a width, made anew only when one of them has changed. Another store needs another cache.
  mutating func page(of row: Row, in store: EventStore, width: Int, ascii: Bool) -> Page {
    let wanted = Key(row: row, width: width)
    if key != wanted {
      page = EventPage.page(of: row, in: store, width: width, ascii: ascii)
      key = wanted
    }
    return page
  }
}
