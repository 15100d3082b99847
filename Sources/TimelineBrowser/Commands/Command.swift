package import TimelineStore

/// Everything a reader can ask for. Keys, the `:` line, the help page, the footer and the manual all name these and nothing else.
///
/// The raw value is the name typed after `:` and written in a file of keys.
package enum Command: String, CaseIterable, Hashable, Sendable {
  // Moving in time
  case nextEvent = "next-event"
  case previousEvent = "previous-event"
  case nextInList = "next-in-list"
  case previousInList = "previous-in-list"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case first, last
  case nextPeriod = "next-period"
  case previousPeriod = "previous-period"
  case goToDate = "go-to-date"
  case repeatGoToDate = "repeat-go-to-date"
  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"
  case zoomAll = "zoom-all"

  // Moving by what events have in common
  case nextOfActor = "next-of-actor"
  case previousOfActor = "previous-of-actor"
  case nextOfPlace = "next-of-place"
  case previousOfPlace = "previous-of-place"
  case nextContested = "next-contested"
  case previousContested = "previous-contested"
  case nextLinked = "next-linked"
  case previousLinked = "previous-linked"
  case nextGap = "next-gap"
  case previousGap = "previous-gap"
  case whatLedHere = "what-led-here"
  case whatFollowed = "what-followed"
  case back, forward

  // Views
  case open, close, quit
  case help
  case accounts
  case actors
  case sources
  case problems
  case palette = "command-line"
  case explain

  // Within a page
  case nextItem = "next-item"
  case previousItem = "previous-item"
  case nextSpeaker = "next-speaker"
  case previousSpeaker = "previous-speaker"
  case scrollDetailDown = "scroll-detail-down"
  case scrollDetailUp = "scroll-detail-up"

  // Finding
  case search
  case searchNext = "search-next"
  case searchPrevious = "search-previous"
  case filter
  case onlyThis = "only-this"
  case notThis = "not-this"
  case toggleFilters = "toggle-filters"
  case clearFilters = "clear-filters"
  case chips
  case toggleItem = "toggle-item"
  case excludeItem = "exclude-item"
  case deleteItem = "delete-item"
  case undo, redo
  case sort

  // Writing in the margin
  case note
  case bookmark
  case setMark = "mark"
  case goToMark = "go-to-mark"

  // Taking something along
  case cite
  case permalink
  case openSource = "open-source"
  case edit
  case reload

  // The screen
  case detailPane = "detail-pane"
  case theme
  case redraw, suspend, cancel

  /// The name typed after `:`.
  package var name: String { rawValue }

  /// What it does, in a sentence without its full stop. A new case does not compile without one.
  package var summary: String {
    switch self {
    case .nextEvent: "Next event; on a page or in a table, a line down"
    case .previousEvent: "Previous event; on a page or in a table, a line up"
    case .nextInList: "The page of the list's next event"
    case .previousInList: "The page of the list's previous event"
    case .halfPageDown: "Half a page down"
    case .halfPageUp: "Half a page up"
    case .pageDown: "A page down"
    case .pageUp: "A page up"
    case .first: "To the first"
    case .last: "To the last"
    case .nextPeriod: "To the next period of the strip that has events"
    case .previousPeriod: "To the previous period of the strip that has events"
    case .goToDate: "Go to a date: 1994-05, today, +2w, 50%"
    case .repeatGoToDate: "Go by the same date again"
    case .zoomIn: "Show a shorter time in the strip, around the event"
    case .zoomOut: "Show a longer time in the strip"
    case .zoomAll: "Show the whole time in the strip"
    case .nextOfActor: "Next event of an actor of this one"
    case .previousOfActor: "Previous event of an actor of this one"
    case .nextOfPlace: "Next event at a place of this one"
    case .previousOfPlace: "Previous event at a place of this one"
    case .nextContested: "Next event whose accounts disagree"
    case .previousContested: "Previous event whose accounts disagree"
    case .nextLinked: "Next event linked with this one"
    case .previousLinked: "Previous event linked with this one"
    case .nextGap: "To the event after the next long gap"
    case .previousGap: "To the event before the previous long gap"
    case .whatLedHere: "Go to what led to this"
    case .whatFollowed: "Go to what came of this"
    case .back: "Back to where you were"
    case .forward: "Forward again"
    case .open: "Open the event, or follow what is marked"
    case .close: "Back to the view before; from the first, leave"
    case .quit: "Leave from anywhere"
    case .help: "Keys and commands of this view"
    case .accounts: "Who says what, in a table"
    case .actors: "Everyone who took part, with numbers"
    case .sources: "Every source, with the events that rest on it"
    case .problems: "What was odd in the data"
    case .palette: "Type a command, a date, or choose from all commands"
    case .explain: "Explain the kind, weight, date and disputes of the event"
    case .nextItem: "To the next link, actor, place or source on the page"
    case .previousItem: "To the previous link, actor, place or source on the page"
    case .nextSpeaker: "The next speaker's column, where they do not all fit"
    case .previousSpeaker: "The previous speaker's column"
    case .scrollDetailDown: "Scroll the detail pane down"
    case .scrollDetailUp: "Scroll the detail pane up"
    case .search: "Search as you type, under any name, accents or not"
    case .searchNext: "Next hit"
    case .searchPrevious: "Previous hit"
    case .filter: "Edit the filter"
    case .onlyThis: "Only events with this actor, place or kind"
    case .notThis: "No events with this actor, place or kind"
    case .toggleFilters: "All filters off, and on again"
    case .clearFilters: "Clear the filter"
    case .chips: "Move into the filter chips"
    case .toggleItem: "Switch the marked one on or off"
    case .excludeItem: "Exclude the marked one"
    case .deleteItem: "Delete the marked one"
    case .undo: "Undo the last change of the filter, a note or a mark"
    case .redo: "Redo it"
    case .sort: "Order by date, killed or weight"
    case .note: "Write a note on the event, kept on this computer"
    case .bookmark: "Bookmark the event, or take the bookmark off"
    case .setMark: "Mark the event with a letter"
    case .goToMark: "Go to an event marked with a letter, or to where the last visit ended"
    case .cite: "Copy a citation: Chicago, BibTeX or Markdown"
    case .permalink: "Copy the command line that reopens this view"
    case .openSource: "Open a source in the web browser; its address is shown first"
    case .edit: "Open the editor at the event's line"
    case .reload: "Read the files again"
    case .detailPane: "Detail pane right, below, off"
    case .theme: "Next theme, remembered"
    case .redraw: "Draw the screen anew"
    case .suspend: "Suspend; fg comes back"
    case .cancel: "Cancel what is typed or running"
    }
  }

  /// Names and summaries in the order of ``allCases``, to be searched.
  package static let worded = FoldedTexts(allCases.map { "\($0.name) \($0.summary)" })

  /// What may follow the name after `:`, as the help shows it; nil when nothing may.
  package var argument: String? {
    switch self {
    case .goToDate: "DATE"
    case .search: "TEXT"
    case .filter: "FILTER"
    case .sort: "date|killed|weight"
    case .theme: "NAME"
    case .open: "ID"
    case .note: "TEXT"
    case .setMark, .goToMark: "LETTER"
    case .detailPane: "right|below|off"
    default: nil
    }
  }

  /// The heading under which help and manual list it.
  package var topic: Topic {
    switch self {
    case .nextEvent, .previousEvent, .nextInList, .previousInList, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .first, .last, .nextPeriod, .previousPeriod,
      .goToDate,
      .repeatGoToDate, .zoomIn, .zoomOut, .zoomAll:
      .time
    case .nextOfActor, .previousOfActor, .nextOfPlace, .previousOfPlace, .nextContested, .previousContested, .nextLinked, .previousLinked, .nextGap,
      .previousGap, .whatLedHere, .whatFollowed, .back, .forward:
      .relations
    case .open, .close, .quit, .help, .accounts, .actors, .sources, .problems, .palette, .explain, .nextItem, .previousItem, .nextSpeaker,
      .previousSpeaker, .scrollDetailDown, .scrollDetailUp:
      .views
    case .search, .searchNext, .searchPrevious, .filter, .onlyThis, .notThis, .toggleFilters, .clearFilters, .chips, .toggleItem, .excludeItem,
      .deleteItem, .undo, .redo, .sort:
      .finding
    case .note, .bookmark, .setMark, .goToMark: .margin
    case .cite, .permalink, .openSource, .edit, .reload: .taking
    case .detailPane, .theme, .redraw, .suspend, .cancel: .screen
    }
  }

  package enum Topic: String, CaseIterable, Hashable, Sendable {
    case time = "Moving in time"
    case relations = "From event to event"
    case views = "Views"
    case finding = "Finding"
    case margin = "Writing in the margin"
    case taking = "Taking along"
    case screen = "The screen"
  }
}
