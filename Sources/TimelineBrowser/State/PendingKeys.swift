package import Terminal
import TimelineStore

/// Keys that wait for more: a count being typed, or the beginning of a sequence.
package struct PendingKeys: Hashable, Sendable {
  package var count: Int?
  package var keys: [Key] = []

  package var isEmpty: Bool { count == nil && keys.isEmpty }

  /// What the footer shows while more is awaited: `5]`.
  package var text: String { (count.map(String.init) ?? "") + keys.compactMap(\.name).joined() }

  private static let largestCount = 1_000_000

  package mutating func add(digit: Int) { count = min(Self.largestCount, (count ?? 0) * 10 + digit) }

  /// The count, one where none was typed; and nothing waits any more.
  package mutating func take() -> Int {
    defer { self = PendingKeys() }
    return count ?? 1
  }
}

/// Lines that were typed before, by what they were for, newest last.
package struct TypedHistory: Sendable {
  private var lines: [(purpose: Prompt.Purpose, lines: [String])] = []
  private static let longest = 100

  package func lines(for purpose: Prompt.Purpose) -> [String] { lines.first { $0.purpose == purpose }?.lines ?? [] }

  package mutating func remember(_ line: String, for purpose: Prompt.Purpose) {
    guard !line.isEmpty else { return }
    var known = lines(for: purpose)
    known.removeAll { $0 == line }
    known.append(line)
    lines.removeAll { $0.purpose == purpose }
    lines.append((purpose, known.suffix(Self.longest)))
  }
}

/// Where the reader stood when a prompt opened.
struct PromptOrigin: Sendable {
  var selected: Row?
  var top: Int
  var views: [ViewState]
  var search: SearchState?
  /// What narrowed the table on top.
  var query: String

  /// The place for the trail: the event of the page that was open, or the one under the cursor.
  var stop: Trail.Stop? {
    for view in views.reversed() {
      switch view {
      case .event(let page): return Trail.Stop(row: page.row, onPage: true)
      case .accounts(let page): return Trail.Stop(row: page.row, onPage: true)
      case .actors, .sources, .problems, .help: continue
      }
    }
    return selected.map { Trail.Stop(row: $0, onPage: false) }
  }
}
