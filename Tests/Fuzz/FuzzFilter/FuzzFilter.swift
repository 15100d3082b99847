import EDTF
import Fuzzing
import TimelineModel
import TimelineStore

/// The filter language: what can be typed is understood as it is written back, or refused with its place; and its clauses are sets of rows.
enum FuzzFilter: FuzzTarget {
  private static let today = Day(19_500)
  private static let store = EventStore(Sample.timeline)

  static func test(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    switch store.parse(text, today: today) {
    case .success(let filter): check(filter)
    case .failure(let error):
      demand(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count, "a fault outside of the text: \(error)")
      demand(!error.what.isEmpty, "a fault without words")
    }
    if case .failure = store.parse(text, today: today, isPart: true), case .success = store.parse(text, today: today) { demand(false, "a part knows less") }
    let cursor = Int(bytes.last ?? 0) % (bytes.count + 2) - 1
    for completion in store.completions(for: text, at: cursor) {
      demand(completion.replace.lowerBound >= 0 && completion.replace.upperBound <= text.utf8.count, "a completion outside of the text: \(completion)")
      demand(completion.count.map { $0 >= 0 && $0 <= store.count } ?? true, "a completion with \(completion.count ?? 0) rows")
    }
    let query = store.search(text)
    demand(store.hits(query, in: store.all).count <= (query.isEmpty ? 0 : store.count), "nothing was sought, and something found")
  }

  private static func check(_ filter: Filter) {
    switch store.parse(filter.text, today: today) {
    case .success(let again): demand(again == filter && again.text == filter.text, "\(filter.text) is read back as \(again.text)")
    case .failure(let error): demand(false, "\(filter.text) is not read back: \(error)")
    }
    let rows = rows(filter)
    // All clauses together let through what each of them does.
    let each = filter.clauses.filter(\.isOn).map { Set(self.rows(Filter([$0]))) }
    demand(Set(rows) == each.reduce(Set(store.all.rows(0..<store.count))) { $0.intersection($1) }, "\(filter.text): the whole is not its parts")
    for (clause, through) in zip(filter.clauses, each) {
      var other = clause
      other.isNegated.toggle()
      let rest = Set(self.rows(Filter([other])))
      demand(rest.isDisjoint(with: through), "\(clause.text) and its opposite let the same row through")
      let mayNot = ["since", "until", "on", "era"].contains(clause.field)
      let undated = mayNot ? store.all.undatedCount : 0
      demand(rest.count + through.count == store.count - undated, "\(clause.text): rows are on neither side")
    }
    for key in SortOrder.Key.allCases {
      let sorted = store.select(filter, sort: SortOrder(key, isReversed: rows.count % 2 == 0))
      demand(Set(sorted.rows(0..<sorted.count)) == Set(rows), "\(key): other rows in another order")
      for position in 0..<min(sorted.count, 3) { demand(sorted.row(at: position).flatMap(sorted.position(of:)) == position, "\(key): a row lost its place") }
    }
  }

  private static func rows(_ filter: Filter) -> [Row] {
    let selection = store.select(filter)
    return selection.rows(0..<selection.count)
  }
}

@_cdecl("LLVMFuzzerTestOneInput") func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt { FuzzFilter.test(bytes, count) }
