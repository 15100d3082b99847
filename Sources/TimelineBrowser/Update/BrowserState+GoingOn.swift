import Terminal
import TimelineStore

/// Work that takes longer than a key may wait, in pieces: the hits of a search, the events of a filter that is being typed. What a key changed
/// in between is what the next piece works on.
extension BrowserState {
  /// A store that is looked through in a millisecond or two is looked through at once.
  static let rowsAtOnce = 20_000

  private var hasWork: Bool {
    if let search, search.hits == nil { return true }
    guard let prompt else { return false }
    return prompt.counting.map { $0.selection == nil } ?? false || prompt.rest.map { $0.scan.selection == nil } ?? false
  }

  /// Asks for a message to go on with, if there is anything to go on with and none is on its way.
  mutating func askToGoOn() -> [Effect] {
    guard hasWork, !isToGoOn else { return [] }
    isToGoOn = true
    return [.goOn]
  }

  /// One piece of what is to be done, the nearest to the reader first.
  mutating func goOn() -> [Effect] {
    isToGoOn = false
    if let search, search.hits == nil {
      goOnSearching()
    } else if prompt?.counting?.selection == nil, prompt?.counting != nil {
      return goOnCounting()
    } else if prompt?.rest?.scan.selection == nil, prompt?.rest != nil {
      prompt?.rest?.scan.step()
      if prompt?.rest?.scan.selection != nil { offerChoices() }
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
