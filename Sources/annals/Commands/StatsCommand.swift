import ArgumentParser
import EDTF
import NcursesTerminal
import Terminal
import TimelineFormats
import TimelineModel
import TimelineStore

/// `annals stats --by …`: how many events and how many killed, by year, month, actor, kind or place.
struct StatsCommand: Work {
  static let configuration = CommandConfiguration(commandName: "stats", abstract: "Count events and the killed by year, month, actor, kind or place.")

  enum Grouping: String, ExpressibleByArgument, CaseIterable {
    case year, month, actor, kind, place

    var grouping: FacetSums.Grouping {
      switch self {
      case .year: .year
      case .month: .month
      case .actor: .actor
      case .kind: .kind
      case .place: .place
      }
    }

    /// Time goes by itself; the others are read from the most frequent down.
    var isTime: Bool { self == .year || self == .month }
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
  }

  @OptionGroup var input: InputArguments
  @OptionGroup var filter: FilterOption
  @Option(help: "What to count by: year, month, actor, kind or place.")
  var by: Grouping
  @Option(help: "How to print it: table, csv or json.")
  var format: Format = .table

  func work() throws(Failure) {
    var facets = try facets()
    if by.isTime { facets.sort { ($0.first?.number ?? .max, $0.key) < ($1.first?.number ?? .max, $1.key) } }
    var output = Output()
    switch format {
    case .table: try table(facets, &output)
    case .csv: try csv(facets, &output)
    case .json: try json(facets, &output)
    }
    try output.flush()
  }

  /// The sums of all that the filter lets through. Files are added up part after part and not held.
  private func facets() throws(Failure) -> [Facet] {
    var sums = FacetSums(by: by.grouping)
    guard FilteredParts.suit(input.files, filter.filter) else {
      let store = try OpenedStore(input.files, columns: input.map.request, filter: filter.filter).store
      sums.add(try filter.selection(in: store), of: store)
      return sums.facets(named: store.directory)
    }
    var walk = try FilteredParts(input.files, columns: input.map.request, filter: filter.filter)
    while let step = try walk.next() {
      switch step {
      case .part(let store, let selection): sums.add(selection, of: store)
      case .beginAgain: sums = FacetSums(by: by.grouping)
      }
    }
    return sums.facets(named: walk.parts.directory)
  }

  private func killed(_ facet: Facet) -> String {
    if facet.killedLow == facet.killedHigh { return facet.killedHigh == 0 ? "" : String(facet.killedHigh) }
    return "\(facet.killedLow)\(Screen.localeIsUTF8() ? "–" : "-")\(facet.killedHigh)"
  }

  private func table(_ facets: [Facet], _ output: inout Output) throws(Failure) {
    let ascii = !Screen.localeIsUTF8()
    let labels = facets.map { CellText($0.label, ascii: ascii) }
    let width = max(8, min(44, labels.map(\.width).max() ?? 0))
    func line(_ label: CellText, _ events: String, _ killed: String, _ first: String, _ last: String) -> String {
      let shown = label.truncated(to: width)
      func right(_ text: String, _ columns: Int) -> String { String(repeating: " ", count: max(0, columns - text.count)) + text }
      func left(_ text: String, _ columns: Int) -> String { text + String(repeating: " ", count: max(0, columns - text.count)) }
      return shown.text + String(repeating: " ", count: width - shown.width) + right(events, 8) + right(killed, 15) + "  " + left(first, 12) + last
    }
    try output.line(line(CellText(by.rawValue, ascii: ascii), "events", "killed", "first", "last"))
    for (facet, label) in zip(facets, labels) {
      try output.line(line(label, String(facet.events), killed(facet), facet.first?.iso8601 ?? "", facet.last?.iso8601 ?? ""))
    }
  }

  private func csv(_ facets: [Facet], _ output: inout Output) throws(Failure) {
    var rows = [["key", "label", "events", "killed_low", "killed_best", "killed_high", "first", "last"]]
    rows += facets.map { facet in
      [
        facet.key, facet.label, String(facet.events), String(facet.killedLow), facet.killedBest.map { String($0) } ?? "", String(facet.killedHigh),
        facet.first?.iso8601 ?? "", facet.last?.iso8601 ?? "",
      ]
    }
    for row in rows { try output.data(CSVText.row(row)) }
  }

  private func json(_ facets: [Facet], _ output: inout Output) throws(Failure) {
    var json = JSONText()
    json.object { json in
      json.field("by", by.rawValue)
      json.field("rows", each: facets) { json, facet in
        json.field("key", facet.key)
        json.field("label", facet.label)
        json.field("events", facet.events)
        json.field("killed_low", facet.killedLow)
        json.field("killed_best", facet.killedBest)
        json.field("killed_high", facet.killedHigh)
        json.field("first", facet.first)
        json.field("last", facet.last)
      }
    }
    json.newline()
    try output.data(json.bytes)
  }
}
