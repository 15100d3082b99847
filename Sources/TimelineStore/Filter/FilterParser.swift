import EDTF
import TimelineModel

/// Understands the clauses of a filter, with the names that one store knows.
struct FilterParser {
  let store: EventStore
  let today: Day?
  /// Whether names that the store does not know may be known elsewhere.
  var isPart = false
  /// Whether an error is to say what may have been meant.
  private let suggests: Bool
  /// Whether the store knew every name so far; false only of a part.
  private(set) var knowsAllNames = true

  init(store: EventStore, today: Day?, isPart: Bool = false, suggests: Bool = true) {
    (self.store, self.today, self.isPart, self.suggests) = (store, today, isPart, suggests)
  }

  mutating func parse(_ text: String) throws(FilterError) -> Filter {
    var scanner = FilterScanner(text) { [store] in store.columnIndex(named: $0) != nil || store.settledNames.contains(SettledName(field: $0)) }
    var filter = Filter()
    for token in scanner.tokens() { filter.clauses.append(try clause(token)) }
    return filter
  }

  private mutating func clause(_ token: FilterToken) throws(FilterError) -> Filter.Clause {
    if let open = token.values.first(where: { !$0.isClosed }) {
      throw FilterError(
        range: open.range, what: open.isQuoted ? "the quotation is not closed" : "the set is not closed",
        remedy: open.isQuoted ? "Put a \" at its end." : "Put \(open.text.hasPrefix("[") ? "]" : "}") at its end.")
    }
    guard let part = token.field, let comparison = token.comparison else { return try words(token) }
    if let field = FilterField.all.first(where: { $0.name == part.text.lowercased() }) {
      return try clause(token, field, comparison)
    }
    if let column = store.columnIndex(named: part.text) { return try clause(token, column: column, comparison) }
    if let field = FilterField.named(part.text), !store.settledNames.contains(SettledName(field: part.text)) { return try clause(token, field, comparison) }
    if isPart {
      // A column in which no row of this part has anything, or none at all.
      knowsAllNames = false
      return Filter.Clause(part.text, comparison, token.values.map { .text($0.text) }, isNegated: token.isNegated)
    }
    let known = FilterField.all.flatMap { [$0.name] + $0.aliases } + store.columns.extras.map { FilterGrammar.fieldName($0.name) }
    throw FilterError(
      range: part.range, what: "there is no field “\(part.text)”",
      remedy: Self.didYouMean(Suggestion.nearest(to: part.text, in: known)) ?? "To search for the text itself, put it between quotation marks.")
  }

  private static func didYouMean(_ word: String?) -> String? { word.map { "Did you mean “\($0)”?" } }

  private func words(_ token: FilterToken) throws(FilterError) -> Filter.Clause {
    if let sure = token.sure {
      throw FilterError(range: sure, what: "sure: stands before a date or a figure", remedy: "For example sure:killed>10, sure:since:2020.")
    }
    let words = token.values.filter { !Folding.fold($0.text).isEmpty }
    guard !words.isEmpty else {
      throw FilterError(range: token.range, what: "there is nothing to search for here", remedy: "Write a word or a \"quoted phrase\".")
    }
    return Filter.Clause(nil, .matches, words.map { .text($0.text) }, isNegated: token.isNegated)
  }

  private mutating func clause(_ token: FilterToken, column: Int, _ comparison: Filter.Comparison) throws(FilterError) -> Filter.Clause {
    // What is suggested is looked up while the parser notes what is not known.
    let store = store
    let name = store.columns.extras[column].name
    try check(token, FilterGrammar.fieldName(name), comparison, among: [.matches, .exactly], takesSure: false)
    var values: [Filter.Value] = []
    for part in token.values {
      let word = try text(part, of: FilterGrammar.fieldName(name))
      try expect(!store.codes(word, comparison, in: store.names.extras[column].value).isEmpty, part, "\(name)", store.columns.extras[column].column.values)
      values.append(.text(word))
    }
    return Filter.Clause(FilterGrammar.fieldName(name), comparison, values, isNegated: token.isNegated)
  }

  private mutating func clause(_ token: FilterToken, _ field: FilterField, _ comparison: Filter.Comparison) throws(FilterError) -> Filter.Clause {
    try check(token, field.name, comparison, among: field.comparisons, takesSure: field.takesSure)
    var values: [Filter.Value] = []
    for part in token.values { values.append(try value(part, field, comparison)) }
    return Filter.Clause(field.name, comparison, values, isNegated: token.isNegated, isSure: token.sure != nil)
  }

  private func check(
    _ token: FilterToken, _ name: String, _ comparison: Filter.Comparison, among comparisons: [Filter.Comparison], takesSure: Bool
  ) throws(FilterError) {
    if let sure = token.sure, !takesSure {
      throw FilterError(range: sure, what: "sure: says nothing of \(name)", remedy: "It stands before dates and figures, as sure:killed>10.")
    }
    guard let field = token.field, !comparisons.contains(comparison) else { return }
    let end = field.range.upperBound
    throw FilterError(
      range: end..<(end + comparison.rawValue.utf8.count), what: "“\(comparison.rawValue)” does not go with \(name)",
      remedy: "Use \(comparisons.map { "“\($0.rawValue)”" }.joined(separator: ", ")).")
  }

  private func text(_ part: FilterToken.Part, of field: String) throws(FilterError) -> String {
    guard part.text.isEmpty else { return part.text }
    throw FilterError(
      range: part.range, what: "a value is missing for \(field)", remedy: FilterField.named(field).map { "For example \($0.example)." })
  }

  /// Throws that there is no such thing, with the nearest that there is: an id, which is what one types, before a name.
  private mutating func expect(
    _ isKnown: Bool, _ part: FilterToken.Part, _ noun: String, _ ids: @autoclosure () -> [String], _ names: @autoclosure () -> [String] = []
  ) throws(FilterError) {
    guard !isKnown else { return }
    guard !isPart else {
      knowsAllNames = false
      return
    }
    let nearest = !suggests ? nil : Suggestion.nearest(to: part.text, in: ids()) ?? Suggestion.nearest(to: part.text, in: names())
    throw FilterError(range: part.range, what: "there is no \(noun) “\(part.text)”", remedy: Self.didYouMean(nearest))
  }

  private mutating func value(_ part: FilterToken.Part, _ field: FilterField, _ comparison: Filter.Comparison) throws(FilterError) -> Filter.Value {
    let store = store
    let word = try text(part, of: field.name)
    switch field.meaning {
    case .actor:
      try expect(!store.codes(word, comparison, in: store.names.actors).isEmpty, part, "actor", store.columns.actors.values, store.actorNames)
    case .place:
      try expect(!store.codes(word, comparison, in: store.names.places).isEmpty, part, "place", store.columns.places.values, store.placeNames)
    case .source:
      try expect(
        !store.codes(word, comparison, in: store.names.sources).isEmpty || store.directory.source(word) != nil, part, "source", store.columns.sources.values,
        store.sourceNames)
    case .side:
      try expect(store.names.side(word) != nil, part, "side", store.names.sides)
    case .kind:
      let known = EventKind.known.map(\.rawValue)
      let isKnown = known.contains(word.lowercased()) || !store.kindCodes(word).isEmpty
      try expect(isKnown, part, "kind", known + store.columns.kinds)
    case .id:
      try expect(store.row(of: word) != nil, part, "event", store.someIDs)
    case .era:
      try expect(!store.eras(word).isEmpty, part, "era", store.header.eras.map(\.id), store.header.eras.map(\.name))
    case .precision:
      let known = Precision.allCases.map(\.word)
      try expect(known.contains(word.lowercased()), part, "precision", known)
    case .has:
      try expect(Possession(word) != nil, part, "such thing as", Possession.allCases.map(\.rawValue))
    case .number:
      return try number(part, field, comparison)
    case .date(let relation):
      return .date(try date(part, relation))
    }
    return .text(word)
  }
}

extension Precision {
  /// What `precision:` calls it.
  var word: String { String(describing: self) }
}
