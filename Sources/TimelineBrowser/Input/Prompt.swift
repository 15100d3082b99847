import Terminal
import TimelineStore

/// A line being typed at the bottom of the screen, what for, and what could complete it.
package struct Prompt: Sendable {
  package enum Purpose: Hashable, Sendable {
    case filter, search, date, command
    /// Narrowing the table on top.
    case narrow
  }

  package var purpose: Purpose
  package var editor: LineEditor
  package var choices: [Choice] = []
  /// The marked choice; nil while the reader only types.
  package var chosen: Int?
  /// What is wrong with the line as it stands, shown beside it.
  package var complaint: String?
  /// Which key runs a command in the view that the line was opened over, once it has been looked up.
  var keys: [Command: String]?
  /// How many events the line would show, where that can be said.
  package var count: Int?
  /// The counting of these events, and what was counted.
  var counting: SelectionScan?
  /// What the line says beside the clause under the cursor, whose values are counted among the events that this would show.
  var rest: (text: String, scan: SelectionScan)?
  /// Whether the reader has accepted the line and waits until its events are known.
  package var isAwaited = false
  /// Which line of the history is shown; nil for the reader's own.
  package var recalled: Int?
  /// What the reader had typed before a line of the history took its place.
  package var draft: String?

  package struct Choice: Hashable, Sendable {
    /// The UTF-8 offsets that it would replace.
    package var replace: Range<Int>
    package var text: String
    package var label: String
    /// What stands at the right: a count, or keys.
    package var note: String
    /// Set where choosing runs a command at once.
    package var command: Command?
  }

  package init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    editor = LineEditor(text)
  }

  package var sign: String {
    switch purpose {
    case .filter: "filter: "
    case .search, .narrow: "/"
    case .date: "@"
    case .command: ":"
    }
  }
}
