/// One key of the native format. The reader, its error messages and the JSON Schema are all made from the tables of these.
package struct NativeField: Hashable, Sendable {
  package var name: String
  package var type: FieldType
  package var isRequired: Bool
  /// What the key means: one sentence without its full stop.
  package var help: String

  init(_ name: String, _ type: FieldType, required: Bool = false, _ help: String) {
    self.name = name
    self.type = type
    self.isRequired = required
    self.help = help
  }
}

/// What may stand behind a key.
package enum FieldType: Hashable, Sendable {
  case text
  /// Text of at most so many characters.
  case shortText(Int)
  /// The id of the record itself: lower-case words with hyphens.
  case identifier
  /// The id of another record.
  case reference(RecordName)
  /// One such id, or a list of them.
  case references(RecordName)
  /// A list of actors, or a mapping from actor to role.
  case participants
  /// An EDTF date: text, or for a bare year a number.
  case date
  case url
  /// One of these words.
  case word([String])
  /// A whole number in this range.
  case integer(ClosedRange<Int>)
  /// A number in this range.
  case number(ClosedRange<Int>)
  /// A whole number from 0, or `{low: …, best: …, high: …}`.
  case figure
  /// One text, or a list of texts.
  case texts
  /// A mapping from a language or user to one name or a list of names.
  case names
  /// A list of records.
  case records(RecordName)
}

/// The records that a native file is made of.
package enum RecordName: String, Hashable, Sendable, CaseIterable {
  case timeline, era, actor, place, source, event, account, casualty, figure, link

  /// As it stands in a sentence: "an event".
  var withArticle: String {
    switch self {
    case .era, .actor, .event, .account: "an \(rawValue)"
    case .casualty: "a casualty figure"
    default: "a \(rawValue)"
    }
  }
}

/// The keys of one kind of record, in the order in which they are written.
///
/// There are at most fifteen of them, so that a record's values fit into one register (``Record``).
protocol RecordField: CaseIterable, RawRepresentable, Hashable, Sendable where RawValue == Int, AllCases == [Self] {
  static var record: RecordName { get }
  var field: NativeField { get }
}
