import TimelineModel

/// The layout of a published data set, whose columns a codebook names.
protocol KnownLayout: RowLayout {
  associatedtype Column: KnownColumn

  /// What the data set is called, as `GED`.
  static var dataset: String { get }

  /// Why a file of it may lack columns, and what is done then.
  static var whyMissing: String { get }

  var columns: KnownColumns<Column> { get }

  /// What a value of a column means; nil for what is no code.
  func meaning(_ column: Column, _ value: String) -> String?
}

extension KnownLayout {
  var header: CSVHeader { columns.header }
  var columnCount: Int { header.names.count }

  /// Where a column stands; -1, which holds nothing, where the file has none.
  subscript(column: Column) -> Int { columns[column] }

  static func fits(_ header: CSVHeader) -> Bool { KnownColumns<Column>.fit(header) }

  /// Every column of a record under its own name, the codes with what they mean.
  func extra(of record: TextRecord) -> [ExtraField] {
    record.extra(named: header.names) { position, value in columns[at: position].flatMap { meaning($0, value) } }
  }
}

/// The rows of a published data set.
protocol KnownSchema: RowSchema where Layout: KnownLayout {
  init(_ header: CSVHeader, _ filler: inout RowFiller)
}

extension TableHead.Start where Schema: KnownSchema {
  /// Begins at a header that is written, where the walk stands, and says what is odd about it.
  init(afterHeader walk: borrowing CSVWalk, _ filler: inout RowFiller) {
    let header = CSVHeader(walk)
    header.report(to: &filler, walk)
    let schema = Schema(header, &filler)
    schema.layout.columns.report(of: Schema.Layout.dataset, whyMissing: Schema.Layout.whyMissing, to: &filler, walk)
    self.init(schema, rowsBegin: walk.place)
  }

  /// Begins at the first record, since the file has no header.
  init(withoutHeader columns: [Schema.Layout.Column], rowsBegin place: CSVWalk.Place, _ filler: inout RowFiller) {
    self.init(Schema(CSVHeader(columns.map(\.rawValue)), &filler), rowsBegin: place)
  }
}
