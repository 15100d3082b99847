import EDTF
public import TimelineModel

/// Writes events as CSV, flat, one row an event (RFC 4180: CR LF, quotes doubled).
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return as a formula. Such text gets an apostrophe before it, and
/// so does text that begins with one, so that the way back is exact: take one apostrophe off. Numbers stay as they are. With `raw` nothing is added.
public struct CSVWriter: EventWriter {
  public var output: [UInt8] = []
  private let raw: Bool
  private let remarks: Bool

  public init(raw: Bool = false, remarks: Bool = false) {
    self.raw = raw
    self.remarks = remarks
  }

  /// The columns in their order, a promise of the manual.
  public static let columns =
    [
      "id", "date", "earliest", "latest", "title", "kind", "weight", "actors", "roles", "actor_names", "places", "place_names", "latitude", "longitude",
      "summary", "accounts",
    ]
    + CasualtyEstimate.Measure.allCases.flatMap { ["\($0.rawValue)_low", "\($0.rawValue)_best", "\($0.rawValue)_high"] }
    + ["disputes", "sources", "source_urls", "links", "extra", "file", "line"]

  /// The columns of what a reader set down, behind the others where they are asked for.
  public static let remarkColumns = ["note", "bookmark"]

  public mutating func begin(_ timeline: Timeline) { row(Self.columns + (remarks ? Self.remarkColumns : [])) }

  public mutating func write(_ event: Event, in directory: Directory, remark: Remark?) {
    let spot = event.places.lazy.compactMap { directory.place($0) }.first { $0.latitude != nil && $0.longitude != nil }
    var cells = [
      event.id, event.date?.text ?? event.dateText ?? "", event.date?.earliest?.iso8601 ?? "", event.date?.latest?.iso8601 ?? "", event.title,
      event.kind.rawValue, event.weight.map { String($0) } ?? "",
    ]
    cells.append(joined(event.actors.map(\.actor)))
    cells.append(joined(event.actors.contains { $0.role != nil } ? event.actors.map { $0.role ?? "" } : []))
    cells.append(joined(event.actors.map { directory.name(ofActor: $0.actor) }))
    cells.append(joined(event.places))
    cells.append(joined(event.places.map { directory.name(ofPlace: $0) }))
    cells.append(spot?.latitude?.description ?? "")
    cells.append(spot?.longitude?.description ?? "")
    cells.append(event.summary)
    cells.append(joined(event.accounts.map { "\($0.by): \($0.says)" }))
    for measure in CasualtyEstimate.Measure.allCases {
      let figure = Toll(measure, of: event, in: directory)?.figure
      cells += [figure.map { String($0.low) } ?? "", figure?.best.map { String($0) } ?? "", figure.map { String($0.high) } ?? ""]
    }
    cells.append(joined(event.disputes))
    cells.append(joined(event.allSources))
    cells.append(joined(event.allSources.compactMap { directory.source($0)?.url }))
    cells.append(joined(event.links.map { "\($0.kind.rawValue) \($0.target)" }))
    cells.append(joined(event.extra.map { "\($0.name)=\($0.value)" }))
    cells.append(event.location?.file ?? "")
    cells.append(event.location.map { String($0.line) } ?? "")
    if remarks { cells += [remark?.note ?? "", remark?.isBookmarked == true ? "yes" : ""] }
    row(cells)
  }

  public mutating func end() {}

  private func joined(_ values: [String]) -> String { values.joined(separator: "; ") }

  private mutating func row(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(cell)
    }
    output.append(UInt8(ascii: "\r"))
    output.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ cell: String) {
    let prefix = !raw && Self.looksLikeFormula(cell) ? "'" : ""
    let needsQuotes = cell.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard needsQuotes else {
      output.append(contentsOf: prefix.utf8)
      output.append(contentsOf: cell.utf8)
      return
    }
    output.append(UInt8(ascii: "\""))
    output.append(contentsOf: prefix.utf8)
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Whether a spreadsheet might run the text. A plain number, with its sign, is none; a date before the year 0 is, as a subtraction.
  private static func looksLikeFormula(_ cell: String) -> Bool {
    switch cell.utf8.first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      let digits = cell.utf8.dropFirst()
      let isNumber = !digits.isEmpty && digits.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: ".") }
      return !isNumber
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "'"), 0: return true
    default: return false
    }
  }
}
