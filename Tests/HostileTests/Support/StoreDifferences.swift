import EDTF
import TimelineFormats
import TimelineModel
import TimelineStore

/// In what two stores differ: columns, words, names, records, events, and what they answer; empty where they are the same.
func differences(_ one: EventStore, _ other: EventStore) -> [String] {
  var found: [String] = []
  func compare<Value: Equatable>(_ what: String, _ value: (EventStore) -> Value) {
    if value(one) != value(other) { found.append("\(what): \(String(describing: value(one)).prefix(300)) | \(String(describing: value(other)).prefix(300))") }
  }
  compare("count", \.count)
  guard found.isEmpty else { return found }
  compare("header", \.header)
  compare("span", { $0.span.map { [$0.first, $0.last] } })
  compare("actors", \.directory.actors)
  compare("places", \.directory.places)
  compareColumns(compare)
  compare("parts", { $0.keptParts?.map(\.rows) })
  compare("text rows", { $0.keptParts?.map(\.textRows) })
  compare("records", { $0.keptParts?.compactMap { ($0.decoder as? any KeepsRecords)?.records } })
  compare("arrival", { Array($0.rowsAsTheyArrived) })
  for row in one.all.rows(0..<one.count) {
    compare("event of \(row)", { $0.event(at: row) })
    compare("summary of \(row)", { $0.summary(at: row) })
    if found.count > 5 { return found }
  }
  compareAnswers(one, compare)
  return found
}

private func compareColumns(_ compare: (String, (EventStore) -> [String]) -> Void) {
  func text(_ value: some Any) -> [String] { [String(describing: value)] }
  compare("days") { text([$0.kept.earliest, $0.kept.latest]) }
  compare("precision and marks") { text($0.kept.precision) + text($0.kept.marks.map(\.rawValue)) }
  compare("kinds") { text($0.kept.kind) + $0.kept.kinds }
  compare("weights and sources") { text($0.kept.weight) + text($0.kept.sourceCount) }
  compare("tolls") { text($0.kept.killed.map(\.parts)) + text($0.kept.wounded.map(\.parts)) }
  compare("hashes") { text($0.kept.idHash) }
  compare("extras") { $0.kept.extras.map(\.name) }
  func lists(_ what: String, _ lists: @escaping (KeptColumns) -> KeptColumns.Lists) {
    compare(what) { store in
      let lists = lists(store.kept)
      let spread = lists.spread
      return lists.values() + text(spread.starts) + text(spread.codes) + text(lists.aboveStarts) + text(lists.above)
        + text([lists.ownCount ?? lists.valueCount])
        + text(lists.single.map(String.init(describing:)) ?? "")
    }
  }
  lists("actors of rows") { $0.actors }
  lists("places of rows") { $0.places }
  lists("sources of rows") { $0.sources }
  compare("extras of rows") { store in store.kept.extras.flatMap { $0.lists.values() + text($0.lists.spread.codes) + text($0.lists.spread.starts) } }
}

private func compareAnswers(_ one: EventStore, _ compare: (String, (EventStore) -> [String]) -> Void) {
  for field in [FacetField.kind, .year, .month, .weight, .actor, .place, .source, .side] {
    compare("groups by \(field)") { store in store.facets(field, in: store.all).map { String(describing: $0) } }
  }
  var filters = ["", "killed>1", "since:1990 until:2021", "-kind:battles", "has:casualties", "problem:bad", "country:river"]
  let words = one.keptWords
  filters += words.prefix(6).map { "actor:\"\($0)\"" } + words.prefix(6).map { "place:\"\($0)\"" } + words.prefix(2).map { "source:\"\($0)\"" }
  for filter in filters {
    compare("filter \(filter)") { store in
      guard case .success(let parsed) = store.parse(filter, today: Day(0)) else { return ["refused"] }
      let selection = store.select(parsed)
      return selection.rows(0..<selection.count).map { String($0.number) }
    }
  }
  for word in ["a", "river", "şuşa", "and ", "1", "battle"] + words.prefix(3) {
    compare("search \(word)") { store in
      let hits = store.hits(store.search(word), in: store.all)
      return hits.rows(0..<hits.count).map { String($0.number) }
    }
  }
}

extension EventStore {
  /// Words of the columns that filters may name.
  fileprivate var keptWords: [String] {
    let kept = kept
    let all = kept.actors.values().prefix(6) + kept.places.values().prefix(6) + kept.sources.values().prefix(3)
    return all.map { $0.filter { $0.isLetter || $0 == " " } }.filter { !$0.isEmpty }
  }
}
