import Terminal

extension BrowserState {
  /// The commands whose keys the footer offers, the most needed first.
  private var hinted: [(Command, String)] {
    switch place {
    case .timeline: [(.open, "open"), (.filter, "filter"), (.search, "search"), (.goToDate, "date"), (.actors, "actors"), (.help, "help"), (.close, "quit")]
    case .event: [(.nextItem, "next link"), (.open, "follow"), (.whatLedHere, "led here"), (.whatFollowed, "followed"), (.accounts, "accounts"), (.help, "help"), (.close, "back")]
    case .accounts: [(.openSource, "source"), (.cite, "cite"), (.help, "help"), (.close, "back")]
    case .actors: [(.toggleItem, "mark"), (.excludeItem, "exclude"), (.open, "filter"), (.sort, "order"), (.search, "find"), (.close, "back")]
    case .sources: [(.open, "its events"), (.openSource, "open"), (.search, "find"), (.close, "back")]
    case .problems: [(.search, "find"), (.close, "back")]
    case .help: [(.open, "run"), (.search, "find"), (.close, "back")]
    case .chips: [(.toggleItem, "on/off"), (.deleteItem, "delete"), (.nextItem, "next"), (.close, "done")]
    case .anywhere: []
    }
  }

  func drawFooter(on canvas: inout Canvas) {
    let area = layout.footer
    canvas.fill(area, style: Style(.footer))
    let (said, style) = status
    let text = canvas.cellText(said)
    let room = area.inset(left: 1, right: 1)
    canvas.write(text.truncated(to: room.width), at: room.origin, style: style, within: room)
    drawHints(on: &canvas, in: room.inset(left: text.width > 0 ? text.width + 3 : 0))
  }

  /// What the footer says at its left: what just happened, what is awaited, where a search stands, how far a file has been read.
  private var status: (String, Style) {
    if let notice {
      switch notice.tone {
      case .notice: return (notice.text, Style(.notice))
      case .warning: return (notice.text, Style(.warning))
      case .error: return (notice.text, Style(.error))
      }
    }
    if !pending.isEmpty { return (pending.text, Style(.key)) }
    if let progress { return (Self.words(progress), Style(.notice)) }
    if let searchStatus { return (searchStatus, Style(.notice)) }
    if !tableQuery.isEmpty { return ("/\(tableQuery)", Style(.notice)) }
    return ("", Style(.footer))
  }

  static func words(_ progress: Progress) -> String {
    guard let all = progress.bytesInAll, all > 0 else { return "Reading: \(count(progress.events, "event"))" }
    let percent = Int(Double(progress.bytesRead) / Double(all) * 100)
    return "Reading \(min(100, max(0, percent))) %: \(count(progress.events, "event"))"
  }

  /// As many hints as fit, the first ones kept, set at the right edge.
  private func drawHints(on canvas: inout Canvas, in area: Rect) {
    var hints: [(key: CellText, label: CellText)] = []
    var used = 0
    for (command, label) in hinted {
      guard let key = settings.keymap.label(for: command, in: place) else { continue }
      let hint = (canvas.cellText(ascii ? key : key.replacingReturn), canvas.cellText(" " + label))
      let width = hint.0.width + hint.1.width + 2
      guard used + width - 2 <= area.width else { break }
      hints.append(hint)
      used += width
    }
    var x = area.maxX - max(0, used - 2)
    for hint in hints {
      x += canvas.write(hint.key, at: Point(x: x, y: area.y), style: Style(.key), within: area)
      x += canvas.write(hint.label, at: Point(x: x, y: area.y), style: Style(.footer), within: area)
      x += 2
    }
  }
}

extension String {
  /// The key as a footer with glyphs shows it.
  fileprivate var replacingReturn: String { self == "Enter" ? "⏎" : self }
}
