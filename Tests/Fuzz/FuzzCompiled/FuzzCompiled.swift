import EDTF
import FuzzReading
import Fuzzing
import TimelineFormats
import TimelineModel
import TimelineStore

/// The compiled form, damaged in any way: nothing it claims is believed, and the store that is made of it holds together.
enum FuzzCompiled: FuzzTarget {
  static func test(_ bytes: UnsafeBufferPointer<UInt8>) {
    // The magic is the reader's business once, and not in every one of a million cases.
    var whole = magic
    whole += bytes.dropFirst(bytes.starts(with: magic) ? magic.count : 0)
    whole.withUnsafeBytes { bytes in
      guard let compiled = CompiledTimeline(CompiledBytes(staticBytes: bytes)) else { return demand(bytes.count < 36, "a file of this version is refused") }
      demand(compiled.count <= bytes.count, "more events than bytes")
      for index in -1...min(compiled.count, 50) { _ = (compiled.event(at: index), compiled.outline(at: index)) }
      let directory = compiled.directory
      for id in ["alder", "bridge", "gazette", "nobody", ""] {
        _ = (directory.actor(id), directory.place(id), directory.source(id), directory.name(ofActor: id), directory.lineage(ofPlace: id))
      }
      let store = EventStore(compiled.header, directory: directory, compiled.columns, decoder: compiled)
      demand(store.all.rows(0..<store.count).count == store.count, "not all rows are in the list")
      for row in store.all.rows(0..<min(20, store.count)) {
        demand(store.summary(at: row).row == row, "another row is summed up")
        _ = store.links(of: row) + store.links(of: Row(row.number - 1))
        _ = (store.causes(of: row), store.consequences(of: row), store.row(of: store.summary(at: row).id))
      }
      for field in [FacetField.kind, .year, .month, .weight, .actor, .place, .source, .side, .era] {
        demand(store.facets(field, in: store.all).allSatisfy { $0.events <= store.count }, "\(field): a group larger than the whole")
      }
      for words in ["shots", "actor:a -place:b", "has:casualties killed>1", "since:1990 until:2000", "id:a"] {
        guard case .success(let filter) = store.parse(words, today: Day(0)) else { continue }
        demand(store.select(filter, sort: SortOrder(.killed)).count <= store.count, "\(words): more rows than there are")
      }
      guard let span = store.span else { return }
      _ = store.density(in: store.all, from: span.first, through: span.last, buckets: 9)
    }
  }

  private static let magic = Array(CompiledTimeline.compile(Timeline(id: "", title: ""), events: [], columns: KeptColumns()).prefix(8))
}

@_cdecl("LLVMFuzzerTestOneInput") func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt { FuzzCompiled.test(bytes, count) }
