/// The JSON Schema of the native format, made from the very tables that the reader uses. It gives editors completion and help while a curator types.
///
/// The file `data/schema/native.json` holds it; a test keeps the two equal.
public enum SchemaText {
  /// The schema as a document of JSON Schema, draft 2020-12.
  public static var native: String {
    let definitions: [(String, JSONTree)] = [
      ("id", .object([("type", .text("string")), ("pattern", .text("^[a-z0-9]+(-[a-z0-9]+)*$"))])),
      (
        "date",
        .object([("description", .text("An EDTF date, levels 0 to 2: 1994, 1994-05, 2020-09-27/2020-11-10, 1991-09~")), ("type", types("string", "integer"))])
      ),
      (
        "names",
        .object([
          ("type", .text("object")),
          ("additionalProperties", .object([("anyOf", .list([string, array(of: string)]))])),
        ])
      ),
    ]
    let records: [(String, JSONTree)] = [
      record(TimelineField.self), record(EraField.self), record(ActorField.self), record(PlaceField.self), record(SourceField.self), record(EventField.self),
      record(AccountField.self), record(CasualtyField.self), record(FigureField.self), record(LinkField.self),
    ]
    let lists = [RecordName.actor, .place, .source, .event].map { array(of: reference(to: $0)) }
    let document = JSONTree.object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("A file of an annals timeline")),
      (
        "description",
        .text("timeline.yaml, a file of events or a whole timeline in one file is an object; actors.yaml, places.yaml and sources.yaml are lists")
      ),
      ("anyOf", .list([reference(to: .timeline)] + lists)),
      ("$defs", .object(definitions + records)),
    ])
    return document.printed() + "\n"
  }

  private static func record<Field: RecordField>(_ fields: Field.Type) -> (String, JSONTree) {
    let all = Field.allCases.map(\.field)
    var members: [(String, JSONTree)] = [
      ("type", .text("object")),
      ("properties", .object(all.map { ($0.name, property($0)) })),
      ("patternProperties", .object([("^x-", .object([]))])),
      ("additionalProperties", .flag(false)),
    ]
    let required = all.filter(\.isRequired).map { JSONTree.text($0.name) }
    if !required.isEmpty { members.append(("required", .list(required))) }
    return (Field.record.rawValue, .object(members))
  }

  private static func property(_ field: NativeField) -> JSONTree { .object([("description", .text(field.help))] + type(field.type)) }

  private static func type(_ type: FieldType) -> [(String, JSONTree)] {
    switch type {
    case .text: [("type", types("string", "number"))]
    case .shortText(let length): [("type", .text("string")), ("maxLength", .integer(length))]
    case .identifier, .reference: [("$ref", .text("#/$defs/id"))]
    case .references: [("anyOf", .list([id, array(of: id)]))]
    case .participants:
      [("anyOf", .list([id, array(of: id), .object([("type", .text("object")), ("propertyNames", id), ("additionalProperties", string)])]))]
    case .date: [("$ref", .text("#/$defs/date"))]
    case .url: [("type", .text("string")), ("pattern", .text("^https?://[^\\s]+$"))]
    case .word(let words): [("enum", .list(words.map { .text($0) }))]
    case .integer(let range):
      [("type", .text("integer")), ("minimum", .integer(range.lowerBound))] + (range.upperBound == .max ? [] : [("maximum", .integer(range.upperBound))])
    case .number(let range): [("type", .text("number")), ("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound))]
    case .figure: [("anyOf", .list([.object([("type", .text("integer")), ("minimum", .integer(0))]), reference(to: .figure)]))]
    case .texts: [("anyOf", .list([string, array(of: string)]))]
    case .names: [("$ref", .text("#/$defs/names"))]
    case .records(let name): [("type", .text("array")), ("items", reference(to: name))]
    }
  }

  private static var string: JSONTree { JSONTree.object([("type", types("string", "number"))]) }
  private static var id: JSONTree { JSONTree.object([("$ref", .text("#/$defs/id"))]) }
  private static func types(_ names: String...) -> JSONTree { .list(names.map { .text($0) }) }
  static func array(of items: JSONTree) -> JSONTree { .object([("type", .text("array")), ("items", items)]) }
  private static func reference(to name: RecordName) -> JSONTree { .object([("$ref", .text("#/$defs/\(name.rawValue)"))]) }
}
