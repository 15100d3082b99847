import Terminal

extension BrowserState {
  /// The commands whose keys the footer offers, the most needed first; the last one is the way out.
  private var hinted: [(Command, String)] {
    switch place {
    case .timeline: [(.open, "open"), (.filter, "filter"), (.search, "search"), (.goToDate, "date"), (.actors, "actors"), (.help, "help"), (.close, "quit")]
    case .event:
      [
        (.nextItem, "next link"), (.open, "follow"), (.nextInList, "next event"), (.whatLedHere, "led here"), (.whatFollowed, "followed"),
        (.accounts, "accounts"), (.help, "help"), (.close, "back"),
      ]
    case .accounts: [(.nextInList, "next event"), (.openSource, "source"), (.cite, "cite"), (.help, "help"), (.close, "back")]
    case .actors:
      [(.open, "filter"), (.toggleItem, "mark"), (.excludeItem, "exclude"), (.sort, "order"), (.search, "find"), (.help, "help"), (.close, "back")]
    case .sources: [(.open, "its events"), (.openSource, "address"), (.search, "find"), (.help, "help"), (.close, "back")]
    case .problems: [(.open, "whole"), (.edit, "edit"), (.search, "find"), (.help, "help"), (.close, "back")]
    case .help: [(.open, "run"), (.search, "find"), (.close, "back")]
    case .chips: [(.toggleItem, "on/off"), (.deleteItem, "delete"), (.nextItem, "next"), (.filter, "edit"), (.help, "help"), (.close, "done")]
    case .anywhere: []
    }
  }

  private static let gap = 2

  /// The hints of the view on top, or those of an open menu.
  private var hints: [FooterHint] {
    if noteEditor != nil { return [hint("^J", "new line"), hint("Esc", "leave"), hint("Enter", "save")] }
    if menu != nil { return [hint("Enter", "choose"), hint("Esc", "close")] }
    return footerHints.place == place ? footerHints.hints : hintsOfPlace
  }

  private var hintsOfPlace: [FooterHint] {
    hinted.compactMap { command, label in settings.keymap.label(for: command, in: place).map { hint($0, label) } }
  }

  private func hint(_ key: String, _ label: String) -> FooterHint {
    FooterHint(key: CellText(key == "Enter" && !ascii ? "⏎" : key, ascii: ascii), label: CellText(" " + label, ascii: ascii))
  }

  /// Looks the keys up again when another view has come to the top.
  mutating func refreshHints() {
    if footerHints.place != place { footerHints = FooterHints(place: place, hints: hintsOfPlace) }
  }

  // MARK: - What is said

  /// A message, in as many lines as it takes and the screen can spare; the way out stays beside it.
  private var noticeLines: [CellText] {
    guard let notice else { return [] }
    let whole = size.columns - 2
    let wayOut = hints.last.map { $0.width + 3 } ?? 0
    let room = max(1, whole >= 30 ? whole - wayOut : whole)
    let lines = CellText(notice.text, ascii: ascii).wrapped(to: room)
    let most = max(1, size.rows / 4)
    guard lines.count > most else { return lines }
    let rest = lines[(most - 1)...].reduce(CellText(ascii: ascii)) { $0.isEmpty ? $1 : $0 + CellText(" ", ascii: ascii) + $1 }
    return lines[..<(most - 1)] + [rest.truncated(to: room)]
  }

  /// How many rows the footer takes.
  var footerRows: Int { prompt == nil ? max(1, noticeLines.count) : 1 }

  /// What the footer says at its left beside messages: keys that wait for more, how far a file has been read, where a search stands.
  private var status: (String, Style)? {
    if !pending.isEmpty { return (pending.text, Style(.key)) }
    let searching = views.isEmpty || place == .event || place == .accounts ? searchStatus : tableQuery.isEmpty ? nil : "/\(tableQuery)"
    if let progress {
      return (searching.map { "\(progress.share)  \($0)" } ?? "\(progress.words)  \(keyName(.cancel, in: place)) stops", Style(.notice))
    }
    if let searching { return (searching, Style(.notice)) }
    if let reason = unsaved.reason { return ("\(Self.count(unsaved.entries.count, "change")) not saved: \(reason)", Style(.warning)) }
    if let change { return ("\(keyName(.reload, in: place)) reads again: \(change)", Style(.warning)) }
    return nil
  }

  // MARK: - Drawing

  func drawFooter(on canvas: inout Canvas) {
    let area = layout.footer
    canvas.fill(area, style: Style(.footer))
    let room = area.inset(left: 1, right: 1)
    var lines = noticeLines
    var style = Style(notice.map { $0.tone.role } ?? .footer)
    if lines.isEmpty, let status {
      let wayOut = hints.last.map { $0.width + 3 } ?? 0
      lines = [canvas.cellText(status.0).truncated(to: max(1, room.width >= 30 ? room.width - wayOut : room.width))]
      style = status.1
    }
    for (y, line) in lines.enumerated() { canvas.write(line, at: Point(x: room.x, y: room.y + y), style: style, within: room) }
    let said = lines.last?.width ?? 0
    drawHints(on: &canvas, in: room.splitBottom(1).bottom.inset(left: said > 0 ? said + 3 : 0))
  }

  /// As many hints as fit, set at the right edge: first of all the way out, then help, then the others in their order.
  private func drawHints(on canvas: inout Canvas, in area: Rect) {
    let all = hints
    var chosen: [Int] = []
    var used = 0
    for index in [all.count - 1, all.count - 2] + Array(all.indices.dropLast(2)) where all.indices.contains(index) {
      let width = all[index].width + (chosen.isEmpty ? 0 : Self.gap)
      guard used + width <= area.width else { break }
      chosen.append(index)
      used += width
    }
    var x = area.maxX - used
    for index in chosen.sorted() {
      x += canvas.write(all[index].key, at: Point(x: x, y: area.y), style: Style(.key), within: area)
      x += canvas.write(all[index].label, at: Point(x: x, y: area.y), style: Style(.footer), within: area)
      x += Self.gap
    }
  }
}

/// A key and what it does, as the footer shows them.
struct FooterHint: Sendable {
  var key: CellText
  var label: CellText
  var width: Int { key.width + label.width }
}

/// The hints of a view, kept as long as it is on top.
struct FooterHints: Sendable {
  var place: Keymap.Place?
  var hints: [FooterHint] = []
}

extension Notice.Tone {
  fileprivate var role: Role {
    switch self {
    case .notice: .notice
    case .warning: .warning
    case .error: .error
    }
  }
}
