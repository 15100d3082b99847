package import TimelineStore

/// Where the reader has been, walked back and forth like the pages of a browser.
package struct Trail: Hashable, Sendable {
  /// One stop: an event, and whether its page was open.
  package struct Stop: Hashable, Sendable {
    package var row: Row
    package var onPage: Bool
  }

  private var behind: [Stop] = []
  private var ahead: [Stop] = []
  private static let longest = 200

  /// Remembers where a jump began. What lay ahead is forgotten, as in a browser.
  package mutating func leave(_ stop: Stop) {
    if behind.last != stop { behind.append(stop) }
    if behind.count > Self.longest { behind.removeFirst() }
    ahead.removeAll()
  }

  package mutating func back(from here: Stop) -> Stop? {
    while let stop = behind.popLast() {
      if stop == here { continue }
      ahead.append(here)
      return stop
    }
    return nil
  }

  package mutating func forward(from here: Stop) -> Stop? {
    guard let stop = ahead.popLast() else { return nil }
    behind.append(here)
    return stop
  }

  /// After a reload the rows have other numbers; what no longer exists is dropped, and what lies further back than so many stops.
  package mutating func move(keeping most: Int, _ translate: (Row) -> Row?) {
    func moved(_ stops: [Stop]) -> [Stop] {
      stops.suffix(most).compactMap { stop in translate(stop.row).map { Stop(row: $0, onPage: stop.onPage) } }
    }
    behind = moved(behind)
    ahead = moved(ahead)
  }
}
