import TimelineBrowser
import TimelineModel
import TimelineStore

/// Where the command line asks a visit to begin. Names and dates that the first rows do not know yet are tried again as more are read.
struct Beginning {
  var filter: String?
  var date: String?
  var event: String?

  /// Whether nothing was asked for.
  var isAnywhere: Bool { filter == nil && date == nil && event == nil }

  /// Puts a state where it was asked to be, as far as what has been read allows.
  ///
  /// - Returns: why not, as a command would say it; what could not be done is kept for the next time.
  mutating func apply(to state: inout BrowserState) -> Failure? {
    if let text = filter {
      switch state.store.parse(text, today: state.settings.today) {
      case .success(let parsed): state.begin(with: parsed)
      case .failure(let error): return FilterOption.failure(error, in: text)
      }
      filter = nil
    }
    if let text = date, state.isUntouched {
      if let words = state.begin(atDate: text) { return Failure("--at: \(words)", .usage) }
      // The day may lie further on in what is still to be read.
      if state.progress == nil { date = nil }
    }
    if let id = event {
      guard state.begin(atEvent: id) else { return Failure("--event: there is no event with the id \(id)", .usage) }
      event = nil
    }
    return nil
  }
}

extension Message {
  /// The same, with problems of the reader's own files beside those of the data.
  func adding(_ own: [Problem]) -> Message {
    guard case .loaded(let store, let problems, let progress) = self else { return self }
    return .loaded(store, problems + own, progress)
  }
}
