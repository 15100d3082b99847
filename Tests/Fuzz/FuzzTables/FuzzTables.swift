import EDTF
import FuzzReading
import Fuzzing
import TimelineFormats
import TimelineModel
import TimelineStore

/// Tables of every sort: told by their first bytes, read in chunks into a store, read back row by row, written again.
enum FuzzTables: FuzzTarget {
  private static let name = "a.csv"

  /// All that a reader gives of a table.
  private struct Table {
    var facts: [RowFacts] = []
    var events: [Event] = []
    var problems: [Problem]
    var header: Timeline
    var store: EventStore

    init(_ reader: RowReader, atMost count: Int, _ division: Division? = nil) {
      var reader = reader
      if let division { reader.divide(division) }
      var builder = StoreBuilder(reader.header)
      while let part = reader.next(atMost: count) {
        demand(part.chunk.count > 0 || reader.isAtEnd, "a chunk without rows")
        facts += part.chunk.facts
        events += (0..<part.chunk.count).map { part.decoder.event(at: $0) }
        builder.append(part.chunk, from: builder.addSource(part.decoder))
      }
      demand(reader.isAtEnd, "it stops before its end")
      problems = reader.problems
      header = reader.header
      store = builder.snapshot()
    }
  }

  static func test(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = Array(bytes)
    guard let format = Format.detect(name: name, head: Array(text.prefix(8_192))) else { return }
    let lines = LineLengths(text, loneReturn: .either)
    // So that what is rare is tried too: small limits, and pieces of few rows.
    let isNarrow = bytes.count % 3 == 0
    let limits = isNarrow ? ReadingLimits(fieldBytes: 40, problems: 20, recordBytes: 120, columns: 12) : .standard
    guard case .rows(let reader) = format.open(.memory(text), name: name, limits: limits) else {
      return checkProblems(format.read([InputFile(name: name, bytes: text)], limits: limits).problems, in: name, lines)
    }
    let table = Table(reader, atMost: isNarrow ? 3 : .max)
    checkProblems(table.problems, in: name, lines)
    check(table)
    checkStore(table.store)
    if bytes.count % 5 == 0 { compare(table, Table(reader, atMost: .max, Division(lanes: 2, stretch: 64))) }
    if bytes.count % 5 == 1 { checkWriting(of: Array(table.events.prefix(50)), in: table.store.directory, table.header) }
    if bytes.count % 5 == 2 { checkSearch(table) }
  }

  /// What the columns hold is what the events say.
  private static func check(_ table: Table) {
    demand(table.facts.count == table.events.count && table.store.count == table.events.count, "not as many rows as events")
    for (fact, event) in zip(table.facts, table.events) {
      let dates = RowFacts(date: event.date, kind: 0)
      demand((fact.earliest, fact.latest, fact.precision) == (dates.earliest, dates.latest, dates.precision), "the column holds another date: \(event)")
      demand(fact.idHash == RowFacts.hash(ofID: event.id), "the column holds another id: \(event)")
      demand(fact.killed == PackedFigure(Toll(.killed, of: event, in: table.store.directory)?.figure), "the column holds another toll: \(event)")
      demand(fact.marks.subtracting(.dated) == RowMarks(of: event), "the column holds other marks: \(event)")
      demand(event.location?.file == name, "an event of another file: \(event)")
    }
  }

  /// However a table is divided, it is the same.
  private static func compare(_ one: Table, _ other: Table) {
    demand(one.events == other.events, "divided, they are other events")
    demand(one.problems == other.problems, "divided, there are other problems: \(one.problems) \(other.problems)")
    for (fact, another) in zip(one.facts, other.facts) {
      var (fact, another) = (fact, another)
      (fact.kind, another.kind) = (0, 0)
      demand(fact == another, "divided, the columns hold other facts")
    }
  }

  /// A word of a row is found in that row.
  private static func checkSearch(_ table: Table) {
    let store = table.store
    for row in store.all.rows(0..<min(3, store.count)) {
      // What a code means and what is odd of a row stand beside it, and not in it.
      let own = store.event(at: row).extra.filter { !$0.name.hasSuffix(" means") && $0.name != "problem" }
      let words = own.flatMap { $0.value.split { !$0.isASCII || !($0.isLetter || $0.isNumber) } }
      guard let word = words.first(where: { (3..<20).contains($0.utf8.count) }) else { continue }
      demand(store.hits(store.search(String(word)), in: store.all).contains(row), "\(word) is not found in its row")
    }
  }
}

@_cdecl("LLVMFuzzerTestOneInput") func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt { FuzzTables.test(bytes, count) }
