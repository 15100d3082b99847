import NcursesTerminal
import Notebook
import Terminal
import TimelineFormats
import TimelineModel

/// Where listed events go, one after the other: a table for people, or a format for other programs.
struct EventListing: ~Copyable {
  private var output = Output()
  private var writer: (any EventWriter)?
  private let margin: Marginalia?
  private let ascii = !Screen.localeIsUTF8()
  /// The columns of the table: date, kind, title, killed; 0 for one that is left out.
  private var widths = [16, 13, 72, 12]
  /// Whether the titles are cut to fit a terminal.
  private let isCut: Bool

  /// The narrowest terminal in whose table the kind has a column beside date, title and killed.
  private static let columnsForKind = 72
  private static let narrowestTitle = 20
  /// Bytes of a machine format that are kept before they are written.
  private static let block = 1 << 16

  /// - Parameters:
  ///   - format: the format; nil is the table, as wide as the terminal, or as it needs in a pipe.
  ///   - margin: what the reader set down on the events; nil where nobody asks for it.
  init(_ format: OutputFormat?, raw: Bool = false, _ margin: Marginalia?) {
    writer = format?.writer(raw: raw, remarks: margin != nil)
    self.margin = margin
    isCut = output.isTerminal
    guard isCut else { return }
    let columns = TerminalWidth.columns
    if columns < Self.columnsForKind { widths[1] = 0 }
    let beside = widths[0] + widths[3] + (widths[1] > 0 ? widths[1] + 3 : 2)
    widths[2] = max(Self.narrowestTitle, columns - beside)
  }

  mutating func begin(_ header: Timeline) throws(Failure) { writer?.begin(header) }

  mutating func write(_ event: Event, in directory: Directory) throws(Failure) {
    guard writer != nil else { return try writeRow(event, directory) }
    let remark = margin.map { Remark(note: $0.note(on: event.id), isBookmarked: $0.isBookmarked(event.id)) }
    writer?.write(event, in: directory, remark: remark)
    if let written = writer?.output.count, written >= Self.block { try drain() }
  }

  private mutating func drain() throws(Failure) {
    if let bytes = writer?.drain() { try output.data(bytes) }
  }

  mutating func end() throws(Failure) {
    writer?.end()
    try drain()
    try output.flush()
  }

  private mutating func writeRow(_ event: Event, _ directory: Directory) throws(Failure) {
    let cells = EventTable.cells(of: event, in: directory, ascii: ascii).map { CellText($0, ascii: ascii) }
    var line = ""
    for (index, cell) in cells.enumerated() where widths[index] > 0 {
      let shown = isCut ? cell.truncated(to: widths[index]) : cell
      line += shown.text
      if index < cells.count - 1 { line += String(repeating: " ", count: max(1, widths[index] - shown.width + 1)) }
    }
    while line.last == " " { line.removeLast() }
    try output.line(line)
    for remark in margin.map({ Self.lines(of: event.id, in: $0) }) ?? [] { try output.line(remark) }
  }

  /// What the reader set down on an event, below its row.
  private static func lines(of event: Identifier, in margin: Marginalia) -> [String] {
    let note = margin.note(on: event).map { $0.split(separator: "\n").map { "    \($0)" } } ?? []
    return note + (margin.isBookmarked(event) ? ["    (bookmarked)"] : [])
  }
}
