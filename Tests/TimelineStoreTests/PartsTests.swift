import EDTF
import SeededRandom
import Testing
import TimelineModel
import TimelineStore

@Suite("Events that come in parts")
struct PartsTests {
  /// What the parts let through; nil where no part knew all names in the filter.
  private static func walk(
    _ parts: [EventStore], _ text: String, take: (Selection, EventStore) -> Void, drop: () -> Void
  ) throws(FilterError) -> Bool {
    var filter = PartFilter(text, today: nil)
    var rounds = 0
    again: while true {
      rounds += 1
      #expect(rounds < 20)
      for part in parts {
        switch try filter.select(in: part) {
        case .rows(let selection): take(selection, part)
        case .beginAgain:
          drop()
          continue again
        }
      }
      return filter.isKnown
    }
  }

  @Test("Listed in every order, with every limit, they are those that one store of all lists", arguments: 0..<24)
  func list(seed: Int) throws {
    var random = SeededGenerator(seed + 40_000)
    let sample = RandomParts(&random, events: Int.random(in: 0...70, using: &random))
    for _ in 0..<40 {
      let text = RandomParts.filter(&random)
      let key = random.pick(SortOrder.Key.allCases)
      let limit = random.oneIn(2) ? nil : Int.random(in: 0...20, using: &random)
      var events = OrderedEvents(by: key, limit: limit)
      let whole = sample.whole.parse(text)
      do {
        let isKnown = try Self.walk(sample.parts, text) {
          events.add($0, of: $1)
        } drop: {
          events = OrderedEvents(by: key, limit: limit)
        }
        guard case .success(let filter) = whole else {
          #expect(!isKnown, "\(text), seed \(seed)")
          continue
        }
        let selection = sample.whole.select(filter, sort: SortOrder(key))
        let expected = selection.rows(0..<min(selection.count, limit ?? .max)).map { sample.whole.event(at: $0) }
        #expect(Array(events.listed()) == expected, "\(text) by \(key), seed \(seed)")
        #expect(events.count == selection.count)
      } catch {
        #expect(whole == .failure(error), "\(text), seed \(seed)")
      }
    }
  }

  @Test("Added up by anything, they are as many as in one store of all", arguments: 0..<16)
  func sums(seed: Int) throws {
    var random = SeededGenerator(seed + 50_000)
    let sample = RandomParts(&random, events: Int.random(in: 0...70, using: &random))
    let groupings: [(FacetSums.Grouping, FacetField)] = [(.year, .year), (.month, .month), (.actor, .actor), (.kind, .kind), (.place, .place)]
    for _ in 0..<10 {
      let text = RandomParts.filter(&random)
      guard case .success(let filter) = sample.whole.parse(text) else { continue }
      let selection = sample.whole.select(filter)
      for (grouping, field) in groupings {
        var sums = FacetSums(by: grouping)
        _ = try Self.walk(sample.parts, text) {
          sums.add($0, of: $1)
        } drop: {
          sums = FacetSums(by: grouping)
        }
        #expect(sums.facets(named: sample.whole.directory) == sample.whole.facets(field, in: selection), "\(text) by \(field), seed \(seed)")
      }
    }
  }

  @Test("A later part that shows how a name is meant has the earlier ones read anew")
  func anew() throws {
    func part(_ kinds: [String], from first: Int) -> EventStore {
      var timeline = Timeline(id: "t", title: "T")
      timeline.events = kinds.enumerated().map { Event(id: "e\(first + $0.offset)", date: nil, title: "x", kind: EventKind(rawValue: $0.element)) }
      return EventStore(timeline)
    }
    let parts = [part(["attack from the air", "siege"], from: 0), part(["attack", "attack from the air"], from: 2)]
    var taken: [Int] = []
    var drops = 0
    func take(_ text: String) throws(FilterError) -> Bool {
      (taken, drops) = ([], 0)
      return try Self.walk(parts, text) { selection, _ in
        taken.append(selection.count)
      } drop: {
        (taken, drops) = ([], drops + 1)
      }
    }
    #expect(try take("kind:attack") && taken == [0, 1] && drops == 1)
    #expect(try take("kind:siege") && taken == [1, 0] && drops == 0)
  }

  @Test("With a limit no more is held than a few times that, in whatever order the rows come", arguments: [SortOrder.Key.date, .killed])
  func held(key: SortOrder.Key) {
    var events = OrderedEvents(by: key, limit: 10)
    for first in stride(from: 60_000, to: 0, by: -1_000) {
      var builder = StoreBuilder(Timeline(id: "t", title: "T"))
      let source = builder.addSource(ChunkedStore.Rows { "row \($0)" })
      builder.append(ChunkedStore.chunk(first..<(first + 1_000)) { "row \($0)" }, from: source)
      let part = builder.snapshot()
      events.add(part.all, of: part)
      #expect(events.heldCount <= 10_000)
    }
    #expect(events.count == 60_000 && Array(events.listed()).count == 10)
  }

  @Test("What is added up is held by the group, not by the row")
  func groups() {
    var sums = FacetSums(by: .year)
    for first in stride(from: 0, to: 73_000, by: 1_000) {
      var builder = StoreBuilder(Timeline(id: "t", title: "T"))
      builder.append(ChunkedStore.chunk(first..<(first + 1_000)) { "row \($0)" }, from: builder.addSource(ChunkedStore.Rows { "row \($0)" }))
      let part = builder.snapshot()
      sums.add(part.all, of: part)
      #expect(sums.groupCount <= 201)
    }
    #expect(sums.facets(named: Directory()).reduce(0) { $0 + $1.events } == 73_000)
  }
}
