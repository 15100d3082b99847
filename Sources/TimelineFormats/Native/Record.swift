import TimelineModel

/// The values of one record by key: which node of the tree holds each, and what no key of ours is.
struct Record<Field: RecordField> {
  /// The record's own node, a mapping.
  let node: Int
  /// By field number, the value's node; 0 where the key is not there (the root is nobody's value).
  private var values = SIMD16<Int32>(repeating: 0)
  /// The keys that the format does not know, in the file's order, with their nodes.
  var extra: [ExtraField] = []

  init(node: Int) { self.node = node }

  subscript(field: Field) -> Int? {
    get {
      let value = Int(values[field.rawValue])
      return value == 0 ? nil : value
    }
    set { values[field.rawValue] = Int32(truncatingIfNeeded: newValue ?? 0) }
  }
}

/// The keys of one kind of record by their symbol.
final class FieldTable<Field: RecordField>: Sendable {
  private let bySymbol: [Int8]
  let required: [Field]

  init(_ symbols: inout SymbolTable) {
    var table: [Int8] = []
    for field in Field.allCases {
      let name = field.field.name
      let symbol = symbols.intern(Array(name.utf8), 0..<name.utf8.count)
      while table.count <= symbol { table.append(-1) }
      table[symbol] = Int8(truncatingIfNeeded: field.rawValue)
    }
    bySymbol = table
    required = Field.allCases.filter(\.field.isRequired)
  }

  func field(_ symbol: Int) -> Field? {
    guard symbol < bySymbol.count, bySymbol[symbol] >= 0 else { return nil }
    return Field(rawValue: Int(bySymbol[symbol]))
  }
}

/// The tables of all records, made once: their keys are the first symbols of every reading.
struct FieldTables: Sendable {
  static let standard = FieldTables()

  let symbols: SymbolTable
  let timeline: FieldTable<TimelineField>
  let era: FieldTable<EraField>
  let actor: FieldTable<ActorField>
  let place: FieldTable<PlaceField>
  let source: FieldTable<SourceField>
  let event: FieldTable<EventField>
  let account: FieldTable<AccountField>
  let casualty: FieldTable<CasualtyField>
  let figure: FieldTable<FigureField>
  let link: FieldTable<LinkField>
  /// The symbol of ``CasualtyEstimate/wholeEvent``.
  let wholeEvent: Int

  private init() {
    var symbols = SymbolTable()
    timeline = FieldTable(&symbols)
    era = FieldTable(&symbols)
    actor = FieldTable(&symbols)
    place = FieldTable(&symbols)
    source = FieldTable(&symbols)
    event = FieldTable(&symbols)
    account = FieldTable(&symbols)
    casualty = FieldTable(&symbols)
    figure = FieldTable(&symbols)
    link = FieldTable(&symbols)
    wholeEvent = symbols.intern(Array(CasualtyEstimate.wholeEvent.utf8), 0..<CasualtyEstimate.wholeEvent.utf8.count)
    self.symbols = symbols
  }
}
