package import EDTF
package import Notebook
package import Terminal
package import TimelineModel
package import TimelineStore

/// The program as a value: what is open, where the reader stands, what is being typed.
///
/// A message changes it (`update`), and a picture is drawn from it (`draw`); it knows no terminal, no file and no clock.
///
///     var state = BrowserState(store: store, size: Size(columns: 120, rows: 40), settings: Settings())
///     let effects = state.update(.key(.character("j")))
///     var canvas = Canvas(size: state.size)
///     state.draw(on: &canvas)
package struct BrowserState: Sendable {
  // What is open
  package internal(set) var store: EventStore {
    didSet { (mainStart, hasEras) = (store.mainStart, !store.header.eras.isEmpty) }
  }
  /// Where the strip begins at the widest, where the store has a prologue.
  private(set) var mainStart: Day?
  private(set) var hasEras: Bool
  package internal(set) var problems: [Problem] = [] {
    didSet { tableCache = TableCache() }
  }
  /// How far the files have been read, while they are.
  package internal(set) var progress: Progress?
  /// What happened to the files since they were read.
  package internal(set) var change: String?
  /// Whether the reader has not pressed a key yet, and so stands nowhere.
  package internal(set) var isUntouched = true
  package internal(set) var settings: Settings
  package internal(set) var size: Size

  // What the reader wrote in the margin
  package internal(set) var margin = Marginalia() {
    didSet { (hasNotes, hasBookmarks) = (!margin.notedEvents.isEmpty, !margin.bookmarkedEvents.isEmpty) }
  }
  private(set) var hasNotes = false
  private(set) var hasBookmarks = false
  /// What was written and is not on the disk yet, and why not where that is known.
  package internal(set) var unsaved = Unsaved()
  /// The moment, in microseconds since 1970-01-01 UTC, as the program was told last: what is written is stamped with it.
  package var now: Int64 = 0
  /// Whether the next message, which has come already, is a character too: what a line means is worked out with the last of those that come together.
  package var isTypedOn = false

  // What is shown of it
  package internal(set) var filter = Filter()
  package internal(set) var sort = SortOrder.date
  package internal(set) var shown: Selection {
    didSet { tableCache = TableCache() }
  }
  /// The event under the cursor; nil when nothing is shown.
  package internal(set) var selected: Row? {
    didSet { if let selected { anchor = selected } }
  }
  /// The event that had the cursor last, to come back to when a filter that hid everything is lifted.
  var anchor: Row?
  /// The position, in ``shown``, of the first event in the list.
  var top = 0
  package internal(set) var zoom = Zoom.all
  var detailScroll = 0

  // What is worked out from the rest after every message, so that neither drawing nor the next key does it again
  package internal(set) var layout: Layout
  var window = ListWindow()
  var strip = StripPicture.empty
  var detail = PageCache()
  var openPage = PageCache()
  var tableCache = TableCache()
  var footerHints = FooterHints()

  // Where the reader stands
  package internal(set) var views: [ViewState] = [] {
    didSet { if !views.isEmpty { chip = nil } }
  }
  var trail = Trail()
  var history = History()
  var lastDate: String?
  /// The chip that has the keys, while the reader is in the chips.
  package internal(set) var chip: Int?

  // What is being typed
  package internal(set) var prompt: Prompt?
  package internal(set) var menu: Menu?
  package internal(set) var noteEditor: NoteEditor?
  /// Words on events that were typed and put away without saving them.
  var drafts: [Identifier: String] = [:]
  /// Whether the next key is the letter of a mark.
  var isNamingMark = false
  package internal(set) var notice: Notice?
  var pending = PendingKeys()
  /// Esc goes back as `q` does, but never leaves the program.
  var lastKeyWasEscape = false
  var typed = TypedHistory()
  package internal(set) var search: SearchState?
  /// Whether ``Message/goOn`` was asked for and has not come yet.
  var isToGoOn = false
  /// Where the reader stood when the open prompt began, to come back to on Esc.
  var beforePrompt: PromptOrigin?

  package init(store: EventStore, size: Size, settings: Settings, problems: [Problem] = []) {
    self.store = store
    mainStart = store.mainStart
    hasEras = !store.header.eras.isEmpty
    self.size = size
    self.settings = settings
    self.problems = problems
    shown = store.select(Filter(), sort: .date)
    layout = Layout(size: size, pane: settings.preferences.pane, hasChips: false, stripRows: 0)
    selected = shown.row(at: 0)
    refresh()
  }

  /// The view that has the keys.
  package var place: Keymap.Place {
    if chip != nil, views.isEmpty { return .chips }
    return views.last?.place ?? .timeline
  }

  /// The event that commands speak of: the one on the page, else the one under the cursor.
  package var currentRow: Row? {
    for view in views.reversed() {
      switch view {
      case .event(let page): return page.row
      case .accounts(let page): return page.row
      default: continue
      }
    }
    return selected
  }

  var ascii: Bool { settings.ascii }
}

/// What the program was told when it began, and what the reader set since.
package struct Settings: Sendable {
  package var ascii: Bool
  package var keymap: Keymap
  package var preferences: Preferences
  /// The names of the themes there are, in the order in which `t` walks them.
  package var themes: [String]
  /// The reader's day, for `today`; nil when the program was not told.
  package var today: Day?
  /// Whether the terminal is asked to put what is copied on the clipboard; it is printed on leaving in any case.
  package var usesClipboard: Bool
  /// What was opened, as it stood on the command line, for the permalink.
  package var arguments: [String]
  /// The number of this run of the program, by which what it writes is told from what others write.
  package var writer: UInt32

  package init(
    ascii: Bool = false, keymap: Keymap = .standard, preferences: Preferences = Preferences(), themes: [String] = ["dark", "light", "high-contrast", "mono"],
    today: Day? = nil, usesClipboard: Bool = false, arguments: [String] = [], writer: UInt32 = 0
  ) {
    self.ascii = ascii
    self.keymap = keymap
    self.preferences = preferences
    self.themes = themes
    self.today = today
    self.usesClipboard = usesClipboard
    self.arguments = arguments
    self.writer = writer
  }
}
