import EDTF
import TimelineModel

extension EventStore {
  /// How the text of a filter may go on where the cursor is: fields first, then values, the most frequent first, under any of their names.
  ///
  ///     store.completions(for: "actor:hayas", at: 11).first   // text "armenia", label "Armenia", replacing 6..<11
  ///     store.completions(for: "kin", at: 3).first            // text "kind:", replacing 0..<3
  ///
  /// - Parameter utf8Offset: where the cursor stands; it is moved into the text if it is outside.
  public func completions(for text: String, at utf8Offset: Int) -> [Completion] {
    let cursor = min(max(utf8Offset, 0), text.utf8.count)
    var scanner = FilterScanner(text) { columnIndex(named: $0) != nil }
    let token = scanner.tokens().first { $0.range.lowerBound <= cursor && cursor <= $0.range.upperBound }
    guard let token else { return fieldCompletions("", replacing: cursor..<cursor) }
    if let field = token.field, field.range.upperBound < cursor {
      let part = token.values.first { $0.range.lowerBound <= cursor && cursor <= $0.range.upperBound }
      guard let part else { return [] }
      return valueCompletions(typed(part, upTo: cursor, in: text), replacing: part.range, of: field.text)
    }
    let start = token.sure?.upperBound ?? token.bodyStart
    guard cursor >= start, token.field != nil || token.values.count == 1 else { return [] }
    let end = token.field?.range.upperBound ?? token.range.upperBound
    let typed = token.values.first.map { token.field == nil ? self.typed($0, upTo: cursor, in: text) : "" } ?? ""
    // A field that has its sign already keeps it.
    let prefix = token.field.map { _ in slice(text, start..<cursor) } ?? typed
    let fields = fieldCompletions(prefix, replacing: start..<(token.field == nil ? end : end + (token.comparison?.rawValue.utf8.count ?? 0)))
    return token.field == nil && !prefix.isEmpty ? fields + anyValueCompletions(prefix, replacing: start..<end) : fields
  }

  private func slice(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range.clamped(to: 0..<text.utf8.count)], as: UTF8.self)
  }

  /// What stands of a value before the cursor, without its quotation mark.
  private func typed(_ part: FilterToken.Part, upTo cursor: Int, in text: String) -> String {
    let start = part.range.lowerBound + (part.isQuoted ? 1 : 0)
    return start < cursor ? slice(text, start..<cursor).filter { $0 != "\"" } : ""
  }

  private func fieldCompletions(_ prefix: String, replacing range: Range<Int>) -> [Completion] {
    let prefix = prefix.lowercased()
    let fields = FilterField.all.filter { field in ([field.name] + field.aliases).contains { $0.hasPrefix(prefix) } }
    let columns = self.columns.extras.map { FilterGrammar.fieldName($0.name) }.filter { $0.lowercased().hasPrefix(prefix) }
    return fields.map { Completion(replace: range, text: $0.name + ":", label: $0.help) }
      + columns.map { Completion(replace: range, text: $0 + ":", label: "A column of the data") }
  }

  /// Values of the fields that are names, with the field before them.
  private func anyValueCompletions(_ prefix: String, replacing range: Range<Int>) -> [Completion] {
    let all = ["actor", "place", "kind", "side", "era"].flatMap { field in
      candidates(prefix, of: field).map { (field, $0) }
    }
    return Self.mostFrequentFirst(all.map { Completion(replace: range, text: $0 + ":" + $1.text, label: $1.label, count: $1.count) })
  }

  private func valueCompletions(_ prefix: String, replacing range: Range<Int>, of field: String) -> [Completion] {
    Self.mostFrequentFirst(candidates(prefix, of: field).map { Completion(replace: range, text: $0.text, label: $0.label, count: $0.count) })
  }

  private static func mostFrequentFirst(_ all: [Completion]) -> [Completion] {
    Array(all.sorted { ($1.count ?? 0, $0.label, $0.text) < ($0.count ?? 0, $1.label, $1.text) }.prefix(100))
  }

  private func candidates(_ prefix: String, of fieldName: String) -> [(text: String, label: String, count: Int?)] {
    let field = FilterField.all.first { $0.name == fieldName.lowercased() }
    if field == nil, let index = columnIndex(named: fieldName) {
      return candidates(prefix, columns.extras[index].column, names.extras[index]) { $0 }
    }
    func matches(_ word: String) -> Bool { Folding.words(word).contains(Folding.words(prefix).dropLast()) }
    switch (field ?? FilterField.named(fieldName))?.meaning {
    case .actor: return candidates(prefix, columns.actorsAndAbove, names.actors) { directory.name(ofActor: $0) }
    case .place: return candidates(prefix, columns.placesAndAround, names.places) { directory.name(ofPlace: $0) }
    case .source: return candidates(prefix, columns.sources, names.sources) { directory.source($0)?.title ?? $0 }
    case .kind:
      return facets(.kind, in: all).filter { matches($0.key) }.map {
        (FilterGrammar.written(.text($0.key), isWord: false), EventKind(rawValue: $0.key).meaning ?? $0.key, $0.events)
      }
    case .side:
      return facets(.side, in: all).filter { matches($0.key) }.map { (FilterGrammar.written(.text($0.key), isWord: false), $0.label, $0.events) }
    case .era:
      return facets(.era, in: all).filter { matches($0.key) || matches($0.label) }.map {
        (FilterGrammar.written(.text($0.key), isWord: false), $0.label, $0.events)
      }
    case .precision:
      return Precision.allCases.map(\.word).filter(matches).map { word in
        (word, word, rows(of: Filter.Clause("precision", .matches, [.text(word)])).count)
      }
    case .has:
      return Possession.allCases.filter { matches($0.rawValue) }.map { ($0.rawValue, $0.rawValue, rows(having: $0).count) }
    case .number(.weight):
      return facets(.weight, in: all).filter { $0.key != "none" && $0.key.hasPrefix(prefix) }.map { ($0.key, $0.label, $0.events) }
    case .date:
      return "today".hasPrefix(prefix.lowercased()) ? [("today", "The day it is", nil)] : []
    case .id, .number, nil:
      return []
    }
  }

  private func candidates(
    _ prefix: String, _ column: CodeColumn, _ names: NameIndex, label: (Identifier) -> String
  ) -> [(text: String, label: String, count: Int?)] {
    names.codes(withWordsBeginning: prefix).filter { column.count(of: $0) > 0 }.map { code in
      let id = column.values[code]
      return (FilterGrammar.written(.text(id), isWord: false), label(id), column.count(of: code))
    }
  }
}
