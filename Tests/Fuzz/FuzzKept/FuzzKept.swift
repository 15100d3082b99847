import EDTF
import FuzzReading
import Fuzzing
import TimelineFormats
import TimelineModel
import TimelineStore

/// What is kept of a file, altered in any way and sealed again as if it had been written so: nothing of it is believed, and the store that is made of it holds
/// together. The input is what is altered: a place and a byte, again and again.
enum FuzzKept: FuzzTarget {
  private static let texts = [
    """
    id,type_of_violence,side_a,side_b,date_prec,date_start,date_end,best,low,high,where_coordinates,latitude,longitude,country,source_office
    1,1,Alder,Birch,1,1990-05-02,1990-05-02,2,1,3,Bridge,40.1,45.2,Riverland,Gazette;Post
    2,2,Birch,Cedar,2,1990-05-01,1990-05-03,0,0,0,Şuşa,39.7,46.7,Riverland,Post
    3,9,Alder,,1,1991-13-01,1991-05-03,x,0,0,Bridge,40.1,45.2,,
    """,
    "id,date,title,actors,place,colour\na,1990,Shots,Alder;Birch,Bridge,red\nb,1988-02,Talks,,Mill,blue\nb,,\"Şuşa\",Cedar,,red\n",
  ]

  /// A table and what was kept of it.
  private struct Sample {
    let reader: RowReader
    let header: Timeline
    let bytes: [UInt8]

    init?(_ text: String) {
      let text = Array(text.utf8)
      guard let format = Format.detect(name: "a.csv", head: text), case .rows(let opened) = format.open(.memory(text), name: "a.csv") else { return nil }
      var (reader, builder) = (opened, StoreBuilder(opened.header))
      while let part = reader.next(atMost: 2) { builder.append(part.chunk, from: builder.addSource(part.decoder)) }
      let store = builder.snapshot()
      guard let parts = store.keptParts else { return nil }
      var bytes: [UInt8] = []
      let kept = KeptSet(columns: store.kept, directory: store.directory, parts: parts, problems: reader.problems)
      guard kept.write(key: [1, 2, 3], names: ["a.csv"], to: { bytes += $0 }) else { return nil }
      (self.reader, header, self.bytes) = (opened, opened.header, bytes)
    }
  }

  private static let samples = texts.compactMap { Sample($0) }

  static func test(_ bytes: UnsafeBufferPointer<UInt8>) {
    demand(samples.count == texts.count, "not every table could be kept")
    let sample = samples[Int(bytes.first ?? 0) % samples.count]
    var altered = sample.bytes
    var index = 1
    while index + 3 <= bytes.count {
      let place = Int(bytes[index]) | Int(bytes[index + 1]) << 8
      altered[place % altered.count] = bytes[index + 2]
      index += 3
    }
    check(altered, sample)
    check(resealed(altered), sample)
  }

  private static func check(_ bytes: [UInt8], _ sample: Sample) {
    guard let kept = KeptSet(.memory(bytes), key: [1, 2, 3], readers: [sample.reader]) else {
      return demand(bytes != sample.bytes, "what was written is refused")
    }
    guard let store = EventStore(sample.header, directory: kept.directory, kept.columns, parts: kept.parts) else { return }
    store.prepareFirstPicture()
    store.prepare()
    demand(store.all.rows(0..<store.count).count == store.count, "not all rows are in the list")
    for row in store.all.rows(0..<min(20, store.count)) {
      demand(store.summary(at: row).row == row, "another row is summed up")
      _ = (store.event(at: row), store.links(of: row), store.causes(of: row), store.row(of: store.summary(at: row).id), store.days(of: row))
    }
    for field in [FacetField.kind, .year, .month, .weight, .actor, .place, .source, .side, .era] {
      demand(store.facets(field, in: store.all).allSatisfy { $0.events <= store.count }, "\(field): a group larger than the whole")
    }
    for words in ["actor:alder -place:b", "has:casualties killed>1", "since:1990 until:1991", "within:1990", "colour:red", "problem:a", "source:post"] {
      guard case .success(let filter) = store.parse(words, today: Day(0)) else { continue }
      demand(store.select(filter, sort: SortOrder(.killed)).count <= store.count, "\(words): more rows than there are")
    }
    for words in ["a", "shots", "şuşa", "1990-05"] { _ = store.hits(store.search(words), in: store.all).count }
    _ = (store.directory.actors.count, store.directory.places.count, kept.problems.map(\.description))
    guard let span = store.span else { return }
    _ = store.density(in: store.all, from: span.first, through: span.last, buckets: 9)
  }
}

@_cdecl("LLVMFuzzerTestOneInput") func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt { FuzzKept.test(bytes, count) }
