import EDTF
import TimelineModel

extension EventStore {
  /// How the text of a filter may go on where the cursor is: fields first, then values, the most frequent first, under any of their names.
  ///
  ///     store.completions(for: "actor:hayas", at: 11).first   // text "armenia", label "Armenia", replacing 6..<11
  ///     store.completions(for: "kin", at: 3).first            // text "kind:", replacing 0..<3
  ///
  /// - Parameters:
  ///   - utf8Offset: where the cursor stands; it is moved into the text if it is outside.
  ///   - selection: the rows that values are counted among, such as those that the ``rest(of:at:)`` of the text lets through; nil for all rows.
  /// - Complexity: O(names), and for a part of the rows one pass over these at most.
  public func completions(for text: String, at utf8Offset: Int, among selection: Selection? = nil) -> [Completion] {
    let cursor = min(max(utf8Offset, 0), text.utf8.count)
    let counter = ValueCounter(self, selection ?? all)
    guard let token = token(in: text, at: cursor) else { return fieldCompletions("", replacing: cursor..<cursor) }
    if let field = token.field, field.range.upperBound < cursor {
      let part = token.values.first { $0.range.lowerBound <= cursor && cursor <= $0.range.upperBound }
      guard let part else { return [] }
      return valueCompletions(typed(part, upTo: cursor, in: text), replacing: part.range, of: field.text, counter)
    }
    let start = token.sure?.upperBound ?? token.bodyStart
    guard cursor >= start, token.field != nil || token.values.count == 1 else { return [] }
    let end = token.field?.range.upperBound ?? token.range.upperBound
    let typed = token.values.first.map { token.field == nil ? self.typed($0, upTo: cursor, in: text) : "" } ?? ""
    // A field that has its sign already keeps it.
    let prefix = token.field.map { _ in slice(text, start..<cursor) } ?? typed
    let fields = fieldCompletions(prefix, replacing: start..<(token.field == nil ? end : end + (token.comparison?.rawValue.utf8.count ?? 0)))
    return token.field == nil && !prefix.isEmpty ? fields + anyValueCompletions(prefix, replacing: start..<end, counter) : fields
  }

  /// What stands in a filter beside the clause under the cursor: the rows that the clause chooses from are those that this lets through.
  ///
  ///     store.rest(of: "actor:armenia pla since:2020", at: 17)   // "actor:armenia  since:2020"
  public func rest(of text: String, at utf8Offset: Int) -> String {
    let cursor = min(max(utf8Offset, 0), text.utf8.count)
    guard let token = token(in: text, at: cursor) else { return text }
    return slice(text, 0..<token.range.lowerBound) + slice(text, token.range.upperBound..<text.utf8.count)
  }

  private func token(in text: String, at cursor: Int) -> FilterToken? {
    var scanner = FilterScanner(text) { columnIndex(named: $0) != nil }
    return scanner.tokens().first { $0.range.lowerBound <= cursor && cursor <= $0.range.upperBound }
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
  private func anyValueCompletions(_ prefix: String, replacing range: Range<Int>, _ counter: ValueCounter) -> [Completion] {
    let all = ["actor", "place", "kind", "side", "era"].flatMap { field in
      counter.candidates(prefix, of: field).map { Completion(replace: range, text: field + ":" + $0.text, label: $0.label, count: $0.count) }
    }
    return Array(all.sorted { ($1.count ?? 0, $0.label, $0.text) < ($0.count ?? 0, $1.label, $1.text) }.prefix(ValueCounter.most))
  }

  private func valueCompletions(_ prefix: String, replacing range: Range<Int>, of field: String, _ counter: ValueCounter) -> [Completion] {
    counter.candidates(prefix, of: field).map { Completion(replace: range, text: $0.text, label: $0.label, count: $0.count) }
  }
}
