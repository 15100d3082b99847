import EDTF
import SeededRandom
import Testing
import TimelineFormats
import TimelineModel
import TimelineStore

@Suite("The compiled form of a timeline")
struct CompiledTimelineTests {
  private let timeline: Timeline
  private let store: EventStore
  private let bytes: [UInt8]

  init() throws {
    timeline = NativeFormat.read(try Fixtures.river()).timeline
    let store = EventStore(timeline)
    self.store = store
    bytes = CompiledTimeline.compile(timeline, events: store.all.rows(0..<store.count).map { store.event(at: $0) }, columns: store.kept)
  }

  /// Bytes that lie in memory for good, as those built into the program.
  private static func open(_ bytes: [UInt8]) -> CompiledTimeline? {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 8)
    memory.copyBytes(from: bytes)
    return CompiledTimeline(CompiledBytes(staticBytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(memory)[..<bytes.count])))
  }

  private static func store(_ compiled: CompiledTimeline) -> EventStore {
    EventStore(compiled.header, directory: compiled.directory, compiled.columns, decoder: compiled)
  }

  private func reopened() throws -> EventStore { Self.store(try #require(Self.open(bytes))) }

  @Test("opens as a store of the same events in the same order, and a row of a list is read without the rest of its event")
  func events() throws {
    let compiled = try #require(Self.open(bytes))
    let again = Self.store(compiled)
    #expect(again.count == store.count && store.count >= 3)
    for row in store.all.rows(0..<store.count) {
      let event = store.event(at: row)
      let made = again.event(at: row)
      // Where the parts of an event stood in their file is not kept.
      #expect(made.id == event.id && made.summary == event.summary && made.actors == event.actors && made.location == event.location)
      #expect(made.accounts.map(\.says) == event.accounts.map(\.says) && made.casualties.map(\.figure) == event.casualties.map(\.figure))
      #expect(made.allSources == event.allSources && made.extra == event.extra && made.disputes == event.disputes)
      #expect(again.summary(at: row) == store.summary(at: row))
      let outline = compiled.outline(at: row.number)
      #expect(outline.id == event.id && outline.date == event.date && outline.title == event.title && outline.kind == event.kind)
      #expect(outline.weight == event.weight && outline.summary.isEmpty)
      #expect(again.links(of: row) == store.links(of: row) && again.causes(of: row) == store.causes(of: row))
    }
  }

  @Test("finds actors, places and sources under their ids, in the order of the files")
  func directory() throws {
    let directory = try reopened().directory
    #expect(directory.actors.map(\.id) == timeline.actors.map(\.id) && directory.places.map(\.id) == timeline.places.map(\.id))
    #expect(directory.sources.map(\.id) == timeline.sources.map(\.id))
    for actor in timeline.actors {
      #expect(directory.actor(actor.id)?.aliases == actor.aliases && directory.name(ofActor: actor.id) == actor.name)
      #expect(directory.lineage(ofActor: actor.id) == store.directory.lineage(ofActor: actor.id))
    }
    for place in timeline.places { #expect(directory.place(place.id)?.names == place.names && directory.name(ofPlace: place.id) == place.name) }
    for source in timeline.sources { #expect(directory.source(source.id)?.title == source.title) }
    #expect(directory.actor("nobody") == nil && directory.place("") == nil && directory.source("zzz") == nil)
    #expect(directory.name(ofActor: "nobody") == "nobody")
  }

  @Test("learns whoever is new, and of two with one id the first stands")
  func learning() throws {
    var directory = try reopened().directory
    let known = try #require(timeline.actors.first)
    directory.learn(actors: [Actor(id: known.id, name: "Another"), Actor(id: "newcomer", name: "Newcomer")], places: [Place(id: "new-place", name: "New")])
    #expect(directory.name(ofActor: known.id) == known.name && directory.name(ofActor: "newcomer") == "Newcomer")
    #expect(directory.actors.count == timeline.actors.count + 1 && directory.place("new-place")?.name == "New")
  }

  @Test(
    "answers filters and counts groups as the timeline does",
    arguments: [FacetField.actor, .place, .kind, .year, .source, .side, .weight, .era])
  func facets(_ field: FacetField) throws {
    let again = try reopened()
    let (own, others) = (store.facets(field, in: store.all), again.facets(field, in: again.all))
    #expect(own == others)
    for facet in own where field == .actor || field == .place {
      let text = field == .actor ? "actor:=\(facet.key)" : "place:=\(facet.key)"
      let (one, other) = (store.select(try store.parse(text).get()), again.select(try again.parse(text).get()))
      #expect(one.rows(0..<one.count) == other.rows(0..<other.count) && one.count > 0)
    }
  }

  @Test("is none where it ends early or begins otherwise")
  func foreign() {
    #expect(Self.open([]) == nil && Self.open(Array("annals".utf8)) == nil && Self.open(Array(repeating: 0, count: 100)) == nil)
  }

  @Test("has no rows when a row has a source twice, or an actor is above itself, which would make a group larger than the whole")
  func twice() throws {
    var kept = store.kept
    let row = try #require((0..<kept.count).first { kept.sources.starts[$0 + 1] - kept.sources.starts[$0] >= 2 })
    let start = Int(kept.sources.starts[row])
    kept.sources.codes[start + 1] = kept.sources.codes[start]
    #expect(store.kept.isSound && !kept.isSound)
    var aboveItself = store.kept
    let code = try #require((0..<aboveItself.actors.valueCount).first { aboveItself.actors.aboveStarts[$0 + 1] > aboveItself.actors.aboveStarts[$0] })
    aboveItself.actors.above[Int(aboveItself.actors.aboveStarts[code])] = UInt32(code)
    #expect(!aboveItself.isSound)
    let damaged = CompiledTimeline.compile(timeline, events: store.all.rows(0..<store.count).map { store.event(at: $0) }, columns: kept)
    #expect(Self.store(try #require(Self.open(damaged))).isEmpty)
  }

  @Test("gives what it can, or nothing, where it is damaged, and never traps", arguments: 0..<8)
  func damage(batch: Int) throws {
    var random = SeededGenerator(batch + 77)
    for round in 0..<250 {
      var bytes = bytes
      // The places of the parts and the columns are a small part of all bytes and matter most.
      let reach = round % 2 == 0 ? bytes.count : min(bytes.count, 400)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let byte = [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random)
        bytes[Int.random(in: 8..<reach, using: &random)] = byte ?? 0
      }
      if round % 5 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count - 64, using: &random)) }
      let compiled = try #require(Self.open(bytes))
      let store = Self.store(compiled)
      for row in store.all.rows(0..<min(store.count, 50)) {
        _ = store.event(at: row)
        _ = store.summary(at: row)
        _ = store.links(of: row)
      }
      _ = store.facets(.actor, in: store.all)
      _ = store.directory.name(ofActor: "barge-guild")
      if let filter = try? store.parse("actor:river since:1900 mill").get() { _ = store.select(filter).count }
    }
  }
}
