import EDTF
import Terminal
import TimelineModel
import TimelineStore

extension BrowserState {
  /// Takes one message in and says what is to be done about it outside.
  package mutating func update(_ message: Message) -> [Effect] {
    var effects: [Effect] = []
    switch message {
    case .key(let key): effects = press(key)
    case .command(let command): effects = perform(command)
    case .resized(let size): self.size = size
    case .loading(let progress): self.progress = progress
    case .loaded(let store, let problems, let progress): adopt(store, problems, progress)
    case .margin(let margin, let problems): read(margin, problems)
    case .saved(let stamps): saved(stamps)
    case .unsaved(let reason): saveFailed(reason)
    case .goOn:
      let before = work
      effects = goOn()
      // A piece that is not the last changes nothing that could be seen.
      if before != nil, work == before { return effects + askToGoOn() }
    case .said(let notice): self.notice = notice
    case .filesChanged(let what): change = what
    }
    refresh()
    return effects + askToGoOn()
  }

  /// Brings what is derived into line with what was changed: the division of the screen, the list's window, strip, pages, cursors.
  mutating func refresh() {
    refreshHints()
    layout = Layout(size: size, pane: settings.preferences.pane, hasChips: !chipsFitHeader, stripRows: stripRows, footerRows: footerRows)
    guard !layout.isTooSmall else { return }
    refreshWindow()
    refreshStrip()
    refreshPages()
    clampView()
    refreshTable()
  }

  /// The key that runs a command in the timeline, for messages; the command's name where none does.
  func keyName(_ command: Command, in place: Keymap.Place = .timeline) -> String {
    settings.keymap.label(for: command, in: place) ?? ":" + command.name
  }

  // MARK: - Keys

  private mutating func press(_ key: Key) -> [Effect] {
    switch key {
    case .focusIn, .focusOut, .unknown: return []
    case .mouse(let event):
      isUntouched = false
      return point(event)
    // Over a slow line Esc and the key behind it come together, as a key with Alt does. Where one types that would throw words away.
    case .alt(let scalar) where !takesText && !isBound(key): return press(.escape) + press(.character(scalar))
    default: break
    }
    // The picture drawn anew is the same picture, and what has been typed so far still counts.
    if let effect = redrawing(key) { return [effect] }
    notice = nil
    isUntouched = false
    lastKeyWasEscape = key == .escape
    if isNamingMark { return nameMark(key) }
    if noteEditor != nil { return pressInNote(key) }
    if menu != nil { return pressInMenu(key) }
    if prompt != nil { return pressInPrompt(key) }
    if key == .escape, !pending.isEmpty {
      pending = PendingKeys()
      return []
    }
    if case .paste = key {
      notice = Notice(
        "What is pasted goes into a line that is open: \(keyName(.search)) searches, \(keyName(.filter)) filters, \(keyName(.palette)) takes a command")
      return []
    }
    if pending.keys.isEmpty, let digit = Self.digit(key), digit != 0 || pending.count != nil {
      pending.add(digit: digit)
      return []
    }
    pending.keys.append(key)
    switch settings.keymap.meaning(of: pending.keys, in: place) {
    case .prefix: return []
    case .command(let command):
      let count = pending.count
      pending = PendingKeys()
      return perform(command, count: count)
    case .nothing:
      notice = Notice(unbound(pending.keys))
      pending = PendingKeys()
      return []
    }
  }

  /// Whether keys are text, or choose from a menu, and commands have none.
  private var takesText: Bool { isNamingMark || noteEditor != nil || menu != nil || prompt != nil }

  private func isBound(_ key: Key) -> Bool {
    if case .nothing = settings.keymap.meaning(of: pending.keys + [key], in: place) { false } else { true }
  }

  private func redrawing(_ key: Key) -> Effect? {
    switch (takesText, key, takesText ? .nothing : settings.keymap.meaning(of: [key], in: place)) {
    case (true, .control("l"), _), (_, _, .command(.redraw)): .redraw
    case (true, .control("z"), _), (_, _, .command(.suspend)): .suspend
    default: nil
    }
  }

  private static func digit(_ key: Key) -> Int? {
    guard case .character(let scalar) = key, ("0"..."9").contains(scalar) else { return nil }
    return Int(scalar.value) - 48
  }

  private func unbound(_ keys: [Key]) -> String {
    let typed = keys.compactMap(\.name).joined()
    guard keys.count > 1 else { return "\(typed) is not bound here; \(keyName(.help, in: place)) shows the keys" }
    let continuations = settings.keymap.bindings.filter { ($0.place == place || $0.place == .anywhere) && $0.keys.first == keys.first && $0.keys.count > 1 }
    let known = continuations.compactMap { $0.keys.last?.name }.joined(separator: ", ")
    return "\(typed) is not bound; after \(keys.first?.name ?? "it") come \(known)"
  }

  // MARK: - Commands

  /// Why a command cannot do anything now, in words for the footer; nil when it can.
  package func reasonUnavailable(_ command: Command) -> String? {
    switch command {
    case .open where place == .timeline, .accounts, .note, .bookmark, .setMark, .cite, .openSource, .edit, .whatLedHere, .whatFollowed, .explain, .onlyThis,
      .notThis,
      .nextOfActor, .previousOfActor, .nextOfPlace, .previousOfPlace, .nextContested, .previousContested, .nextLinked, .previousLinked, .nextGap, .previousGap:
      if currentRow == nil { return "No event is shown" }
    case .chips, .clearFilters, .toggleFilters:
      if filter.clauses.isEmpty { return "There is no filter; \(keyName(.filter)) makes one" }
    case .searchNext, .searchPrevious:
      if [.actors, .sources, .problems, .help].contains(place) { return "\(keyName(.search, in: place)) narrows this list; it shows every hit" }
      if search == nil { return "Nothing was searched yet; \(keyName(.search)) searches" }
    case .repeatGoToDate:
      if lastDate == nil { return "No date was given yet; \(keyName(.goToDate)) goes to one" }
    case .deleteItem:
      if chip == nil { return "No filter chip is marked; \(keyName(.chips)) moves into them" }
    case .toggleItem, .excludeItem:
      if chip == nil, place != .actors { return "Nothing is marked that could be switched; \(keyName(.chips)) moves into the filter chips" }
    case .nextItem, .previousItem:
      if chip == nil, place != .event { return "Only pages and filter chips have items; \(keyName(.open)) opens the page of the event" }
    case .nextSpeaker, .previousSpeaker:
      if place != .accounts { return "Speakers stand in the table of accounts; \(keyName(.accounts)) opens it" }
    default: break
    }
    return nil
  }

  /// Does what a command says. `count` is what was typed before it; nil is once.
  mutating func perform(_ command: Command, count: Int? = nil) -> [Effect] {
    if let reason = reasonUnavailable(command) {
      notice = Notice(reason)
      return []
    }
    let times = count ?? 1
    switch command {
    case .nextEvent: move(.lines(times))
    case .previousEvent: move(.lines(-times))
    case .halfPageDown: move(.halfPages(times))
    case .halfPageUp: move(.halfPages(-times))
    case .pageDown: move(.pages(times))
    case .pageUp: move(.pages(-times))
    case .first: move(count.map { .to($0 - 1) } ?? .first)
    case .last: move(count.map { .to($0 - 1) } ?? .last)
    case .nextInList: moveInList(by: times)
    case .previousInList: moveInList(by: -times)
    case .nextPeriod: movePeriod(by: times)
    case .previousPeriod: movePeriod(by: -times)
    case .goToDate: ask(.date)
    case .repeatGoToDate: if let lastDate { goTo(date: lastDate) }
    case .zoomIn: setZoom(zoom.closer)
    case .zoomOut: setZoom(zoom.wider)
    case .zoomAll: setZoom(.all)

    case .nextOfActor: walk(.actor, forward: true, times, "of these actors")
    case .previousOfActor: walk(.actor, forward: false, times, "of these actors")
    case .nextOfPlace: walk(.place, forward: true, times, "at these places")
    case .previousOfPlace: walk(.place, forward: false, times, "at these places")
    case .nextContested: walk(.disputed, forward: true, times, "whose accounts disagree")
    case .previousContested: walk(.disputed, forward: false, times, "whose accounts disagree")
    case .nextLinked: walk(.linked, forward: true, times, "linked with this one")
    case .previousLinked: walk(.linked, forward: false, times, "linked with this one")
    case .nextGap: walk(.gap, forward: true, times, "after a long gap")
    case .previousGap: walk(.gap, forward: false, times, "before a long gap")
    case .whatLedHere: follow(currentRow.map(store.causes(of:)) ?? [], title: "What led to this", none: "Nothing is recorded as having led to this")
    case .whatFollowed: follow(currentRow.map(store.consequences(of:)) ?? [], title: "What came of this", none: "Nothing is recorded as having come of this")
    case .back: walkBack(times)
    case .forward: walkForward(times)

    case .open: return open()
    case .close: return close()
    case .quit: return [.quit]
    case .help: showHelp()
    case .accounts: toggleAccounts()
    case .actors: push(.actors(TableViewState()))
    case .sources: push(.sources(TableViewState()))
    case .problems: showProblems()
    case .palette: ask(.command)
    case .explain: explain()
    case .nextItem: moveItem(by: times)
    case .previousItem: moveItem(by: -times)
    case .nextSpeaker: moveSpeaker(by: times)
    case .previousSpeaker: moveSpeaker(by: -times)
    case .scrollDetailDown: scrollDetail(by: times)
    case .scrollDetailUp: scrollDetail(by: -times)

    case .search: beginSearch()
    case .searchNext: nextHit(times)
    case .searchPrevious: nextHit(-times)
    case .filter: editFilter()
    case .onlyThis: chooseClause(negated: false)
    case .notThis: chooseClause(negated: true)
    case .toggleFilters: toggleAllClauses()
    case .clearFilters: setFilter(Filter())
    case .chips: chip = 0
    case .toggleItem: toggleItem(include: true)
    case .excludeItem: toggleItem(include: false)
    case .deleteItem: deleteChip()
    case .undo: return undo(times)
    case .redo: return redo(times)
    case .sort: nextOrder()

    case .note: editNote()
    case .bookmark: return toggleBookmark()
    case .setMark: beginMark()
    case .goToMark: chooseMark()

    case .cite: chooseCitation()
    case .permalink: return copyPermalink()
    case .openSource: chooseSource()
    case .edit: return edit()
    case .reload:
      progress = Progress(bytesRead: 0, bytesInAll: nil, events: 0)
      change = nil
      return [.reload]

    case .detailPane: return setPane(nextPane)
    case .theme: return setTheme(nextTheme)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .cancel: return cancel()
    }
    return []
  }

  /// `1 event`, `164,000 events`.
  static func count(_ number: Int, _ noun: String) -> String { "\(Progress.grouped(number)) \(noun)\(number == 1 ? "" : "s")" }
}
