import Testing
import TimelineFormats
import TimelineModel

@Suite("The words of a table's columns")
struct WordTests {
  /// The chunks of a table, read by so many lanes.
  private static func chunks(_ format: Format, _ bytes: [UInt8], lanes: Int = 1) -> [RowChunk] {
    guard case .rows(var reader) = format.open(.memory(bytes), name: "a.csv") else { return [] }
    reader.divide(Division(lanes: lanes, stretch: 9_000))
    var chunks: [RowChunk] = []
    while let part = reader.next() { chunks.append(part.chunk) }
    return chunks
  }

  /// The value of each row in one of the publisher's columns.
  private static func values(_ name: String, _ chunks: [RowChunk]) -> [String?] {
    chunks.flatMap { chunk -> [String?] in
      guard let lists = chunk.extras.first(where: { $0.name == name })?.lists else { return Array(repeating: nil, count: chunk.count) }
      let (words, codes, ends) = (lists.dictionary.values, lists.codes, lists.ends)
      return (0..<chunk.count).map { row in
        let start = row > 0 ? Int(ends[row - 1]) : 0
        return start < Int(ends[row]) ? words[Int(codes[start])] : nil
      }
    }
  }

  @Test("are numbered once each, in the order of the file, however many and long they are and whichever thread meets them first", arguments: 1...3)
  func many(lanes: Int) {
    let words = (0..<3_000).map { String(repeating: "w", count: $0 % 40) + String($0) } + [String(repeating: "long-", count: 5_000)]
    let order = words.indices.map { $0 * 7 % words.count } + words.indices.map { $0 * 11 % words.count }
    let text = "date,title,mood\n" + order.map { "1990-01-01,t,\(words[$0])\n" }.joined()
    let chunks = Self.chunks(.table, Array(text.utf8), lanes: lanes)
    #expect(chunks.count > 1 || lanes == 1)
    #expect(Self.values("mood", chunks) == order.map { words[$0] })
    var seen = Set<Int>()
    #expect(chunks.last?.extras.first { $0.name == "mood" }?.lists.dictionary.values == order.filter { seen.insert($0).inserted }.map { words[$0] })
  }

  @Test("that are not UTF-8 are the words that they are shown as")
  func invalid() {
    let rows: [[UInt8]] = [[0x61, 0xFF], Array("a\u{FFFD}".utf8), [0x61, 0xFE], [0xC3], Array("ä".utf8)]
    let bytes = Array("date,title,mood\n".utf8) + rows.flatMap { Array("1990-01-01,t,".utf8) + $0 + [0x0A] }
    let chunks = Self.chunks(.table, bytes)
    #expect(Self.values("mood", chunks) == ["a\u{FFFD}", "a\u{FFFD}", "a\u{FFFD}", "\u{FFFD}", "ä"])
    #expect(chunks[0].extras.first { $0.name == "mood" }?.lists.dictionary.count == 3)
  }

  @Test("that are places are found by their ids, and so is what lies around them", arguments: [1, 2])
  func places(lanes: Int) throws {
    let header = "id,type_of_violence,side_a,side_b,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,country,date_prec,date_start,date_end,best\n"
    let places = [
      "1,Mill,North,Upper,40.5,45.5,Land", "2,Mill,North,Upper,40.5,45.5,Land", "1,Mill,North,Upper,40.5,45.5,Land", "6,,,,,,Land", "4,,North,,,,Land",
      "1,\"Ford, old\",South,,,,Land (East)", "6,,,,,,Land (East)", ",,,,,,", "1,Mill,North,Lower,41,45.5,Land",
    ]
    let text = (0..<400).map { "\($0),1,A,B,\(places[$0 % places.count]),1,1990-01-01,1990-01-02,\($0 % 9)\n" }
    let chunks = Self.chunks(.ged, Array((header + text.joined()).utf8), lanes: lanes)
    let names = try #require(chunks.last?.placeNames)
    let shelf = names.source.shelf(count: names.count)
    #expect(
      (0..<names.count).map { shelf.id(at: $0) } == [
        "Mill (40.5, 45.5)", "Mill (40.5, 45.5; within 25 km)", "Land (country)", "North (province)", "Ford, old", "Land (East) (country)", "Mill (41, 45.5)",
      ])
    #expect(
      (names.count..<shelf.count).map { shelf.id(at: $0) } == [
        "Upper, North, Land", "North, Land", "Land", "South, Land (East)", "Land (East)", "Lower, North, Land",
      ])
    for position in 0..<shelf.count {
      #expect(shelf.position(of: shelf.id(at: position)) == position)
      #expect(shelf.place(at: position).id == shelf.id(at: position))
      // The innermost place around one is that which it says to lie within.
      #expect(shelf.around(position).first.map { shelf.id(at: Int($0)) } == shelf.place(at: position).within)
    }
    #expect(shelf.position(of: "Nowhere") == nil)
    let mill = shelf.place(at: 0)
    #expect(mill.name == "Mill" && mill.latitude == 40.5 && mill.precision == .exact && mill.within == "Upper, North, Land")
    #expect(shelf.around(0).map { shelf.id(at: Int($0)) } == ["Upper, North, Land", "North, Land", "Land"])
    // All rows that name the place have its number, whichever thread read them.
    let rows = chunks.flatMap { chunk in (0..<chunk.count).map { chunk.places.single?[$0] } }
    #expect(rows.indices.filter { rows[$0] == 0 } == (0..<400).filter { [0, 2].contains($0 % places.count) })
  }
}
