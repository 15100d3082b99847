public import EDTF
public import TimelineModel

/// Which rows are shown: clauses that must all hold, each of which can be turned off without being forgotten.
///
///     let filter = try store.parse("actor:russia kind:clash,war -place:sotk", today: nil).get()
///     filter.clauses.count                      // 3
///     filter.adding(.kind(.clash, negated: true)).text
///                                               // "actor:russia kind:clash,war -place:sotk -kind:clash"
///
/// A filter holds what was asked and not what was found, so it can be put to another store, or to the same one after more has been read.
public struct Filter: Hashable, Sendable {
  public var clauses: [Clause]

  public init(_ clauses: [Clause] = []) { self.clauses = clauses }

  /// Whether nothing is left out: there is no clause, or all are off.
  public var isEmpty: Bool { !clauses.contains(where: \.isOn) }

  /// The filter as one types it. What is turned off is not in it; what is on parses to itself.
  public var text: String { clauses.filter(\.isOn).map(\.text).joined(separator: " ") }

  /// With one more clause at the end; one that is there already is turned on instead.
  public func adding(_ clause: Clause) -> Filter {
    var filter = self
    if let index = clauses.firstIndex(where: { $0.text == clause.text }) {
      filter.clauses[index].isOn = true
    } else {
      filter.clauses.append(clause)
    }
    return filter
  }

  /// Without the clause at an index; the same filter when there is none.
  public func removing(at index: Int) -> Filter {
    guard clauses.indices.contains(index) else { return self }
    var filter = self
    filter.clauses.remove(at: index)
    return filter
  }

  /// With the clause at an index turned off, or on again.
  public func toggling(at index: Int) -> Filter {
    guard clauses.indices.contains(index) else { return self }
    var filter = self
    filter.clauses[index].isOn.toggle()
    return filter
  }

  /// With all clauses off when any is on, else with all of them on.
  public func togglingAll() -> Filter {
    var filter = self
    let isOn = isEmpty
    for index in filter.clauses.indices { filter.clauses[index].isOn = isOn }
    return filter
  }
}

extension Filter {
  /// One condition: a field and the values of which one must fit, or words that must be found in the text.
  public struct Clause: Hashable, Sendable {
    /// The canonical name of the field, or a column's own name; nil for words and phrases.
    public var field: String?
    public var comparison: Comparison
    /// Any of these; never empty when it was parsed.
    public var values: [Value]
    public var isNegated: Bool
    /// Must it be so, rather than may it be so: `sure:`.
    public var isSure: Bool
    public var isOn: Bool

    public init(
      _ field: String?, _ comparison: Comparison, _ values: [Value], isNegated: Bool = false, isSure: Bool = false, isOn: Bool = true
    ) {
      self.field = field
      self.comparison = comparison
      self.values = values
      self.isNegated = isNegated
      self.isSure = isSure
      self.isOn = isOn
    }

    /// `actor:armenia`, or `actor:=armenia` for that one without those below it.
    public static func actor(_ id: Identifier, exact: Bool = false, negated: Bool = false) -> Clause {
      Clause("actor", exact ? .exactly : .matches, [.text(id)], isNegated: negated)
    }

    /// `place:sotk`, and whatever lies within it.
    public static func place(_ id: Identifier, exact: Bool = false, negated: Bool = false) -> Clause {
      Clause("place", exact ? .exactly : .matches, [.text(id)], isNegated: negated)
    }

    public static func kind(_ kind: EventKind, negated: Bool = false) -> Clause { Clause("kind", .matches, [.text(kind.rawValue)], isNegated: negated) }
    public static func source(_ id: Identifier, negated: Bool = false) -> Clause { Clause("source", .exactly, [.text(id)], isNegated: negated) }
    public static func side(_ side: String, negated: Bool = false) -> Clause { Clause("side", .matches, [.text(side)], isNegated: negated) }
    public static func era(_ id: Identifier, negated: Bool = false) -> Clause { Clause("era", .matches, [.text(id)], isNegated: negated) }
    public static func weight(_ weight: Int, negated: Bool = false) -> Clause { Clause("weight", .matches, [.number(weight)], isNegated: negated) }
    public static func words(_ words: String, negated: Bool = false) -> Clause { Clause(nil, .matches, [.text(words)], isNegated: negated) }
    public static func since(_ day: Day) -> Clause { Clause("since", .matches, [.date(DateArgument(day))]) }
    public static func until(_ day: Day) -> Clause { Clause("until", .matches, [.date(DateArgument(day))]) }

    public var text: String {
      let sign = (isNegated ? "-" : "") + (isSure ? "sure:" : "")
      let values = values.map { FilterGrammar.written($0, isWord: field == nil) }.joined(separator: ",")
      guard let field else { return sign + values }
      return sign + field + comparison.rawValue + values
    }
  }

  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case matches = ":"
    case exactly = ":="
    case greater = ">"
    case greaterOrEqual = ">="
    case less = "<"
    case lessOrEqual = "<="
  }

  public enum Value: Hashable, Sendable {
    case text(String)
    case number(Int)
    /// `10..20`, either end of which may be left open.
    case range(from: Int?, through: Int?)
    case date(DateArgument)
  }

  /// A date as it was typed and the days it means: `2020-09` is the whole of September.
  public struct DateArgument: Hashable, Sendable {
    public var text: String
    /// Nil when it is open at this end.
    public var earliest: Day?
    public var latest: Day?

    public init(_ text: String, earliest: Day?, latest: Day?) {
      self.text = text
      self.earliest = earliest
      self.latest = latest
    }

    public init(_ day: Day) {
      self.init(day.iso8601, earliest: day, latest: day)
    }
  }
}
