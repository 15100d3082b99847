import Terminal
import TimelineModel
import TimelineStore

extension BrowserState {
  /// The commands that fit what was typed after `:`; all of them while nothing was.
  func paletteChoices(for text: String, _ keys: [Command: String]) -> [Prompt.Choice] {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, let command = Command(rawValue: parts[0].lowercased()), command.argument != nil {
      return argumentChoices(for: command, typed: String(parts[1]), from: parts[0].utf8.count + 1, through: text.utf8.count)
    }
    let commands = Command.worded.indices(matching: SearchQuery(text)).map { Command.allCases[$0] }
    let beginning = text.lowercased().split(separator: " ").first ?? ""
    return (commands.filter { $0.name.hasPrefix(beginning) } + commands.filter { !$0.name.hasPrefix(beginning) }).map { command in
      Prompt.Choice(
        replace: 0..<text.utf8.count, text: command.name + (command.argument == nil ? "" : " "), label: command.summary,
        note: keys[command] ?? "", command: command)
    }
  }

  private func argumentChoices(for command: Command, typed: String, from start: Int, through end: Int) -> [Prompt.Choice] {
    if command == .filter {
      return store.completions(for: typed, at: typed.utf8.count).map { completion in
        Prompt.Choice(
          replace: start + completion.replace.lowerBound..<start + completion.replace.upperBound, text: completion.text, label: completion.label,
          note: completion.count.map(String.init) ?? "", command: nil)
      }
    }
    let known: [String] =
      switch command {
      case .theme: settings.themes
      case .sort: SortOrder.Key.allCases.map(\.rawValue)
      case .detailPane: PanePlacement.allCases.map(\.rawValue)
      default: []
      }
    return known.filter { $0.hasPrefix(Self.trimmed(typed)) }.map {
      Prompt.Choice(replace: min(start, end)..<end, text: $0, label: $0, note: "", command: nil)
    }
  }

  /// Runs what was typed after `:`: a command with its argument, or a date.
  mutating func run(line: String) -> [Effect] {
    guard !line.isEmpty else { return [] }
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    let argument = parts.count > 1 ? Self.trimmed(parts[1]) : ""
    guard let command = Command(rawValue: parts[0]) ?? only(commandBeginning: parts[0]) else {
      if case .success = target(of: line) {
        goTo(date: line)
      } else {
        let nearest = Suggestion.nearest(to: parts[0], in: Command.allCases.map(\.name))
        notice = Notice("There is no command \(parts[0])" + (nearest.map { "; did you mean \($0)?" } ?? ""), .error)
      }
      return []
    }
    guard !argument.isEmpty else { return perform(command) }
    return perform(command, argument: argument)
  }

  /// The one command whose name begins so, if there is only one.
  private func only(commandBeginning text: String) -> Command? {
    guard text.first?.isLetter == true else { return nil }
    let matching = Command.allCases.filter { $0.name.hasPrefix(text) }
    return matching.count == 1 ? matching[0] : nil
  }

  private mutating func perform(_ command: Command, argument: String) -> [Effect] {
    switch command {
    case .goToDate: goTo(date: argument)
    case .search:
      guard ![.actors, .sources, .problems, .help].contains(place) else {
        narrowTable(to: argument)
        break
      }
      beginSearch()
      prompt?.editor.set(argument)
      promptChanged()
      return pressInPrompt(.enter)
    case .filter:
      switch store.parse(argument, today: settings.today) {
      case .success(let typed):
        setFilter(keepingWhatIsOff(typed))
        views = []
        sayHowMany()
      case .failure(let error): notice = Notice(Self.sentences(error), .error)
      }
    case .sort:
      guard let key = SortOrder.Key(rawValue: argument) else { return refuse(argument, SortOrder.Key.allCases.map(\.rawValue)) }
      setSort(SortOrder(key))
    case .theme:
      guard settings.themes.contains(argument) else { return refuse(argument, settings.themes) }
      return setTheme(argument)
    case .detailPane:
      guard let pane = PanePlacement(rawValue: argument) else { return refuse(argument, PanePlacement.allCases.map(\.rawValue)) }
      return setPane(pane)
    case .open:
      guard let row = store.row(of: argument) else {
        notice = Notice("There is no event with the id \(argument)", .error)
        return []
      }
      leaveTrail()
      views = [.event(EventViewState(row: row))]
      if shown.contains(row) { selected = row }
    case .note: return setNote(argument)
    case .setMark: return setMark(argument)
    case .goToMark: goTo(mark: argument)
    default:
      notice = Notice("\(command.name) takes no argument", .error)
    }
    return []
  }

  private mutating func refuse(_ word: String, _ known: [String]) -> [Effect] {
    notice = Notice("\(word) is none of \(known.joined(separator: ", "))", .error)
    return []
  }
}
