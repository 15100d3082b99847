package import TimelineStore
import Terminal
import EDTF

extension BrowserState {
  /// Opens a line to type in.
  mutating func ask(_ purpose: Prompt.Purpose, text: String = "") {
    beforePrompt = PromptOrigin(selected: selected, top: top, filter: filter, search: search)
    chip = nil
    prompt = Prompt(purpose, text: text)
    promptChanged()
  }

  mutating func editFilter() {
    let text = filter.text
    views = []
    ask(.filter, text: text.isEmpty ? "" : text + " ")
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
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    default:
      guard line.editor.handle(key) else { return [] }
      line.chosen = nil
      line.recalled = nil
      prompt = line
      promptChanged()
    }
    return []
  }

  /// Works out what the line as typed so far means: completions, complaint, count, and for a search the hits.
  mutating func promptChanged() {
    guard var line = prompt else { return }
    line.complaint = nil
    line.count = nil
    let text = line.editor.text
    switch line.purpose {
    case .search:
      prompt = line
      searchAsTyped(text)
      return
    case .filter:
      line.choices = store.completions(for: text, at: line.editor.cursorUTF8).map { completion in
        Prompt.Choice(
          replace: completion.replace, text: completion.text, label: completion.label, note: completion.count.map(String.init) ?? "", command: nil)
      }
      switch store.parse(text, today: settings.today) {
      case .success(let filter): line.count = store.select(filter, sort: .date).count
      case .failure(let error): line.complaint = [error.what, error.remedy].compactMap { $0 }.joined(separator: ". ")
      }
    case .date:
      if !text.isEmpty, case .failure(let error) = target(of: text) { line.complaint = error.reason }
    case .command: line.choices = paletteChoices(for: text)
    case .narrow: narrowTable(to: text)
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
    line.recalled = next < 0 ? nil : min(next, known.count - 1)
    line.editor.set(line.recalled.map { known[known.count - 1 - $0] } ?? "")
    prompt = line
    promptChanged()
  }

  private mutating func abandonPrompt() {
    if prompt?.purpose == .search, let origin = beforePrompt {
      selected = origin.selected
      top = origin.top
      search = origin.search
    }
    if prompt?.purpose == .narrow { narrowTable(to: "") }
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
      if let start = origin?.selected, start != found { trail.leave(Trail.Stop(row: start, onPage: false)) }
      if let search, search.hits.count == 0 { notice = Notice("Nothing found for \(search.text)", .warning) }
    case .filter:
      if line.chosen != nil {
        completePrompt(by: 1)
        return []
      }
      switch store.parse(trimmed, today: settings.today) {
      case .success(let filter):
        typed.remember(trimmed, for: .filter)
        prompt = nil
        beforePrompt = nil
        setFilter(filter)
        if shown.count == 0 { notice = Notice("Nothing matches; \(settings.keymap.label(for: .undo, in: .timeline) ?? "u") undoes", .warning) }
      case .failure(let error):
        prompt?.complaint = [error.what, error.remedy].compactMap { $0 }.joined(separator: ". ")
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
      let chosen = line.chosen.flatMap { line.choices.indices.contains($0) ? line.choices[$0].command : nil }
      prompt = nil
      beforePrompt = nil
      typed.remember(trimmed, for: .command)
      if let chosen { return perform(chosen) }
      return run(line: trimmed)
    }
    return []
  }

  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
