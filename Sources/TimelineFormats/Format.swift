/// A file format: what it is called, how it is recognised, and how it is read. All that annals knows stand in one table, ``all``.
public struct Format: Sendable {
  /// The word for it on the command line: `native`.
  public let name: String
  /// How its files end, without the dot, the usual one first.
  public let extensions: [String]
  /// What it is, in one sentence without its full stop.
  public let summary: String
  /// Whether a file looks like one of this format, by its name and its first few kilobytes.
  private let recognises: @Sendable (_ name: String, _ head: [UInt8]) -> Bool
  private let reader: Reader

  /// How a format is read: whole, for what is curated by hand, or row by row, for data sets.
  enum Reader: Sendable {
    case whole(@Sendable ([InputFile], ReadingLimits) -> ReadResult)
    case rows(@Sendable (_ file: TableBytes, _ name: String, ReadingLimits, IDLedger) -> RowReader)
  }

  init(
    name: String, extensions: [String], summary: String, recognises: @escaping @Sendable (String, [UInt8]) -> Bool, reader: Reader
  ) {
    self.name = name
    self.extensions = extensions
    self.summary = summary
    self.recognises = recognises
    self.reader = reader
  }

  /// Whether a file looks like one of this format. A format that can only be told by its name answers by the name.
  public func sniff(name: String, head: [UInt8]) -> Bool { recognises(name, head) }

  /// Whether files of this format are read row by row.
  public var isTable: Bool {
    if case .rows = reader { true } else { false }
  }

  /// Reads the files of one timeline whole. A table's rows become events that are all kept in memory; ``open(_:name:limits:ledger:)`` does not keep them.
  public func read(_ files: [InputFile], limits: ReadingLimits = .standard) -> ReadResult {
    switch reader {
    case .whole(let read): return read(files, limits)
    case .rows(let open):
      var whole = WholeTable()
      for file in files { whole.add(open(.memory(file.bytes), file.name, limits, whole.ledger)) }
      return whole.result
    }
  }

  /// Opens one file: a timeline that has been read whole, or rows that are still to be read.
  ///
  /// - Parameters:
  ///   - name: what locations call the file.
  ///   - ledger: the ids of the files before it, so that rows of several files with the same id are noticed.
  package func open(_ file: TableBytes, name: String, limits: ReadingLimits = .standard, ledger: IDLedger = IDLedger()) -> Reading {
    switch reader {
    case .whole(let read): .timeline(read([InputFile(name: name, bytes: file.array)], limits))
    case .rows(let open): .rows(open(file, name, limits, ledger))
    }
  }

  /// Every format, in the order in which they are tried.
  public static let all: [Format] = [native, ged, acled, gdelt, json, timelineJS, table]

  /// The format of a file, or nil when none knows it.
  public static func detect(name: String, head: [UInt8]) -> Format? { all.first { $0.sniff(name: name, head: head) } }

  public static let native = Format(
    name: "native", extensions: ["yaml", "yml"],
    summary: "A timeline that a curator writes by hand: a folder of YAML files, or a single one",
    recognises: { name, head in name.hasSuffix(".yaml") || name.hasSuffix(".yml") || (name == "-" && NativeFormat.recognises(head)) },
    reader: .whole { NativeFormat.read($0, limits: $1) })

  public static let ged = Format(
    name: "ged", extensions: ["csv"], summary: "UCDP's Georeferenced Event Dataset, every version since 17, and the monthly Candidate files",
    recognises: { _, head in GEDFormat.recognises(head) }, reader: .rows { GEDFormat.open($0, name: $1, limits: $2, ledger: $3) })

  public static let acled = Format(
    name: "acled", extensions: ["csv", "tsv"], summary: "ACLED exports, old and new, a row for each event or for each actor",
    recognises: { _, head in ACLEDFormat.recognises(head) }, reader: .rows { ACLEDFormat.open($0, name: $1, limits: $2, ledger: $3) })

  public static let gdelt = Format(
    name: "gdelt", extensions: ["csv", "tsv"], summary: "GDELT's events, 1.0 and 2.0, as leads: machine-coded mentions in the news",
    recognises: { _, head in GDELTFormat.recognises(head) }, reader: .rows { GDELTFormat.open($0, name: $1, limits: $2, ledger: $3) })

  public static let json = Format(
    name: "json", extensions: ["json", "jsonl"], summary: "What annals itself writes as JSON or JSON Lines",
    recognises: { _, head in EventJSONFormat.recognises(head) }, reader: .whole { EventJSONFormat.read($0, limits: $1) })

  public static let timelineJS = Format(
    name: "timelinejs", extensions: ["json", "csv"], summary: "TimelineJS slides, as JSON or as its spreadsheet saved as CSV",
    recognises: { TimelineJSFormat.recognises(name: $0, $1) }, reader: .whole { TimelineJSFormat.read($0, limits: $1) })

  public static let table = Format(
    name: "table", extensions: ["csv", "tsv", "tab"], summary: "A table with any header that has a column of dates and one of titles",
    recognises: { TableFormat.recognises(name: $0, $1) }, reader: .rows { TableFormat.open($0, name: $1, limits: $2, ledger: $3) })
}

/// What opening a file gives.
package enum Reading: Sendable {
  case timeline(ReadResult)
  case rows(RowReader)
}
