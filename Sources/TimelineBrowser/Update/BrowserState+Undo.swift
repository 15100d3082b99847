import Notebook
import TimelineStore

extension BrowserState {
  mutating func undo(_ times: Int) -> [Effect] { walkHistory(times, nothing: "Nothing to undo") { $0.undo($1) } }

  mutating func redo(_ times: Int) -> [Effect] { walkHistory(times, nothing: "Nothing to do again") { $0.redo($1) } }

  private mutating func walkHistory(
    _ times: Int, nothing: String, _ walk: (inout History, (History.Step) -> History.Step?) -> History.Step?
  ) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<min(times, 1_000) {
      let (filter, margin) = (filter, margin)
      let step = walk(&history) { step in
        switch step {
        case .filter: .filter(filter)
        case .fact(let fact): margin.present(insteadOf: fact).map(History.Step.fact)
        }
      }
      switch step {
      case nil:
        notice = Notice(nothing)
        return effects
      case .filter(let filter):
        show(filter)
        sayFilter()
      case .fact(let fact): effects += keep(fact, saying: words(of: fact))
      }
    }
    return effects
  }

  private mutating func sayFilter() { notice = Notice(filter.isEmpty ? "No filter" : "Filter: \(filter.text)") }

  /// What holds after a fact was put back.
  private func words(of fact: Fact) -> String {
    switch fact {
    case .note(let event, let text): text.isEmpty ? "No note on \(named(event))" : "The note on \(named(event)) is as it was"
    case .bookmark(let event, let isSet): (isSet ? "Bookmarked again: " : "No bookmark on ") + named(event)
    case .mark(let letter, let event): event.map { "Mark \(letter) leads to \(named($0))" } ?? "No mark \(letter)"
    case .visit: ""
    }
  }
}
