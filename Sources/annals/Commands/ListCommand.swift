import ArgumentParser
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
  @Option(help: "Order: date, killed (most first), weight; or file: as they stand in the files, which takes no memory and ends with --limit.")
  var sort: Order = .date
  @Option(parsing: .unconditional, help: "Print at most so many events.")
  var limit: Int?
  @Option(help: "How to print them: table, csv, json, jsonl or markdown.")
  var format: Format = .table
  @Flag(help: "With your own notes and bookmarks.")
  var notes = false
  @Flag(help: "In CSV, leave text as it is that a spreadsheet would take for a formula.")
  var raw = false

  enum Order: String, ExpressibleByArgument, CaseIterable {
    case date, killed, weight, file

    /// The order of the store; nil for that of the files.
    var order: SortOrder? {
      switch self {
      case .date: .date
      case .killed: .killed
      case .weight: .weight
      case .file: nil
      }
    }
  }

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit: \(limit) is less than nothing; write a number of events") }
    guard sort == .file else { return }
    if format == .json {
      throw ValidationError("--sort file: a JSON document begins with everybody who is named, which the end of a file tells; write --format jsonl")
    }
    if notes || NotesFilter.asks(filter.filter) { throw ValidationError("--sort file: your notes are found by all events together; leave --sort away") }
  }

  func work() throws(Failure) {
    guard let order = sort.order else { return try listInFileOrder() }
    let machine = OutputFormat(rawValue: format.rawValue)
    guard notes || !FilteredParts.suit(input.files, filter.filter) else {
      return try Self.list(input.files, input.map.request, filter.filter, by: order.key, limit: limit, to: EventListing(machine, raw: raw, nil))
    }
    let opened = try OpenedStore(input.files, columns: input.map.request, filter: filter.filter, notes: notes)
    let selection = try filter.selection(in: opened.store, sort: order)
    try Self.list(opened.store, selection, limit: limit, to: EventListing(machine, raw: raw, notes ? opened.margin : nil))
  }

  /// Events that are read back from the store at a time.
  private static let window = 512

  /// Lists the events of a selection, window by window.
  static func list(_ store: EventStore, _ selection: Selection, limit: Int?, to listing: consuming EventListing) throws(Failure) {
    try listing.begin(store.header.with(store.directory))
    let count = min(selection.count, limit ?? .max)
    var position = 0
    while position < count {
      for row in selection.rows(position..<min(position + window, count)) { try listing.write(store.event(at: row), in: store.directory) }
      position += window
    }
    try end(listing, found: selection.count)
  }

  /// Lists the events of files without holding them: of each that the filter lets through what it is sorted by and where it stands.
  static func list(
    _ files: [String], _ columns: ColumnRequest, _ filter: String?, by key: SortOrder.Key, limit: Int?, to listing: consuming EventListing
  ) throws(Failure) {
    var walk = try FilteredParts(files, columns: columns, filter: filter)
    var events = OrderedEvents(by: key, limit: limit)
    while let step = try walk.next() {
      switch step {
      case .part(let store, let selection): events.add(selection, of: store)
      case .beginAgain: events = OrderedEvents(by: key, limit: limit)
      }
    }
    let directory = walk.parts.directory
    try listing.begin(walk.parts.header.with(directory))
    for event in events.listed() { try listing.write(event, in: directory) }
    try end(listing, found: events.count)
  }

  private static func end(_ listing: consuming EventListing, found: Int) throws(Failure) {
    try listing.end()
    if found == 0 { Output.complain("annals: no event matches") }
  }

  private func listInFileOrder() throws(Failure) {
    var walk = try FileOrder(input.files, columns: input.map.request, filter: filter.filter, limit: limit)
    var listing = EventListing(OutputFormat(rawValue: format.rawValue), raw: raw, nil)
    try listing.begin(walk.header)
    var listed = 0
    let most = limit ?? .max
    while listed < most, let (store, rows) = try walk.next() {
      for row in rows.prefix(most - listed) {
        try listing.write(store.event(at: row), in: store.directory)
        listed += 1
      }
    }
    try listing.end()
    if listed == 0, most > 0 { Output.complain("annals: no event matches") }
    walk.complain()
  }
}

extension Timeline {
  /// What stands above the events, with everybody whom a directory knows.
  fileprivate func with(_ directory: Directory) -> Timeline {
    var header = self
    (header.events, header.actors, header.places, header.sources) = ([], directory.actors, directory.places, directory.sources)
    return header
  }
}
