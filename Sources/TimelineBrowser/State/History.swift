package import Notebook
package import TimelineStore

/// What was changed, for undo and redo: the filter, and what stands in the margin.
package struct History: Sendable {
  /// What has to be put back.
  package enum Step: Hashable, Sendable {
    case filter(Filter)
    case fact(Fact)
  }

  private var past: [Step] = []
  private var future: [Step] = []
  private static let longest = 100

  package mutating func remember(_ step: Step) {
    past.append(step)
    if past.count > Self.longest { past.removeFirst() }
    future.removeAll()
  }

  /// - Parameter present: what holds now in the place of a step, to be put back by redo.
  package mutating func undo(_ present: (Step) -> Step?) -> Step? {
    guard let step = past.popLast() else { return nil }
    if let now = present(step) { future.append(now) }
    return step
  }

  package mutating func redo(_ present: (Step) -> Step?) -> Step? {
    guard let step = future.popLast() else { return nil }
    if let now = present(step) { past.append(now) }
    return step
  }
}
