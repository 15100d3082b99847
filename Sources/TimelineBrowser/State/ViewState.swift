package import TimelineStore

/// A view that was opened over the timeline, and where the reader stands in it. Views form a stack: Enter goes in, q comes back.
package enum ViewState: Sendable {
  /// What sort of view it is; two of the same are never stacked on one another by hand.
  var place: Keymap.Place {
    switch self {
    case .event: .event
    case .accounts: .accounts
    case .actors: .actors
    case .sources: .sources
    case .problems: .problems
    case .help: .help
    }
  }

  case event(EventViewState)
  case accounts(AccountsViewState)
  case actors(TableViewState)
  case sources(TableViewState)
  case problems(TableViewState)
  case help(HelpViewState)
}

package struct EventViewState: Sendable {
  package var row: Row
  package var scroll = 0
  /// The item of the page that Tab stands on.
  package var item: Int?

  package init(row: Row) { self.row = row }
}

package struct AccountsViewState: Sendable {
  package var row: Row
  package var scroll = 0
  /// The first speaker's column that is shown.
  package var firstColumn = 0

  package init(row: Row) { self.row = row }
}

/// A list over the whole screen, with one line that has the cursor.
package struct TableViewState: Sendable {
  package var selected = 0
  package var top = 0
  /// What the reader typed to narrow the list.
  package var query = ""
  /// Ids that were marked to be filtered by: true to include, false to exclude.
  package var marked: [String: Bool] = [:]
  /// Which column orders the rows, from 0.
  package var order = 0

  package init() {}

  /// Keeps the cursor inside `count` rows, and the cursor's row inside a window of `height`.
  package mutating func clamp(count: Int, height: Int) {
    selected = max(0, min(selected, count - 1))
    let height = max(1, height)
    if selected < top { top = selected }
    if selected - top >= height { top = selected - height + 1 }
    top = max(0, min(top, max(0, count - height)))
  }
}

package struct HelpViewState: Sendable {
  package var table = TableViewState()
  /// The view whose keys are explained.
  package var place: Keymap.Place
  /// The chip that had the keys when help was asked for.
  var chip: Int?

  package init(place: Keymap.Place) {
    self.place = place
    // The first line is a heading.
    table.selected = 1
  }
}
