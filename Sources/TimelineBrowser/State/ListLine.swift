import EDTF
import Terminal
import TimelineStore

/// One line of the timeline's list.
enum ListLine: Hashable, Sendable {
  /// A year, or the group without dates.
  case heading(String)
  /// A long time without events, in words.
  case gap(String)
  /// The event at a position of the selection.
  case event(Int)
}

extension BrowserState {
  /// The lines that a list of some height shows from a position on. Costs a window, whatever the size of the store.
  func listLines(from top: Int, height: Int) -> [ListLine] {
    var lines: [ListLine] = []
    var position = max(0, top)
    while lines.count < height, position < shown.count {
      lines += linesBefore(position, isTop: position == max(0, top))
      lines.append(.event(position))
      position += 1
    }
    return Array(lines.prefix(height))
  }

  /// What stands between an event and the one before it: a rule for a long gap, the heading of a new year.
  private func linesBefore(_ position: Int, isTop: Bool) -> [ListLine] {
    guard sort == .date, let row = shown.row(at: position) else { return [] }
    let group = heading(of: row)
    guard !isTop, let before = shown.row(at: position - 1) else { return [.heading(group)] }
    var lines: [ListLine] = []
    if let gap = gap(from: before, to: row) { lines.append(.gap(gap)) }
    if heading(of: before) != group { lines.append(.heading(group)) }
    return lines
  }

  private func heading(of row: Row) -> String {
    guard let days = store.days(of: row) else { return "Undated" }
    return String(days.first.year)
  }

  private func gap(from before: Row, to row: Row) -> String? {
    guard let end = store.days(of: before), let start = store.days(of: row) else { return nil }
    let quiet = start.first.number - max(end.first, min(end.last, start.first)).number
    return quiet >= longGap ? Self.words(from: max(end.first, min(end.last, start.first)), to: start.first) : nil
  }

  /// A length of time in words: the two largest of years, months, weeks or days. `26 years 4 months`, `4 weeks`.
  static func words(from start: Day, to end: Day) -> String {
    let days = end.number - start.number
    var months = (end.year - start.year) * 12 + Int64(end.month - start.month)
    if end.dayOfMonth < start.dayOfMonth { months -= 1 }
    func counted(_ number: Int64, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    if months >= 12 {
      return months % 12 == 0 ? counted(months / 12, "year") : counted(months / 12, "year") + " " + counted(months % 12, "month")
    }
    if months >= 2 { return counted(months, "month") }
    return days >= 14 ? counted(days / 7, "week") : counted(days, "day")
  }

  /// Moves the window of the list so that the cursor's event is in it, and works out what the window shows.
  mutating func refreshWindow() {
    keepSelectionInList()
    window.show(listLines(from: top, height: layout.list.height), of: shown, in: store, as: listForm)
  }

  /// How the rows of the list are laid out now.
  var listForm: ListRow.Form {
    let showsFigures = size.columns >= Layout.leastColumnsForFigures
    return ListRow.Form(
      width: layout.list.width, ascii: ascii, showsFigures: showsFigures, isByYear: sort == .date,
      marginColumns: showsFigures ? (hasNotes ? 1 : 0) + (hasBookmarks ? 1 : 0) : 0)
  }

  /// Moves the top of the window so that the cursor's event is in it, with an event of context where there is room.
  private mutating func keepSelectionInList() {
    top = max(0, min(top, shown.count - 1))
    guard let selected, let position = shown.position(of: selected) else { return }
    let height = max(1, layout.list.height)
    let context = height >= 8 ? 1 : 0
    if position - context < top {
      top = max(0, position - context)
      return
    }
    let lines = listLines(from: top, height: height)
    let wanted = min(position + context, shown.count - 1)
    if lines.contains(.event(wanted)) { return }
    top = firstShown(endingAt: wanted, height: height)
    if position < top { top = position }
  }

  /// The first position from which a window of a height still shows a later one.
  private func firstShown(endingAt last: Int, height: Int) -> Int {
    var first = last
    var used = 1
    while first > 0 {
      // The line that the earlier event adds, and whatever would then stand between the two; the heading of the topmost is always there.
      let between = linesBefore(first, isTop: false).count
      let heading = sort == .date ? 1 : 0
      guard used + between + 1 + heading <= height else { break }
      used += between + 1
      first -= 1
    }
    return first
  }
}
