/// A field of the filter language: one row of the table from which parsing, completion, help and the manual are made.
///
/// To add a field, add a row to ``all`` and say in `EventStore+Clauses.swift` which rows it lets through.
public struct FilterField: Hashable, Sendable {
  public let name: String
  /// Other words that are understood for it.
  public let aliases: [String]
  /// What it asks, in one sentence without its full stop.
  public let help: String
  /// A clause that uses it.
  public let example: String
  let meaning: Meaning

  /// What the values of a field are, and what column they are looked up in.
  enum Meaning: Hashable, Sendable {
    case actor, side, kind, place, source, id, era, precision, has
    case number(Figures)
    case date(DateRelation)
  }

  enum Figures: Hashable, Sendable { case weight, killed, wounded, sources }
  enum DateRelation: Hashable, Sendable { case since, until, on }

  private init(_ name: String, _ aliases: [String], _ meaning: Meaning, _ help: String, example: String) {
    self.name = name
    self.aliases = aliases
    self.meaning = meaning
    self.help = help
    self.example = example
  }

  /// Every field, in the order in which help and completion show them.
  public static let all: [FilterField] = [
    FilterField("actor", ["who"], .actor, "An actor under any name, and everyone below it; := for that one alone", example: "actor:armenia"),
    FilterField("side", [], .side, "The side that one of its actors stands on", example: "side:azerbaijani"),
    FilterField(kindName, ["type"], .kind, "The kind of event", example: "kind:clash,war"),
    FilterField("weight", [], .number(.weight), "1 indispensable, 2 expected, 3 detail", example: "weight<=2"),
    FilterField("place", ["where"], .place, "A place under any name, and what lies within it; := for that one alone", example: "place:sotk"),
    FilterField("source", [], .source, "A source it rests on, by id, publisher or title", example: "source:reuters"),
    FilterField("id", [], .id, "The event of that id", example: "id:sotk-artillery-2023-05-11"),
    FilterField("era", [], .era, "Touches the era", example: "era:first-war"),
    FilterField("since", ["from"], .date(.since), "On a date or after it", example: "since:2020-09-27"),
    FilterField("until", ["to"], .date(.until), "On a date or before it", example: "until:2020-11"),
    FilterField("on", ["date"], .date(.on), "Within a date, in part at least", example: "on:2020"),
    FilterField("killed", ["dead", "deaths"], .number(.killed), "How many were killed, by at least one estimate", example: "killed>10"),
    FilterField("wounded", [], .number(.wounded), "How many were wounded, by at least one estimate", example: "wounded:10..50"),
    FilterField("precision", [], .precision, "How precisely the date is known", example: "precision:month"),
    FilterField("sources", [], .number(.sources), "On how many sources it rests", example: "sources>=2"),
    FilterField("has", [], .has, "Has accounts, a dispute, casualties, a place, or a note or bookmark of yours", example: "has:dispute"),
  ]

  /// The field of a name or an alias, in any case.
  public static func named(_ name: String) -> FilterField? {
    let name = name.lowercased()
    return all.first { $0.name == name } ?? all.first { $0.aliases.contains(name) }
  }

  static let kindName = "kind"

  /// The field that a clause asks for; nil for words, and for a column of the data.
  static func of(_ clause: Filter.Clause) -> FilterField? { clause.field.flatMap { name in all.first { $0.name == name } } }

  /// The signs that may stand between the field and its values.
  public var comparisons: [Filter.Comparison] {
    switch meaning {
    case .actor, .place, .source: [.matches, .exactly]
    case .number: [.matches, .greater, .greaterOrEqual, .less, .lessOrEqual]
    default: [.matches]
    }
  }

  /// Whether `sure:` may stand before it: what it asks may be known as a range only.
  public var takesSure: Bool {
    switch meaning {
    case .era, .date, .number(.killed), .number(.wounded): true
    default: false
    }
  }

  var isDate: Bool {
    if case .date = meaning { return true }
    return meaning == .era
  }
}

/// What `has:` asks for.
enum Possession: String, CaseIterable {
  case accounts, dispute, casualties, place, note, bookmark

  /// Singular and plural are the same question.
  init?(_ word: String) {
    let word = word.lowercased()
    guard let found = Self.allCases.first(where: { [$0.rawValue, $0.rawValue + "s", String($0.rawValue.dropLast())].contains(word) }) else { return nil }
    self = found
  }
}
