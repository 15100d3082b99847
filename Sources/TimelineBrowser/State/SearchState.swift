package import TimelineModel
package import TimelineStore

/// What is being looked for, and where it was found.
package struct SearchState: Sendable {
  package var text: String
  package var scan: SearchScan
  /// From where the reader wants the next hit, as soon as one is known: the nearest rows have none.
  var isAwaitedFrom: Row?

  package var query: SearchQuery { scan.query }
  /// Nil until all text has been looked through.
  package var hits: Selection? { scan.hits }

  init(text: String, scan: SearchScan) {
    self.text = text
    self.scan = scan
  }
}
