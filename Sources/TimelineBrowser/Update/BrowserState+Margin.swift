import EDTF
import Notebook
import Terminal
import TimelineModel
import TimelineStore

/// What the reader writes in the margin: notes, bookmarks, marks. It holds at once, and is said to be saved when it is.
extension BrowserState {
  /// Writes a fact, remembering for undo what it takes the place of.
  mutating func write(_ fact: Fact, saying words: String) -> [Effect] {
    if let before = margin.present(insteadOf: fact) { history.remember(.fact(before)) }
    return keep(fact, saying: words)
  }

  /// Writes a fact.
  mutating func keep(_ fact: Fact, saying words: String) -> [Effect] {
    let entry = margin.write(fact, now: now, by: settings.writer)
    unsaved.entries.append(entry)
    unsaved.words = words
    notice = Notice(beingSaved(words))
    marginChanged()
    return [.write(entry)]
  }

  /// What is said of something written as long as it is not on the disk.
  private func beingSaved(_ words: String) -> String { unsaved.reason == nil ? "\(words); saving …" : "\(words), but not saved yet" }

  /// The store, knowing on which events there is something in the margin.
  func marking(_ store: EventStore) -> EventStore { store.marking(noted: margin.notedEvents, bookmarked: margin.bookmarkedEvents) }

  private mutating func marginChanged() {
    store = marking(store)
    detail = PageCache()
    openPage = PageCache()
    if filter.clauses.contains(where: { $0.isOn && $0.field == "has" }) { show(filter) }
  }

  // MARK: - News from the disk

  /// Takes over what is kept; what was written since and is not there yet stands too.
  mutating func read(_ kept: Marginalia, _ problems: [Problem]) {
    let isFirst = margin == Marginalia()
    margin = kept
    for entry in unsaved.entries { margin.take(entry) }
    marginChanged()
    if let problem = problems.first {
      let more = problems.count > 1 ? ". There are \(Self.count(problems.count - 1, "more line")) like it" : ""
      notice = Notice(problem.description + more, .warning)
    } else if isFirst, isUntouched, notice == nil {
      offerLastVisit()
    }
  }

  mutating func saved(_ stamps: [Stamp]) {
    let done = Set(stamps)
    unsaved.entries.removeAll { done.contains($0.stamp) }
    guard unsaved.entries.isEmpty else { return }
    let wasStuck = unsaved.reason != nil
    if let words = unsaved.words, notice?.text == beingSaved(words) {
      notice = Notice("\(words); \(keyName(.undo)) undoes")
    } else if wasStuck {
      notice = Notice("Everything you wrote is saved now")
    }
    unsaved = Unsaved()
  }

  mutating func saveFailed(_ reason: String) {
    guard !unsaved.entries.isEmpty else { return }
    unsaved.reason = reason
    notice = Notice("Not saved: \(reason). What you wrote stays here; it is tried again, and printed when you leave", .error)
  }

  // MARK: - Bookmarks

  mutating func toggleBookmark() -> [Effect] {
    guard let row = currentRow else { return [] }
    let id = store.summary(at: row).id
    let isSet = !margin.isBookmarked(id)
    return write(.bookmark(id, isSet: isSet), saying: isSet ? "Bookmarked" : "Bookmark taken off")
  }

  /// An event by its title, or by its id where it is not here.
  func named(_ event: Identifier) -> String { store.row(of: event).map { "“\(store.summary(at: $0).title)”" } ?? event }

  // MARK: - Marks

  /// Waits for the letter that the event is to be marked with.
  mutating func beginMark() {
    isNamingMark = true
    let used = margin.marks.map(\.letter).joined(separator: " ")
    notice = Notice("A letter marks this event" + (used.isEmpty ? "" : "; in use: \(used)"))
  }

  mutating func nameMark(_ key: Key) -> [Effect] {
    isNamingMark = false
    switch key {
    case .character(let scalar) where scalar.properties.isAlphabetic: return setMark(String(scalar))
    case .escape, .control("c"), .control("g"): return []
    default:
      notice = Notice("A mark is a letter; nothing was marked")
      return []
    }
  }

  mutating func setMark(_ letter: String) -> [Effect] {
    guard let row = currentRow else { return [] }
    guard letter.unicodeScalars.count == 1, letter.unicodeScalars.first?.properties.isAlphabetic == true else {
      notice = Notice("A mark is one letter; \(letter) is not", .error)
      return []
    }
    return write(.mark(letter, store.summary(at: row).id), saying: "Marked with \(letter); \(keyName(.goToMark)) \(letter) comes back here")
  }

  /// Offers all marks, and where the last visit ended.
  mutating func chooseMark() {
    var items = margin.marks.map { letter, event in
      guard let row = store.row(of: event) else { return Menu.Item(key: letter.unicodeScalars.first, event, note: "not in this timeline", .dismiss) }
      let summary = store.summary(at: row)
      return Menu.Item(
        key: letter.unicodeScalars.first, "\(EventGlyph(summary.kind).text(ascii: ascii)) \(summary.title)", note: summary.date?.words ?? "undated", .go(row))
    }
    if let visit = margin.lastVisit { items.append(Menu.Item(key: "'", visit.title, note: "where the last visit ended", .resume)) }
    guard !items.isEmpty else {
      notice = Notice("There are no marks yet; \(keyName(.setMark)) and a letter sets one")
      return
    }
    menu = Menu("Go to", items)
  }

  mutating func goTo(mark letter: String) {
    if letter == "'" { return resume() }
    guard let event = margin.event(marked: letter), let row = store.row(of: event) else {
      notice = Notice("There is no mark \(letter) in this timeline", .error)
      return
    }
    jump(to: row)
  }
}
