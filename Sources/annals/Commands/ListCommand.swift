import ArgumentParser
import NcursesTerminal
import Terminal
import TimelineFormats
import TimelineModel
import TimelineStore

/// `annals list`: events, one after the other, for a reader or for another program.
struct ListCommand: Work {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print events: a table to read, or CSV, JSON, JSON Lines or Markdown for other programs.")

  /// How a list is printed: the table for people, and the machine formats.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, jsonl, markdown
  }

  @OptionGroup var input: InputArguments
  @OptionGroup var filter: FilterOption
  @Option(help: "Order: date, killed (most first) or weight.")
  var sort: Order = .date
  @Option(parsing: .unconditional, help: "Print at most so many events.")
  var limit: Int?
  @Option(help: "How to print them: table, csv, json, jsonl or markdown.")
  var format: Format = .table
  @Flag(help: "In CSV, leave text as it is that a spreadsheet would take for a formula.")
  var raw = false

  enum Order: String, ExpressibleByArgument, CaseIterable {
    case date, killed, weight

    var order: SortOrder {
      switch self {
      case .date: .date
      case .killed: .killed
      case .weight: .weight
      }
    }
  }

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit: \(limit) is less than nothing; write a number of events") }
  }

  func work() throws(Failure) {
    let opened = try OpenedStore(input.files)
    let selection = try filter.selection(in: opened.store, sort: sort.order)
    guard let machine = OutputFormat(rawValue: format.rawValue) else { return try Self.printTable(of: opened.store, selection, limit: limit) }
    try Self.write(opened.store, selection, limit: limit, as: machine, raw: raw)
  }

  /// Events that are read back from the store at a time.
  private static let window = 512

  /// Walks the events of a selection window by window.
  private static func forEachWindow(_ selection: Selection, limit: Int?, _ body: ([Row]) throws(Failure) -> Void) throws(Failure) {
    let count = min(selection.count, limit ?? .max)
    var position = 0
    while position < count {
      try body(selection.rows(position..<min(position + window, count)))
      position += window
    }
  }

  static func write(_ store: EventStore, _ selection: Selection, limit: Int?, as format: OutputFormat, raw: Bool) throws(Failure) {
    var output = Output()
    var writer = format.writer(raw: raw)
    var header = store.timeline
    header.sources = store.directory.sources
    writer.begin(header)
    try forEachWindow(selection, limit: limit) { rows throws(Failure) in
      for row in rows { writer.write(store.event(at: row), in: store.directory) }
      try output.data(writer.drain())
    }
    writer.end()
    try output.data(writer.drain())
    try output.flush()
  }

  /// The narrowest terminal in whose table the kind has a column beside date, title and killed.
  private static let columnsForKind = 72

  /// The table for people: date, kind, title and killed, as wide as the terminal, or as it needs in a pipe.
  static func printTable(of store: EventStore, _ selection: Selection, limit: Int?) throws(Failure) {
    var output = Output()
    let ascii = !Screen.localeIsUTF8()
    let width = output.isTerminal ? TerminalWidth.columns : nil
    var widths = [16, 13, 72, 12]
    if let width {
      if width < columnsForKind { widths[1] = 0 }
      let beside = widths[0] + widths[3] + (widths[1] > 0 ? widths[1] + 3 : 2)
      widths[2] = max(20, width - beside)
    }
    try forEachWindow(selection, limit: limit) { rows throws(Failure) in
      for row in rows {
        let cells = EventTable.cells(of: store.event(at: row), in: store.directory, ascii: ascii).map { CellText($0, ascii: ascii) }
        var line = ""
        for (index, cell) in cells.enumerated() where widths[index] > 0 {
          let shown = width == nil ? cell : cell.truncated(to: widths[index])
          line += shown.text
          if index < cells.count - 1 { line += String(repeating: " ", count: max(1, widths[index] - shown.width + 1)) }
        }
        try output.line(Self.withoutTrailingBlanks(line))
      }
    }
    try output.flush()
    if selection.count == 0 { Output.complain("annals: no event matches") }
  }

  private static func withoutTrailingBlanks(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
