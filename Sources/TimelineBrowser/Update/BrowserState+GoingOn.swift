import Terminal
import TimelineStore

/// Work that takes longer than a key may wait, in pieces: the hits of a search, the events of a filter that is being typed. What a key changed
/// in between is what the next piece works on.
extension BrowserState {
  /// A store that is looked through in a millisecond or two is looked through at once.
  static let rowsAtOnce = 20_000

  /// What is done next, the nearest to the reader first; nothing of it is seen before it is done.
  package var work: Work? {
    if let search, search.hits == nil { return search.isLookingNearby ? .nearby : .search }
    if let counting = prompt?.counting, counting.selection == nil { return .count }
    if let rest = prompt?.rest, rest.scan.selection == nil { return .values }
    return nil
  }

  package enum Work { case nearby, search, count, values }

  /// Asks for a message to go on with, if there is anything to go on with and none is on its way.
  mutating func askToGoOn() -> [Effect] {
    guard work != nil, !isToGoOn else { return [] }
    isToGoOn = true
    return [.goOn]
  }

  /// One piece of what is to be done.
  mutating func goOn() -> [Effect] {
    isToGoOn = false
    switch work {
    case .nearby: lookNearby()
    case .search: goOnSearching()
    case .count: return goOnCounting()
    case .values:
      prompt?.rest?.scan.step()
      if prompt?.rest?.scan.selection != nil { offerChoices() }
    case nil: break
    }
    return []
  }

  private mutating func goOnCounting() -> [Effect] {
    prompt?.counting?.step()
    guard let found = prompt?.counting?.selection else { return [] }
    prompt?.count = found.count
    return prompt?.isAwaited == true ? pressInPrompt(.enter) : []
  }
}

extension SelectionScan {
  /// The same, done with at once where that takes no noticeable time.
  func ready(in store: EventStore) -> SelectionScan {
    var scan = self
    if store.count <= BrowserState.rowsAtOnce {
      while scan.selection == nil { scan.step() }
    }
    return scan
  }
}
