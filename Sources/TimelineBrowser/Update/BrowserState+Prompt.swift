import EDTF
import Terminal
import TimelineStore

extension BrowserState {
  /// Opens a line to type in.
  mutating func ask(_ purpose: Prompt.Purpose, text: String = "") {
    if beforePrompt == nil { beforePrompt = PromptOrigin(selected: selected, top: top, views: views, search: search, query: tableQuery) }
    chip = nil
    prompt = Prompt(purpose, text: text)
    promptChanged()
  }

  mutating func editFilter() {
    let text = filter.text
    ask(.filter, text: text.isEmpty ? "" : text + " ")
    views = []
  }

  mutating func pressInPrompt(_ key: Key) -> [Effect] {
    guard var line = prompt else { return [] }
    switch key {
    case .escape, .control("c"), .control("g"): abandonPrompt()
    case .enter: return acceptPrompt()
    case .tab: completePrompt(by: 1)
    case .backTab: completePrompt(by: -1)
    case .down, .control("n"): line.purpose == .filter || line.purpose == .command ? choose(by: 1) : recall(by: -1)
    case .up, .control("p"): (line.purpose == .filter || line.purpose == .command) && line.chosen != nil ? choose(by: -1) : recall(by: 1)
    case .backspace where line.editor.isEmpty: abandonPrompt()
    default:
      guard line.editor.handle(key) else { return [] }
      line.chosen = nil
      line.recalled = nil
      line.draft = nil
      prompt = line
      if isTypedOn, case .character = key { return [] }
      promptChanged()
    }
    return []
  }

  /// Works out what the line as typed so far means: completions, complaint, count, and for a search the hits.
  mutating func promptChanged() {
    guard var line = prompt else { return }
    line.complaint = nil
    line.count = nil
    line.counting = nil
    line.isAwaited = false
    let text = line.editor.text
    switch line.purpose {
    case .search:
      prompt = line
      searchAsTyped(text)
      return
    case .filter:
      prompt = line
      offerChoices()
      line = prompt ?? line
      // A word that can be completed is not wrong yet.
      switch store.parse(text, today: settings.today, suggests: line.choices.isEmpty) {
      case .success(let filter):
        let counting = SelectionScan(filter, of: store).ready(in: store)
        line.count = counting.selection?.count
        line.counting = counting
      case .failure(let error): line.complaint = line.choices.isEmpty ? Self.sentences(error) : nil
      }
    case .date:
      if !text.isEmpty, case .failure(let error) = target(of: text) { line.complaint = error.reason }
    case .command:
      let keys = line.keys ?? settings.keymap.labels(in: place == .chips ? .timeline : place)
      line.keys = keys
      line.choices = paletteChoices(for: text, keys)
    case .narrow: narrowTable(to: text)
    }
    prompt = line
  }

  /// Offers how the filter may go on, with the values counted among what the rest of the line lets through, as soon as that is known.
  mutating func offerChoices() {
    guard var line = prompt else { return }
    let (text, cursor) = (line.editor.text, line.editor.cursorUTF8)
    let rest = store.rest(of: text, at: cursor)
    if line.rest?.text != rest {
      let scan = try? SelectionScan(store.parse(rest, today: settings.today, suggests: false).get(), of: store).ready(in: store)
      line.rest = scan.map { (rest, $0) }
    }
    line.choices = store.completions(for: text, at: cursor, among: line.rest?.scan.selection).map { completion in
      Prompt.Choice(
        replace: completion.replace, text: completion.text, label: completion.label, note: completion.count.map(String.init) ?? "", command: nil)
    }
    prompt = line
  }

  private mutating func choose(by step: Int) {
    guard var line = prompt, !line.choices.isEmpty else { return }
    let count = line.choices.count
    if let chosen = line.chosen {
      let next = chosen + step
      line.chosen = next < 0 ? nil : min(next, count - 1)
    } else {
      line.chosen = step > 0 ? 0 : count - 1
    }
    prompt = line
  }

  /// Puts the marked choice, or the first, into the line.
  private mutating func completePrompt(by step: Int) {
    guard var line = prompt, !line.choices.isEmpty else { return }
    let index = line.chosen ?? (step > 0 ? 0 : line.choices.count - 1)
    let choice = line.choices[index]
    line.editor.replace(utf8: choice.replace, with: choice.text)
    line.chosen = nil
    prompt = line
    promptChanged()
  }

  private mutating func recall(by step: Int) {
    guard var line = prompt else { return }
    let known = typed.lines(for: line.purpose)
    guard !known.isEmpty else { return }
    let next = (line.recalled ?? -1) + step
    let own = line.draft ?? line.editor.text
    line.draft = own
    line.recalled = next < 0 ? nil : min(next, known.count - 1)
    line.editor.set(line.recalled.map { known[known.count - 1 - $0] } ?? own)
    prompt = line
    promptChanged()
  }

  private mutating func abandonPrompt() {
    if let origin = beforePrompt {
      views = origin.views
      if prompt?.purpose == .narrow { narrowTable(to: origin.query) }
      if prompt?.purpose == .search {
        selected = origin.selected
        settleSelection()
        top = origin.top
        search = origin.search
      }
    }
    prompt = nil
    beforePrompt = nil
  }

  private mutating func acceptPrompt() -> [Effect] {
    guard let line = prompt else { return [] }
    let text = line.editor.text
    let trimmed = Self.trimmed(text)
    switch line.purpose {
    case .search:
      typed.remember(text, for: .search)
      let found = selected
      let origin = beforePrompt
      prompt = nil
      beforePrompt = nil
      if let stop = origin?.stop, stop.onPage || stop.row != found { trail.leave(stop) }
      if let search, search.hits?.isEmpty == true { notice = Notice("Nothing found for \(search.text)", .warning) }
    case .filter:
      if line.chosen != nil {
        completePrompt(by: 1)
        return []
      }
      switch store.parse(trimmed, today: settings.today) {
      case .success(let typedFilter):
        if line.counting?.filter == typedFilter, line.counting?.selection == nil {
          prompt?.isAwaited = true
          return []
        }
        typed.remember(trimmed, for: .filter)
        prompt = nil
        beforePrompt = nil
        setFilter(keepingWhatIsOff(typedFilter), found: line.counting?.filter == typedFilter ? line.counting?.selection : nil)
        if shown.isEmpty { sayHowMany() }
      case .failure(let error):
        prompt?.complaint = Self.sentences(error)
      }
    case .date:
      prompt = nil
      beforePrompt = nil
      guard !trimmed.isEmpty else { return [] }
      typed.remember(trimmed, for: .date)
      goTo(date: trimmed)
    case .narrow:
      prompt = nil
      beforePrompt = nil
    case .command:
      let choice = line.chosen.flatMap { line.choices.indices.contains($0) ? line.choices[$0] : nil }
      if choice != nil, choice?.command == nil { completePrompt(by: 1) }
      let whole = Self.trimmed(prompt?.editor.text ?? trimmed)
      prompt = nil
      beforePrompt = nil
      if let command = choice?.command {
        typed.remember(command.name, for: .command)
        return perform(command)
      }
      typed.remember(whole, for: .command)
      return run(line: whole)
    }
    return []
  }

  /// What was typed, and the clauses that are switched off, which the line does not show.
  func keepingWhatIsOff(_ typed: Filter) -> Filter {
    let texts = Set(typed.clauses.map(\.text))
    return Filter(typed.clauses + filter.clauses.filter { !$0.isOn && !texts.contains($0.text) })
  }

  /// What is wrong with a filter and what to write instead, as sentences.
  static func sentences(_ error: FilterError) -> String {
    let words = [error.what, error.remedy].compactMap { $0 }.joined(separator: ". ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
