import Notebook
import TimelineBrowser
import TimelineStore

/// What a session keeps of the reader's margin, from the moment it is known which timeline is open.
struct Keeping {
  private let paths: [String]
  private let mailbox: Mailbox
  private var keeper: NoteKeeper?
  /// What was written before it was known where to.
  private var early: [JournalEntry] = []

  /// How long a disk is waited for when the reader leaves, in milliseconds: where notes are not saved yet, and where only the place of the visit is not.
  private static let (patience, haste) = (3_000, 100)

  init(_ paths: [String], _ mailbox: Mailbox) {
    (self.paths, self.mailbox) = (paths, mailbox)
  }

  /// Begins to keep as soon as what is open tells where; the journal is read behind.
  mutating func begin(_ state: BrowserState) {
    guard keeper == nil, let journal = JournalPlace.journal(for: paths, state.store, isWhole: state.progress == nil) else { return }
    let mailbox = mailbox
    let keeper = NoteKeeper(journal) { mailbox.post($0) }
    for entry in early { keeper.keep(entry) }
    early = []
    self.keeper = keeper
  }

  mutating func keep(_ entry: JournalEntry) {
    if let keeper { return keeper.keep(entry) }
    early.append(entry)
    if Directories.state == nil, early.count == 1 { mailbox.post(.unsaved("there is no home directory to keep it in")) }
  }

  /// Ends the keeping.
  ///
  /// - Parameter hasNotes: whether more than the place of the visit may still be on its way.
  /// - Returns: the notes that could not be saved, in words to be printed.
  func finish(hasNotes: Bool) -> [String] {
    let lost = keeper?.finish(within: hasNotes ? Self.patience : Self.haste) ?? early
    return lost.compactMap { entry in
      switch entry.fact {
      case .note(let event, let text): text.isEmpty ? nil : "\(event): \(text)"
      case .bookmark(let event, let isSet): isSet ? "\(event): bookmark" : nil
      case .mark(let letter, let event): event.map { "\($0): mark \(letter)" }
      case .visit: nil
      }
    }
  }
}
