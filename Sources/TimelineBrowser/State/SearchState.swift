import TimelineModel
package import TimelineStore

/// What is being looked for, and where it was found.
package struct SearchState: Sendable {
  package var text: String
  package var scan: SearchScan
  /// From where the reader wants the next hit, as soon as one is known: the nearest rows have none.
  var isAwaitedFrom: Row?
  /// How many pieces of the rows around that have been looked at.
  var piecesNearby = 1

  package var query: SearchQuery { scan.query }
  /// Nil until all text has been looked through.
  package var hits: Selection? { scan.hits }

  /// Whether the rows around where the reader waits are still worth a look before all text is run through.
  var isLookingNearby: Bool { isAwaitedFrom != nil && piecesNearby < SearchScan.nearbyPieces }

  init(text: String, scan: SearchScan) {
    self.text = text
    self.scan = scan
  }
}
